import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { saysOf } from "./pitch-texts.ts";

const words = loadWords();

/** What the gate stops of a whole script. */
export function stopped(notes: string): string[] {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, saysOf(writePitchByRules({ storyId: "story-1", facts, language, words, said })).join(" ")]),
  );
  const findings = checkTexts({ words: said, facts, texts, markets: [...MARKETS], say: words.in("en", "findings") });
  return findings.filter(({ severity }) => severity === "block").map(({ quote }) => quote);
}
