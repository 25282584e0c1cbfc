import { call } from "./call.ts";
import { createOutbox } from "./outbox.ts";

export type Sentence = {
  id: string;
  text: string;
  /** Where it stands in the show, for one that takes another's place. */
  startMs?: number;
  /** Whose microphone heard it; typed text is nobody's. */
  device?: string;
  /** When, in milliseconds since 1970. */
  saidAtMs: number;
};
type Answer = { cueId: string | null; dropped?: string };

/** What was said in a show and is not acknowledged yet. */
export function createSentenceOutbox(
  showId: string,
  listener: {
    onChange(waiting: readonly Sentence[]): void;
    onAnswer(sentence: Sentence, answer: Answer | undefined): void;
    onRefused(sentence: Sentence, words: string): void;
  },
) {
  return createOutbox<Sentence, Answer>(showId, {
    ...listener,
    send(sentence, signal) {
      const { saidAtMs: _, ...told } = sentence;
      return call(`/v1/shows/${encodeURIComponent(showId)}/segments`, { method: "POST", body: { ...told, final: true }, signal });
    },
  });
}
