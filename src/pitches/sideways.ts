import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Slot } from "./sentence.ts";
import { wordsAround } from "./words-around.ts";

/** Which way a length goes, by the word before it. */
const WAYS: readonly { said: RegExp; write: Record<Language, (length: string) => string> }[] = [
  wayOf(/(?<![a-z])cao$/, "cao", "tall", "高[たか]さ"),
  wayOf(/(?<![a-z])dai$/, "dài", "long", "長[なが]さ"),
  wayOf(/(?<![a-z])(?:rong|ngang)$/, "rộng", "wide", "幅[はば]"),
  wayOf(/(?<![a-z])duong kinh(?: mieng| day| vanh)?$/, "đường kính", "across", "直径[ちょっけい]"),
];

function wayOf(said: RegExp, vi: string, en: string, ja: string) {
  return {
    said,
    write: { vi: (length: string) => `${vi} ${length}`, en: (length: string) => `${length} ${en}`, ja: (length: string) => ja + length },
  };
}

/** `cao 35 cm`, `35 cm tall`, `高さ35センチ`; a weight or a bare length as it is. */
export function sideways(slot: Slot, fact: Fact, words: GrowerWords): Slot {
  if (fact.amount?.unit !== "cm" && fact.amount?.unit !== "mm") return slot;
  const { before } = wordsAround(fact, {}, words);
  const led = foldText(`${before} ${fact.quote.replace(/\d.*$/su, "")}`).replace(/(?: (?:khoang|tam|chung|la))?[: ]*$/, "");
  const way = WAYS.find(({ said }) => said.test(led));
  return way === undefined ? slot : { ...slot, text: (language) => way.write[language](slot.text(language)) };
}

/** `cao 30 cm`, `đường kính 18 cm`, each way once: all of one thing. What begins again is another. */
export function thingsOf(lengths: readonly string[], inVietnamese: readonly string[]): string[][] {
  const ways = inVietnamese.map((length) => WAYS.find(({ write }) => length.startsWith(write.vi("")))?.write.vi(""));
  const things: string[][] = [];
  let begun = new Set<string>();
  for (const [index, length] of lengths.entries()) {
    const way = ways[index];
    if (way === undefined || begun.has(way) || things.length === 0) {
      things.push([length]);
      begun = new Set();
    } else things.at(-1)?.push(length);
    if (way !== undefined) begun.add(way);
  }
  return things;
}
