import { createVoiceActivity } from "./voice-activity.ts";

/** One utterance as a file that can be heard by itself. */
export type Clip = { sound: Blob; startMs: number };

/** What browsers record, the smallest first; the server takes them all. */
const TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4", "audio/webm"];
const BITS_A_SECOND = 32_000;

export function canRecord(): boolean {
  return "mediaDevices" in navigator && "MediaRecorder" in globalThis && typeOf() !== undefined;
}

/** Records utterance by utterance: each is a recording of its own, cut in the pauses. `push` takes the level. */
export function recordUtterances(
  stream: MediaStream,
  onClip: (clip: Clip) => void,
): { push(level: number, atMs: number): void; stop(): void } {
  const activity = createVoiceActivity();
  let recorder: MediaRecorder | undefined;
  let isSpoken = false;
  /** Recordings that are sent when they have come to their end. */
  const wanted = new WeakSet<MediaRecorder>();
  const start = (atMs: number) => {
    const type = typeOf();
    const next = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...(type !== undefined && { mimeType: type }) });
    const pieces: Blob[] = [];
    next.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    next.addEventListener("stop", () => {
      if (wanted.has(next) && pieces.length > 0) onClip({ sound: new Blob(pieces, { type: next.mimeType }), startMs: atMs });
    });
    next.start();
    recorder = next;
  };
  const cut = (isSent: boolean) => {
    if (recorder === undefined) return;
    if (isSent) wanted.add(recorder);
    recorder.stop();
    recorder = undefined;
    isSpoken = false;
  };
  return {
    push(level, atMs) {
      if (recorder === undefined) start(atMs);
      const verdict = activity.push(level, atMs);
      isSpoken ||= activity.isSpeaking;
      if (verdict === "go on") return;
      cut(verdict === "send");
      start(atMs);
    },
    /** What was being said is sent still. */
    stop: () => cut(isSpoken),
  };
}

function typeOf(): string | undefined {
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}
