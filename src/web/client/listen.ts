import { pageClock } from "./page-clock.ts";
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
  const sentences = createSentences({ newId: randomId, clock: pageClock, onSentence });
  return recognise({ onHeard: sentences.hear, onEnd: sentences.end, onSpeech, onTrouble });
}
