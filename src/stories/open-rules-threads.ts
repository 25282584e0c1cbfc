import { availableParallelism } from "node:os";
import type { Database } from "#database/connect.ts";
import { openRulesThread, type RulesThread } from "./open-rules-thread.ts";
import type { RulesWriter } from "./rules-writer.ts";

/** The database of one process keeps up with no more. */
const THREADS_MAX = 2;

/**
 * The rules in threads of their own, at most one a processor, so that a thousand stories never keep a caption waiting; `spare`
 * says when each question may be asked. A story's languages are told in one thread, from one plan; only stories told at the
 * same time start another.
 */
export function openRulesThreads(spare: Database["spare"]): RulesWriter {
  const threads = Array.from({ length: Math.min(availableParallelism(), THREADS_MAX) }, openRulesThread);
  const idlest = () => threads.reduce((least, thread) => (thread.waiting() < least.waiting() ? thread : least));
  const telling = new Map<string, { thread: RulesThread; languages: number }>();
  return {
    async read(words, markets) {
      const answer = await spare(() => idlest().ask({ read: { words, markets } }));
      if ("reading" in answer) return answer.reading;
      throw new Error("the rules' thread did not read");
    },
    async tell({ ground: { language, ...ground }, ...task }) {
      const answer = await spare(async () => {
        const story = telling.get(task.storyId) ?? { thread: idlest(), languages: 0 };
        telling.set(task.storyId, story);
        story.languages += 1;
        try {
          return await story.thread.ask({ tell: { ...task, language, ground: JSON.stringify(ground) } });
        } finally {
          story.languages -= 1;
          if (story.languages === 0) telling.delete(task.storyId);
        }
      });
      if ("told" in answer) return answer.told;
      throw new Error("the rules' thread did not tell");
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
