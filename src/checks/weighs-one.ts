import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { ReadText } from "./ground.ts";

/** `quả một cân đến cân rưỡi`, "fruit of 1 to 1.5 kg": what one weighs, "10–49 kg at 175,000 VND": what is bought, and no pack; nor are "six buds each". */
export function weighsOne({ text, language }: ReadText, { start, end, dimension, min, max }: AmountMention): boolean {
  if (dimension === "count" && language === "en") return EACH.test(text.slice(end, end + 6));
  if (dimension !== "mass" || min === max) return false;
  return PIECE_BEFORE[language].test(text.slice(Math.max(0, start - 20), start)) || text.startsWith(" at ", end);
}
const PIECE_BEFORE: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:quả|qua|trái|trai|củ|cu|con|búp|bup|bắp|bap|khúc|khuc)(?: (?:nặng|nang|tầm|tam|cỡ|co|khoảng|khoang|chừng|chung|từ|tu|to))* $/iu,
  en: /(?<!\p{L})(?:fruits?|ones?|each|heads?|pieces?|bulbs?|roots?)(?: (?:of|weighing|from|about|around))* $/iu,
  ja: /(?:1|１|一)(?:個|玉|本|尾|匹|株|つ)(?:が|は|の重さは|で)?(?:約|およそ)?$/u,
};
const EACH = /^ each(?:[:,;.]|$)/u;
