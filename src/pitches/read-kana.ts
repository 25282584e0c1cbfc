import { phraseEnds } from "./phrase-ends.ts";
import { readJapaneseNumbers } from "./read-japanese-numbers.ts";
import { rubyRuns } from "./ruby.ts";

/** A Japanese phrase with its kana (`ruby.ts`) in kana alone, a space between its words; `undefined` where a kanji came without its kana. */
export function readKana(phrase: string): string | undefined {
  const runs = rubyRuns(readJapaneseNumbers(phrase).replaceAll("\u2060", ""));
  const ends = phraseEnds(runs.map(({ text }) => text).join(""));
  let at = 0;
  let kana = "";
  for (const { text, reading } of runs) {
    if (text !== reading) {
      at += text.length;
      kana += reading + (ends.has(at) ? " " : "");
      continue;
    }
    for (const letter of text) {
      at += letter.length;
      kana += letter + (ends.has(at) ? " " : "");
    }
  }
  return /\p{Script=Han}/u.test(kana) ? undefined : kana.replace(/ +(?=[、。！？」])/gu, "").trim();
}
