import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS, type Language, type Market } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";

const say = loadWords().in("en", "findings");

/** Hundreds of texts are tried on the same notes: these are read once. */
const read = new Map<string, { words: GrowerWords; facts: readonly Fact[] }>();

/** What the gate blocks in texts told from notes. */
export function blockingOf(notes: string, texts: Partial<Record<Language, string>>, markets: readonly Market[] = MARKETS): Finding[] {
  const { words, facts } = readOnce(notes, markets);
  return checkTexts({ words, facts, texts, markets, say }).filter(({ severity }) => severity === "block");
}

function readOnce(notes: string, markets: readonly Market[]) {
  const key = JSON.stringify([notes, markets]);
  const words = { notes, answers: [] };
  const known = read.get(key) ?? { words, facts: readFactsByRules(words, markets).facts };
  read.set(key, known);
  return known;
}
