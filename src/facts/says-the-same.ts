import { z } from "zod";
import { fold } from "./fold.ts";
import data from "./spelled-out.json" with { type: "json" };

const { words, amounts } = z
  .object({ words: z.record(z.string(), z.array(z.string())), amounts: z.object({ words: z.array(z.string()) }) })
  .parse(data);
const ofAmounts = new Set(amounts.words);
const DENIES = ["khong", "chua", "chang", "dung"];

/** True where a text only restores a quote's marks and spells out its abbreviations: no word more, and no `không` less. */
export function saysTheSame(text: string, quote: string): boolean {
  const [said, meant] = [wordsOf(quote), wordsOf(text)];
  const typed = new Set(said);
  const isThere = (word: string) => typed.has(word) || ofAmounts.has(word) || words[word]?.some((short) => typed.has(short)) === true;
  return meant.every(isThere) && DENIES.every((word) => !typed.has(word) || meant.includes(word));
}

/** Digits stand apart from the letters behind them: the k of 35k is no `không`. */
function wordsOf(text: string): string[] {
  return fold(text).text.match(/(?<![\d.,])\p{L}+|(?<=[\d.,])\p{L}{2,}/gu) ?? [];
}
