import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { GrowerWords, Reading } from "#facts/fact.ts";
import type { Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { tellByRules, type RulesTask, type RulesTold } from "./tell-by-rules.ts";

/** The reader and writer that need no model. They take tens of milliseconds of nothing but thinking: `open-rules-threads.ts` has them elsewhere. */
export type RulesWriter = {
  read(words: GrowerWords, markets: readonly Market[]): Promise<Reading>;
  tell(task: RulesTask): Promise<RulesTold>;
  close(): Promise<void>;
};

/** In this thread. */
export function createRulesWriter(words: Words): RulesWriter {
  return {
    read: async (said, markets) => readFactsByRules(said, markets),
    tell: async (task) => tellByRules(words, task),
    close: async () => {},
  };
}
