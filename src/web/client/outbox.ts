import { Refused } from "./call.ts";
import { forget, remember, remembered, rememberedKeys } from "./remember.ts";

type Listener<Item, Answer> = {
  /** Gives up where the signal says so; what was given up is sent again. */
  send(item: Item, signal: AbortSignal): Promise<Answer | undefined>;
  onChange(waiting: readonly Item[]): void;
  onAnswer(item: Item, answer: Answer | undefined): void;
  /** The server will never take it; it is not sent again. */
  onRefused(item: Item, words: string): void;
};
/** `isKept`: the browser has it too, under its key. */
type Entry<Item> = { item: Item; key: string; isKept: boolean };

const RETRY_MS = { first: 500, most: 10_000 } as const;
/** A dead line answers nothing and breaks nothing: a request is given so long, and on a slow one each next try longer. */
const ANSWER_MS = { first: 10_000, most: 80_000 } as const;
/** Answers after which trying again is of use, besides every 5xx: no answer, sign-in ran out, too often. */
const PASSING = new Set([0, 401, 408, 425, 429]);

/**
 * What was done here and is not acknowledged yet, in the order it was done. It outlives a lost line, a reload and a crash;
 * each goes out under the id it was given first, so that one sent twice is done once.
 */
export function createOutbox<Item extends { id: string }, Answer>(
  name: string,
  { send, onChange, onAnswer, onRefused }: Listener<Item, Answer>,
): { add(item: Item): void; drop(id: string): void } {
  const beginning = `outbox-${name}-`;
  let waiting: Entry<Item>[] = rememberedKeys(beginning).map((key) => ({ item: JSON.parse(remembered(key) ?? ""), key, isKept: true }));
  let isSending = false;
  let wake = () => {};
  addEventListener("online", () => wake());
  const tell = () => onChange(waiting.map(({ item }) => item));
  const remove = (entry: Entry<Item>) => {
    waiting = waiting.filter((other) => other !== entry);
    forget(entry.key);
    tell();
  };
  const sendAll = async () => {
    if (isSending) return;
    isSending = true;
    let retryMs: number = RETRY_MS.first;
    let answerMs: number = ANSWER_MS.first;
    for (let entry = waiting[0]; entry !== undefined; entry = waiting[0]) {
      const pauseMs = await sendOne(entry, retryMs, answerMs);
      if (pauseMs === undefined) [retryMs, answerMs] = [RETRY_MS.first, ANSWER_MS.first];
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, pauseMs);
        });
        retryMs = Math.min(retryMs * 2, RETRY_MS.most);
        answerMs = Math.min(answerMs * 2, ANSWER_MS.most);
      }
    }
    isSending = false;
  };
  /** undefined once it is done with, else how long to wait before the next try. */
  const sendOne = async (entry: Entry<Item>, retryMs: number, answerMs: number): Promise<number | undefined> => {
    const { item, key, isKept } = entry;
    try {
      // Another window has sent it meanwhile.
      if (!isKept || remembered(key) !== undefined) {
        const answer = await send(item, AbortSignal.timeout(answerMs));
        remove(entry);
        onAnswer(item, answer);
      } else remove(entry);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refused) || !isPassing(error)) {
        remove(entry);
        onRefused(item, error instanceof Refused ? error.message : String(error));
        return undefined;
      }
      return error.retryAfterSeconds === undefined ? retryMs : error.retryAfterSeconds * 1_000;
    }
  };
  tell();
  void sendAll();
  return {
    add(item) {
      const key = `${beginning}${Date.now()}-${String(waiting.length).padStart(4, "0")}-${item.id}`;
      remember(key, JSON.stringify(item));
      waiting = [...waiting, { item, key, isKept: remembered(key) !== undefined }];
      tell();
      void sendAll();
    },
    drop(id) {
      for (const entry of waiting.filter(({ item }) => item.id === id)) remove(entry);
    },
  };
}

/** One whose answer was lost may still be under way at the server. */
function isPassing({ status, code }: Refused): boolean {
  return status >= 500 || PASSING.has(status) || code === "idempotency_running";
}
