import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";

/** `kẹo gừng`, "ginger candy", 生姜飴: a name within the name of what is made of it. */
export function isMadeInto({ text, language }: Pick<ReadText, "text" | "language">, { start, end }: Span): boolean {
  if (language === "vi") return MADE.vi.test(text.slice(Math.max(0, start - REACH), start));
  return MADE[language].test(text.slice(end, end + REACH));
}
const REACH = 10;
const MADE: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:bánh|banh|kẹo|keo|mứt|mut|rượu|ruou|siro|chả|kem) $/iu,
  en: /^ (?:cakes?|cookies|candy|candies|wine|jam|sauce|syrup|crackers?|chips|noodles)(?!\p{L})/iu,
  ja: /^(?:餅|飴|酒|菓子|団子|せんべい|煎餅|ジャム|ケーキ|クッキー|ソース|シロップ|チップス|麺)/u,
};
