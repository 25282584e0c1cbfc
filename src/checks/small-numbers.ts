import type { Language } from "#i18n/language.ts";

/** One to twelve; Vietnamese bare of its marks. */
const WORDS: Record<Language, readonly string[]> = {
  vi: ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"],
  en: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ja: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"],
};

/** A pattern of a whole number in figures or, of those, in a word; `from` the least one in a word. */
export function smallNumber(language: Language, from = 1): string {
  const words = WORDS[language].slice(from - 1).toReversed();
  return `\\d{1,3}(?![\\d.,]*\\d)|(?:${words.join("|")})(?!\\p{Script=Latin})`;
}

export function smallValue(said: string, language: Language): number {
  const word = WORDS[language].indexOf(said);
  return word === -1 ? Number(said) : word + 1;
}
