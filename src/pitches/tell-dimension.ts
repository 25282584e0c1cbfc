import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Telling } from "./sentence.ts";
import { wordsAround } from "./words-around.ts";

type Write = Record<Language, (length: string) => string>;

const DIMENSIONS: Readonly<Record<string, Write>> = {
  cao: { vi: (length) => `cao ${length}`, en: (length) => `${length} tall`, ja: (length) => `高[たか]さ${length}` },
  dai: { vi: (length) => `dài ${length}`, en: (length) => `${length} long`, ja: (length) => `長[なが]さ${length}` },
  rong: { vi: (length) => `rộng ${length}`, en: (length) => `${length} wide`, ja: (length) => `幅[はば]${length}` },
  "duong kinh": { vi: (length) => `đường kính ${length}`, en: (length) => `${length} across`, ja: (length) => `直径[ちょっけい]${length}` },
};

/** A length with what it is of, in the word before it: `cao 35 cm`, `35 cm tall`, `高さ35センチ`. */
export function tellDimension(tellings: readonly Telling[], fact: Fact, words: GrowerWords | undefined): Telling[] {
  const unit = fact.amount?.unit;
  if (words === undefined || (unit !== "cm" && unit !== "mm")) return [...tellings];
  const { before } = wordsAround(fact, {}, words);
  const write = DIMENSIONS[/(?<![a-z])(cao|dai|rong|duong kinh) *$/.exec(foldText(before))?.[1] ?? ""];
  if (write === undefined) return [...tellings];
  return tellings.map(({ key, slots }) => ({
    key,
    slots: Object.fromEntries(
      Object.entries(slots).map(([name, slot]) => [name, { ...slot, text: (language: Language) => write[language](slot.text(language)) }]),
    ),
  }));
}
