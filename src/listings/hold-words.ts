import { loadDefaultJapaneseParser } from "budoux";
import type { Language } from "#i18n/language.ts";

const japanese = loadDefaultJapaneseParser();
const NO_BREAK_SPACE = "\u00a0";
const WORD_JOINER = "\u2060";

/** Keeps together what one reads as one: names, and in Japanese its phrases and words in katakana, where a line has room for them. */
export function holdWords(
  text: string,
  language: Language,
  { names, columnsMax }: { names: readonly string[]; columnsMax: number },
): string {
  if (language === "ja")
    return japanese
      .parse(text)
      .map((phrase) => holdPhrase(phrase, columnsMax))
      .join("");
  const held = names.flatMap((name) => name.split(/,\s*/)).filter((name) => name.includes(" ") && name.length <= columnsMax);
  return held.reduce((told, name) => told.replaceAll(name, name.replaceAll(" ", NO_BREAK_SPACE)), text);
}

function holdPhrase(phrase: string, columnsMax: number): string {
  const join = (part: string) => (part.length <= columnsMax ? [...part].join(WORD_JOINER) : part);
  return phrase.length <= columnsMax ? join(phrase) : phrase.replaceAll(/[\p{Script=Katakana}ー]+/gu, join);
}
