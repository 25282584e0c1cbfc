import { randomId } from "./random-id.ts";
import { recognise } from "./recogniser.ts";
import { createSentences, type Sentence } from "./sentences.ts";

type Listener = {
  onSentence(sentence: Sentence): void;
  onTrouble(trouble: "denied" | "lost"): void;
  onSpeech?(isSpeaking: boolean): void;
};

/** Listens to Vietnamese, sentence by sentence, until told to stop. */
export function listen({ onSentence, onTrouble, onSpeech = () => {} }: Listener): () => void {
  const clock = {
    nowMs: () => performance.now(),
    wait(ms: number, act: () => void) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
  const sentences = createSentences({ newId: randomId, clock, onSentence });
  return recognise({ onHeard: sentences.hear, onEnd: sentences.end, onSpeech, onTrouble });
}
