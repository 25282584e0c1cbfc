import type { FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";

const words = loadWords();

/** What the facts of these kinds in some notes say in Vietnamese, English and Japanese, without kana. */
export function tellNotes(notes: string, ...kinds: FactKind[]): string[][] {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const phrases = openPhrases(words, readVoice("story-1", facts));
  const tellings = tellFacts({ facts, phrases, words: said }, kinds);
  return tellings.map(({ slots }) => LANGUAGES.map((language) => plainText(Object.values(slots)[0]?.text(language) ?? "")));
}
