import type { Language } from "#i18n/language.ts";
import type { Sentence } from "./sentence.ts";
import type { PitchWords } from "./tell-facts.ts";

/** Parts a filled-in word from the phrase around it, so that kanji on both sides keep their own readings. */
const SEAM = "\u2060";

/** Sentences put into a language, one after the other; Japanese carries its kana (`ruby.ts`). */
export function saySentences(sentences: readonly Sentence[], language: Language, words: PitchWords): string {
  return sentences.map((sentence) => saySentence(sentence, language, words)).join(language === "ja" ? "" : " ");
}

function saySentence({ key, variant, slots }: Sentence, language: Language, words: PitchWords): string {
  const filled = Object.entries(slots).flatMap(([name, slot]) => {
    const text = slot.text(language);
    const value = language === "ja" ? `${SEAM}${text}${SEAM}` : text;
    return [
      [name, value],
      [capitalised(name), capitalised(value)],
    ];
  });
  const said = words(language)(`${key}.${variant}`, { replace: Object.fromEntries(filled) });
  return language === "ja" ? said : capitalised(said);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
