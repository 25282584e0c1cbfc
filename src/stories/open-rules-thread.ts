import { Worker } from "node:worker_threads";
import type { GrowerWords, Reading } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { RulesTask, RulesTold } from "./tell-by-rules.ts";

/** What the thread is asked. The ground of a story is text, the same for each of its languages. */
export type Question =
  | { read: { words: GrowerWords; markets: readonly Market[] } }
  | { tell: Omit<RulesTask, "ground"> & { ground: string; language: Language } };
export type Answer = { reading: Reading } | { told: RulesTold } | { error: string };
export type ThreadQuestion = Question & { id: number };
export type ThreadAnswer = Answer & { id: number };

export type RulesThread = {
  ask(question: Question): Promise<Answer>;
  /** Questions that it has not answered yet. */
  waiting(): number;
  close(): Promise<void>;
};

/** The rules in a thread of their own. It is started with the first question; one that has died is started anew with the next. */
export function openRulesThread(): RulesThread {
  let thread: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, (answer: Answer) => void>();

  async function ask(question: Question): Promise<Answer> {
    thread ??= start();
    const id = (asked += 1);
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(id, resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage({ id, ...question });
    const answer = await promise;
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  function start(): Worker {
    const started = new Worker(new URL("./start-rules-thread.ts", import.meta.url));
    // Whoever waits for an answer has a job under way that keeps the process alive.
    started.unref();
    started.on("message", ({ id, ...answer }: ThreadAnswer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    });
    const lose = (error: string) => {
      if (thread !== started) return;
      thread = undefined;
      for (const resolve of waiting.values()) resolve({ error });
      waiting.clear();
    };
    started.on("error", (error) => lose(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    started.on("exit", () => lose("the rules' thread has ended"));
    return started;
  }

  return {
    ask,
    waiting: () => waiting.size,
    async close() {
      await thread?.terminate();
    },
  };
}
