import type { Language } from "#i18n/language.ts";
import type { Phrases } from "./phrases.ts";
import type { Sentence } from "./sentence.ts";

/** Sentences put into a language, one after the other; Japanese carries its kana (`ruby.ts`). */
export function saySentences(sentences: readonly Sentence[], language: Language, phrases: Phrases): string {
  return joinSentences(
    sentences.map((sentence) => saySentence(sentence, language, phrases)),
    language,
  );
}

export function joinSentences(said: readonly string[], language: Language): string {
  return said.join(language === "ja" ? "" : " ");
}

function saySentence({ key, variant, slots }: Sentence, language: Language, phrases: Phrases): string {
  const filled = Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot.text(language)]));
  const said = phrases.say(language, key, variant, filled);
  return language === "ja" ? said : said.charAt(0).toUpperCase() + said.slice(1);
}
