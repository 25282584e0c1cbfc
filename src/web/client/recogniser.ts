/** The parts of the Web Speech API that are used; TypeScript's own library leaves it out, as only some browsers have it. */
type SpeechResult = { readonly isFinal: boolean; readonly [0]: { readonly transcript: string } };
type SpeechEvent = { readonly resultIndex: number; readonly results: ArrayLike<SpeechResult> };
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  addEventListener(name: "result", listener: (event: SpeechEvent) => void): void;
  addEventListener(name: "error", listener: (event: { readonly error: string }) => void): void;
  addEventListener(name: "end", listener: () => void): void;
  start(): void;
  stop(): void;
};
declare global {
  var SpeechRecognition: (new () => Recognition) | undefined;
  var webkitSpeechRecognition: (new () => Recognition) | undefined;
}

export type Heard = { key: string; text: string; isFinal: boolean };
type Listener = { onHeard(heard: Heard): void; onTrouble(trouble: "denied" | "lost"): void };

const RESTART_MS = { first: 100, most: 5_000 } as const;

export function canListen(): boolean {
  return (globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition) !== undefined;
}

/**
 * Listens to Vietnamese until told to stop: a session ends by itself after a while and is begun again. `key` is the
 * same for a sentence's interims and its final.
 */
export function listen({ onHeard, onTrouble }: Listener): () => void {
  const Recogniser = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
  if (Recogniser === undefined) return () => {};
  const recognition = new Recogniser();
  recognition.lang = "vi-VN";
  recognition.interimResults = true;
  // Chrome on Android repeats finals when it listens on: there one sentence is one session.
  recognition.continuous = !/Android/.test(navigator.userAgent);
  let session = 0;
  let isOn = true;
  let restartMs: number = RESTART_MS.first;
  let finals = new Map<number, string>();
  recognition.addEventListener("result", ({ resultIndex, results }) => {
    restartMs = RESTART_MS.first;
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const text = result?.[0].transcript.trim() ?? "";
      if (result === undefined || text === "" || finals.has(index) || finals.get(index - 1) === text) continue;
      if (result.isFinal) finals.set(index, text);
      onHeard({ key: `${session}-${index}`, text, isFinal: result.isFinal });
    }
  });
  recognition.addEventListener("error", ({ error }) => {
    if (error === "not-allowed" || error === "service-not-allowed") {
      isOn = false;
      onTrouble("denied");
    } else if (error !== "no-speech" && error !== "aborted") onTrouble("lost");
  });
  recognition.addEventListener("end", () => {
    if (!isOn) return;
    session += 1;
    finals = new Map();
    setTimeout(() => isOn && recognition.start(), restartMs);
    restartMs = Math.min(restartMs * 2, RESTART_MS.most);
  });
  recognition.start();
  return () => {
    isOn = false;
    recognition.stop();
  };
}
