import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";

/** `làm sạch thêm 15k`, "add 15,000 VND for cleaning", 1万5千ドン追加: paid on top, the price of no size. */
export function isSurcharge({ text, language }: Pick<ReadText, "text" | "language">, { start, end }: AmountMention): boolean {
  const { before, after } = ON_TOP[language];
  return before.test(text.slice(Math.max(0, start - REACH), start)) || after.test(text.slice(end, end + REACH));
}
const REACH = 20;
const ON_TOP: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: /(?:(?<!\p{L})(?:thêm|them|tăng|tang|phụ thu|phu thu|phụ phí|phu phi)(?: (?:có|co|là|la|chỉ|chi|khoảng|khoang))?|\+) ?$/iu,
    after: /^ (?:nữa|nua)(?!\p{L})/iu,
  },
  en: {
    before: /(?<!\p{L})(?:add|adds|plus|extra|another|surcharge(?: of| is)?|additional)(?: only| just| about)? ?$/iu,
    after: /^ (?:extra|more|on top)(?!\p{L})/iu,
  },
  ja: { before: /(?:プラス|追加(?:料金)?(?:は|で)?|別途)$/u, after: /^(?:を|の)?(?:追加|増し|加算|上乗せ|プラス)/u },
};
