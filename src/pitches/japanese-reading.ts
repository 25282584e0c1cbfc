import { z } from "zod";
import data from "./japanese-readings.json" with { type: "json" };

const readings = z.record(z.string(), z.string()).parse(data.readings);
const words = z.record(z.string(), z.string()).parse(data.words);
const KANJI = new RegExp(
  `(?:${Object.keys(words).join("|")})(?!\\[)|(?<![\\p{Script=Han}々])[\\p{Script=Han}々]+(?![\\p{Script=Han}々[])`,
  "gu",
);

const COUNTED = /\d(?:か月|時間|[本個箱袋瓶束鉢組枚膳着足冊羽点頭匹杯粒件戸月年日度円億万千])/gu;

/** Sets the kana beside the kanji of names and packs: `竜眼` → `竜眼[りゅうがん]`. Counters after a number are left to `read-japanese-numbers.ts`, and so is a run it does not know or that has its kana. */
export function addReading(name: string): string {
  const counters = [...name.matchAll(COUNTED)].map(({ index, 0: found }) => index + found.length);
  return counters
    .concat(name.length)
    .map((end, at) => withKana(name.slice(counters[at - 1] ?? 0, end)))
    .join("");
}

function withKana(text: string): string {
  return text.replace(KANJI, (kanji) => words[kanji] ?? splitKnown(kanji) ?? kanji);
}

/** The longest known words first, one after the other; nothing where a character is left over. */
function splitKnown(kanji: string): string | undefined {
  if (kanji === "") return "";
  for (let length = kanji.length; length > 0; length -= 1) {
    const word = kanji.slice(0, length);
    const reading = readings[word];
    const rest = reading === undefined ? undefined : splitKnown(kanji.slice(length));
    if (rest !== undefined) return `${word}[${reading ?? ""}]${rest}`;
  }
  return undefined;
}
