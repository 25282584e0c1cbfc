import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS, type Language, type Market } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";

const say = loadWords().in("en", "findings");

/** What the gate blocks in texts told from notes. */
export function blockingOf(notes: string, texts: Partial<Record<Language, string>>, markets: readonly Market[] = MARKETS): Finding[] {
  const words = { notes, answers: [] };
  const { facts } = readFactsByRules(words, markets);
  return checkTexts({ words, facts, texts, markets, say }).filter(({ severity }) => severity === "block");
}
