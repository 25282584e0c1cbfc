import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";
import type { Ground } from "./language-telling.ts";
import type { ThreadAnswer, ThreadQuestion } from "./open-rules-thread.ts";
import { tellByRules } from "./tell-by-rules.ts";

/** Behind whoever serves captions: on Linux a priority is a thread's own. */
const NICE = 10;
/** A story's languages are asked for one by one, and told from one plan: the same ground must be the same object. */
const GROUNDS_MAX = 8;

type Spoken = Omit<Ground, "language">;
const grounds = new Map<string, Spoken>();
const words = loadWords();
try {
  setPriority(NICE);
} catch {
  // Not allowed here: it is only politeness.
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on("message", (question: ThreadQuestion) => parentPort?.postMessage(answer(question)));

function answer(question: ThreadQuestion): ThreadAnswer {
  const { id } = question;
  try {
    if ("read" in question) return { id, reading: readFactsByRules(question.read.words, question.read.markets) };
    const { ground, language, ...task } = question.tell;
    return { id, told: tellByRules(words, { ...task, ground: { ...groundOf(ground), language } }) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function groundOf(json: string): Spoken {
  const ground: Spoken = grounds.get(json) ?? JSON.parse(json);
  grounds.set(json, ground);
  if (grounds.size > GROUNDS_MAX) grounds.delete(grounds.keys().next().value ?? "");
  return ground;
}
