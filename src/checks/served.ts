import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";
import type { Family } from "./roles.ts";

/** `niêu 1kg cho 3-4 người ăn` */
export const SERVING: Family = { id: "serving", of: ["people"], known: true };

/** `niêu 1kg cho 3-4 người ăn`, "feeds six to eight", 6〜8人前: whom so much is enough for. */
export function isServed({ text, language }: Pick<ReadText, "text" | "language">, { dimension, start, end }: AmountMention): boolean {
  if (dimension !== "none") return false;
  const { before, after } = SERVED[language];
  return after.test(text.slice(end, end + REACH)) && before.test(text.slice(Math.max(0, start - REACH), start));
}
const REACH = 16;
const SERVED: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: /(?<!\p{L})(?:cho|đủ|du|dành cho|phần|khoảng|tầm|\d ?(?:kg|g|gr|ký|ky|lít|lit|l)) $/iu,
    after: /^ ?(?:người|nguoi|ng)(?: (?:ăn|an|dùng|uống))?(?!\p{L})/iu,
  },
  en: { before: /(?<!\p{L})(?:serves?|feeds?|enough for|plenty for)(?: about| around)? $/iu, after: /^/u },
  ja: { before: /^/u, after: /^ ?(?:人前|人分|名分|人用)/u },
};
