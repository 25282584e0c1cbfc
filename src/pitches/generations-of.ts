import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";

/** For how many generations a family has done its work: `nghề 4 đời`, `hai đời làm nón`. */
export function generationsOf({ text }: Fact): ((language: Language) => string) | undefined {
  const said = /(?<![a-z\d])([2-7]|hai|ba|bon|nam|sau|bay) doi(?![a-z])/.exec(foldText(text))?.[1];
  const count = said === undefined ? -1 : /\d/.test(said) ? Number(said) : FOLDED.indexOf(said) + 2;
  return count < 2 ? undefined : (language) => COUNTS[language][count - 2] ?? "";
}
const FOLDED = ["hai", "ba", "bon", "nam", "sau", "bay"];
const COUNTS: Record<Language, readonly string[]> = {
  vi: ["hai", "ba", "bốn", "năm", "sáu", "bảy"],
  en: ["two", "three", "four", "five", "six", "seven"],
  ja: ["二[に]", "三[さん]", "四[よん]", "五[ご]", "六[ろく]", "七[なな]"],
};
