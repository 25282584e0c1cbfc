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
  /** Since when there has been a voice in the recording that runs. */
  let spokenAtMs: number | undefined;
  /** Recordings that are sent when they have come to their end, and where in the show their first words are. */
  const wanted = new WeakMap<MediaRecorder, number>();
  const start = () => {
    const type = typeOf();
    const next = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...(type !== undefined && { mimeType: type }) });
    const pieces: Blob[] = [];
    next.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    next.addEventListener("stop", () => {
      const startMs = wanted.get(next);
      if (startMs !== undefined && pieces.length > 0) onClip({ sound: new Blob(pieces, { type: next.mimeType }), startMs });
    });
    next.start();
    recorder = next;
  };
  const cut = (isSent: boolean) => {
    if (recorder === undefined) return;
    if (isSent && spokenAtMs !== undefined) wanted.set(recorder, spokenAtMs);
    recorder.stop();
    recorder = undefined;
    spokenAtMs = undefined;
  };
  return {
    push(level, atMs) {
      if (recorder === undefined) start();
      const verdict = activity.push(level, atMs);
      if (activity.isSpeaking) spokenAtMs ??= atMs;
      if (verdict === "go on") return;
      cut(verdict === "send");
      start();
    },
    /** What was being said is sent still. */
    stop: () => cut(true),
  };
}

function typeOf(): string | undefined {
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}
