import { call, Refused } from "./call.ts";
import { remember, remembered } from "./remember.ts";

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
type Listener = {
  onChange(waiting: number): void;
  onAnswer(sentence: Sentence, answer: Answer): void;
  /** The server will never take it; it is not sent again. */
  onRefused(sentence: Sentence, words: string): void;
};

const RETRY_MS = { first: 500, most: 10_000 } as const;
/** Answers after which trying again is of use, besides every 5xx: no answer, sign-in ran out, too often. */
const PASSING = new Set([0, 401, 408, 425, 429]);

/**
 * What was said and is not acknowledged yet, in the order it was said. It outlives a lost line and a reload; each
 * sentence goes out under the id it was given first, so that one sent twice is one sentence.
 */
export function createOutbox(showId: string, { onChange, onAnswer, onRefused }: Listener): { say(sentence: Sentence): void } {
  const key = `outbox-${showId}`;
  const waiting: Sentence[] = JSON.parse(remembered(key) ?? "[]");
  let isSending = false;
  const keep = () => {
    remember(key, JSON.stringify(waiting));
    onChange(waiting.length);
  };
  const send = async () => {
    if (isSending) return;
    isSending = true;
    let retryMs: number = RETRY_MS.first;
    for (let sentence = waiting[0]; sentence !== undefined; sentence = waiting[0]) {
      const pauseMs = await sendOne(sentence, retryMs);
      if (pauseMs === undefined) {
        waiting.shift();
        retryMs = RETRY_MS.first;
        keep();
      } else {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        retryMs = Math.min(retryMs * 2, RETRY_MS.most);
      }
    }
    isSending = false;
  };
  /** undefined once it is done with, else how long to wait before the next try. */
  const sendOne = async (sentence: Sentence, retryMs: number): Promise<number | undefined> => {
    const { saidAtMs: _, ...told } = sentence;
    try {
      const answer = await call<Answer>(`/v1/shows/${encodeURIComponent(showId)}/segments`, {
        method: "POST",
        body: { ...told, final: true },
      });
      if (answer !== undefined) onAnswer(sentence, answer);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refused) || (error.status < 500 && !PASSING.has(error.status))) {
        onRefused(sentence, error instanceof Refused ? error.message : String(error));
        return undefined;
      }
      return error.retryAfterSeconds === undefined ? retryMs : error.retryAfterSeconds * 1_000;
    }
  };
  onChange(waiting.length);
  void send();
  return {
    say(sentence) {
      waiting.push(sentence);
      keep();
      void send();
    },
  };
}
