import type { Heard } from "./sentences.ts";

/** The parts of the Web Speech API that are used; TypeScript's own library leaves it out, as only some browsers have it. */
type SpeechResult = { readonly isFinal: boolean; readonly [0]: { readonly transcript: string; readonly confidence: number } };
type SpeechEvent = { readonly resultIndex: number; readonly results: ArrayLike<SpeechResult> };
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  addEventListener(name: "result", listener: (event: SpeechEvent) => void): void;
  addEventListener(name: "error", listener: (event: { readonly error: string }) => void): void;
  addEventListener(name: "speechstart" | "speechend" | "end", listener: () => void): void;
  start(): void;
  stop(): void;
};
declare global {
  var SpeechRecognition: (new () => Recognition) | undefined;
  var webkitSpeechRecognition: (new () => Recognition) | undefined;
}

type Listener = {
  onHeard(heard: Heard): void;
  /** A session is over: nothing more will be made of what it heard. */
  onEnd(): void;
  onSpeech(isSpeaking: boolean): void;
  onTrouble(trouble: "denied" | "lost"): void;
};

const RESTART_MS = { first: 100, most: 5_000 } as const;

export function canRecognise(): boolean {
  return (globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition) !== undefined;
}

/** Chrome on Android gives up the microphone to one listener only, and repeats finals when it listens on. */
export function isAndroid(): boolean {
  return /Android/.test(navigator.userAgent);
}

/** Recognises Vietnamese until told to stop: a session ends by itself after a while and is begun again. */
export function recognise({ onHeard, onEnd, onSpeech, onTrouble }: Listener): () => void {
  const Recogniser = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
  if (Recogniser === undefined) return () => {};
  const recognition = new Recogniser();
  recognition.lang = "vi-VN";
  recognition.interimResults = true;
  // There one sentence is one session.
  recognition.continuous = !isAndroid();
  let session = 0;
  let isOn = true;
  let restartMs: number = RESTART_MS.first;
  recognition.addEventListener("result", ({ resultIndex, results }) => {
    restartMs = RESTART_MS.first;
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      if (result === undefined) continue;
      const { transcript, confidence } = result[0];
      // Android calls its guesses final, and has no confidence in them.
      const isFinal = result.isFinal && !(isAndroid() && confidence === 0);
      onHeard({ key: `${session}-${index}`, text: transcript, isFinal });
    }
  });
  recognition.addEventListener("speechstart", () => onSpeech(true));
  recognition.addEventListener("speechend", () => onSpeech(false));
  recognition.addEventListener("error", ({ error }) => {
    if (error === "not-allowed" || error === "service-not-allowed") {
      isOn = false;
      onTrouble("denied");
    } else if (error !== "no-speech" && error !== "aborted") onTrouble("lost");
  });
  recognition.addEventListener("end", () => {
    onEnd();
    onSpeech(false);
    if (!isOn) return;
    session += 1;
    setTimeout(() => isOn && recognition.start(), restartMs);
    restartMs = Math.min(restartMs * 2, RESTART_MS.most);
  });
  recognition.start();
  return () => {
    isOn = false;
    recognition.stop();
  };
}
