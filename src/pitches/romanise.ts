import data from "./kana.json" with { type: "json" };
import { japaneseWords } from "./japanese-words.ts";
import { SEAM } from "./ruby.ts";

const MARKS: Record<string, string> = {
  "、": ",",
  "。": ".",
  "！": "!",
  "？": "?",
  "「": "“",
  "」": "”",
  "・": " ",
  "（": "(",
  "）": ")",
  "：": ":",
};
const KANA: ReadonlyMap<string, string> = new Map(Object.entries(data.kana));

const LONG: Readonly<Record<string, string>> = { a: "ā", i: "ī", u: "ū", e: "ē", o: "ō" };

/** A Japanese phrase with its kana (`ruby.ts`) in Hepburn letters, word by word; は, へ and を as they are said. */
export function romanise(phrase: string): string {
  return tidy(
    japaneseWords(phrase)
      .map(({ said }) => spell(said))
      .join(" "),
  );
}

function spell(word: string): string {
  const hiragana = word.replace(/[\u30a1-\u30f6]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
  let out = "";
  let double = false;
  let lastN = false;
  let isSeam = false;
  for (let at = 0; at < hiragana.length;) {
    const letter = hiragana.charAt(at);
    const pair = at + 1 < hiragana.length ? KANA.get(hiragana.slice(at, at + 2)) : undefined;
    const sound = pair ?? KANA.get(letter);
    at += pair === undefined ? 1 : 2;
    if (letter === SEAM) {
      isSeam = true;
      continue;
    }
    const vowel = out.slice(-1);
    if (letter === "っ") double = true;
    else if (letter === "ー" || (!isSeam && pair === undefined && isLong(vowel, letter))) out = out.slice(0, -1) + (LONG[vowel] ?? vowel);
    else if (sound === undefined) out += MARKS[letter] ?? letter;
    else {
      if (lastN && /^[aiueoy]/.test(sound)) out += "'";
      // `goai` is one syllable to a Vietnamese eye.
      if (isSeam && /^g?o$/.test(out) && /^[aiueo]/.test(sound)) out += "-";
      out += double ? (sound.startsWith("ch") ? "t" : sound.charAt(0)) + sound : sound;
      double = false;
    }
    lastN = letter === "ん";
    isSeam = false;
  }
  return out;
}

/** `ou` is one long o, and so on; い after い or え stays as it is written. */
function isLong(vowel: string, letter: string): boolean {
  return /^(?:[ou]う|oお|aあ|eえ)$/u.test(vowel + letter);
}

function tidy(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ ([,.!?”)])/g, "$1")
    .replace(/([,.!?])(?=[\p{L}“])/gu, "$1 ")
    .trim();
}
