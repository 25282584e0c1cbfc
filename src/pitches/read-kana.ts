import { japaneseWords } from "./japanese-words.ts";
import { plainText } from "./ruby.ts";

/** A Japanese phrase with its kana (`ruby.ts`) in kana alone, a space between its words; `undefined` where a kanji came without its kana. */
export function readKana(phrase: string): string | undefined {
  const kana = japaneseWords(phrase)
    .map(({ kana: word, leans }) => (leans ? word : ` ${word}`))
    .join("");
  return /\p{Script=Han}/u.test(kana) ? undefined : plainText(kana).trim();
}
