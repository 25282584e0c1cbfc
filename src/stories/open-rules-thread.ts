import { Worker } from "node:worker_threads";
import type { Database } from "#database/connect.ts";
import type { GrowerWords, Reading } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { RulesWriter } from "./rules-writer.ts";
import type { RulesTask, RulesTold } from "./tell-by-rules.ts";

/** What the thread is asked. The ground of a story is text, the same for each of its languages. */
type Question =
  | { read: { words: GrowerWords; markets: readonly Market[] } }
  | { tell: Omit<RulesTask, "ground"> & { ground: string; language: Language } };
type Answer = { reading: Reading } | { told: RulesTold } | { error: string };
export type ThreadQuestion = Question & { id: number };
export type ThreadAnswer = Answer & { id: number };

/**
 * The rules in a thread of their own, so that a thousand stories never keep a caption waiting; `spare` says when each question
 * may be asked. It is started with the first question; one that has died is started anew with the next.
 */
export function openRulesThread(spare: Database["spare"]): RulesWriter {
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
    const started = new Worker(new URL("./rules-thread.ts", import.meta.url));
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
    async read(words, markets) {
      const answer = await spare(() => ask({ read: { words, markets } }));
      if ("reading" in answer) return answer.reading;
      throw new Error("the rules' thread did not read");
    },
    async tell({ ground: { language, ...ground }, ...task }) {
      const answer = await spare(() => ask({ tell: { ...task, language, ground: JSON.stringify(ground) } }));
      if ("told" in answer) return answer.told;
      throw new Error("the rules' thread did not tell");
    },
    async close() {
      await thread?.terminate();
    },
  };
}
