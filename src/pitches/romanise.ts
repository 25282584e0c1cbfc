import data from "./kana.json" with { type: "json" };
import { phraseEnds } from "./phrase-ends.ts";
import { readJapaneseNumbers } from "./read-japanese-numbers.ts";
import { rubyRuns } from "./ruby.ts";

const SEAM = "\u2060";
const MARKS: Record<string, string> = {
  "、": ",",
  "。": ".",
  "\u00a0": " ",
  "！": "!",
  "？": "?",
  "「": "“",
  "」": "”",
  "・": " ",
  "～": " kara ",
  "（": "(",
  "）": ")",
  "：": ":",
};
const KANA: ReadonlyMap<string, string> = new Map(Object.entries(data.kana));

/** Particles and the copula, which are written apart after a noun. */
const PARTICLES =
  /^(?:の|は|が|を|に|で|と|も|へ|から|まで|より|では|には|でも|ので|ですので|です|でした|ですか|でございます|となります|について)$/u;

/** A Japanese phrase with its kana (`ruby.ts`) in Hepburn letters, a space between its words as far as they can be told; は, へ and を as they are said. */
export function romanise(phrase: string): string {
  const runs = rubyRuns(readJapaneseNumbers(phrase).replaceAll(SEAM, "\u00a0"));
  const ends = phraseEnds(runs.map(({ text }) => text).join(""));
  let at = 0;
  let kana = "";
  for (const { text, reading } of runs) {
    if (text !== reading) {
      at += text.length;
      kana += reading + (ends.has(at) ? " " : "");
      continue;
    }
    let word = "";
    for (const letter of text) {
      at += letter.length;
      word += letter;
      if (!ends.has(at)) continue;
      kana += `${apart(word)} `;
      word = "";
    }
    kana += word;
  }
  return tidy(spell(particles(kana)));
}

/** `ライチの` → `ライチ の`; は and へ at the end of a bunsetsu are particles. */
function apart(word: string): string {
  const said = word.replace(/は$/u, "わ").replace(/へ$/u, "え");
  const [, noun = "", rest = ""] = /^([^\p{Script=Hiragana}]*)(\p{Script=Hiragana}*)$/u.exec(word) ?? [];
  return PARTICLES.test(rest) ? `${noun} ${said.slice(noun.length)}` : said;
}

/** Particles inside a bunsetsu. */
function particles(kana: string): string {
  return kana
    .replace(/(?<=[てで])ください/gu, " ください")
    .replaceAll("では ", "でわ ")
    .replaceAll("には ", "にわ ")
    .replace(/こんにちは|ではありません|ことは/gu, (found) => found.replace("は", "わ"));
}

function spell(text: string): string {
  const hiragana = text.replace(/[\u30a1-\u30f6]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
  let out = "";
  let double = false;
  let lastN = false;
  for (let at = 0; at < hiragana.length;) {
    const pair = KANA.get(hiragana.slice(at, at + 2));
    const letter = hiragana.charAt(at);
    const sound = pair ?? KANA.get(letter);
    at += pair === undefined || hiragana.slice(at, at + 2).length < 2 ? 1 : 2;
    if (letter === "っ") double = true;
    else if (letter === "ー") out += /[aiueo]$/.exec(out)?.[0] ?? "";
    else if (sound === undefined) out += MARKS[letter] ?? letter;
    else {
      if (out.endsWith("n") && lastN && /^[aiueoy]/.test(sound)) out += "'";
      out += double ? (sound.startsWith("ch") ? "t" : sound.charAt(0)) + sound : sound;
      double = false;
    }
    lastN = letter === "ん";
  }
  return out;
}

function tidy(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ ([,.!?”)])/g, "$1")
    .replace(/([,.!?])(?=[\p{L}“])/gu, "$1 ")
    .trim();
}
