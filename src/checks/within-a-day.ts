import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/** `một nắng`, a day's sun, says how it was dried: "within 24 hours", "in a day" are of something else. */
export function isSunned({ dimension, unit }: AmountMention): boolean {
  return dimension === "day" && unit === undefined;
}

export function isHours({ unit, start, end }: AmountMention, { text, language }: Told): boolean {
  if (unit === "hour") return true;
  const within = WITHIN[language].before.test(lightText(text.slice(Math.max(0, start - 16), start)));
  // "After two days in the sun", `sau hai ngày phơi nắng`: of the drying.
  return within && !IN_THE_SUN.test(lightText(text.slice(end, end + 24)));
}
const IN_THE_SUN =
  /^ (?:of )?(?:sun[- ]?dry|(?:dry|being dried)[a-z]* (?:in|under) |in (?:the |full |direct )?sun|under the sun|phơi|nắng|dang nắng)/u;

/** "Soaked for 24 hours" of the notes' `giao trong ngày`: within a day is no day long. */
export function isOnlyWithin({ start, end, unit }: AmountMention, held: AmountMention, { text, language }: Told): boolean {
  if (unit !== "hour" || !WITHIN_A_DAY.test(lightText(held.quote))) return false;
  const { before, after } = WITHIN[language];
  return !before.test(lightText(text.slice(Math.max(0, start - 16), start))) && !after.test(lightText(text.slice(end, end + 8)));
}
const WITHIN_A_DAY = /^(?:trong|cùng|cung) (?:ngày|ngay)$/u;
const WITHIN: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: /(?:trong|chưa (?:tới|đến|đầy)|dưới|không quá|sau)(?: (?:vòng|khoảng|chừng|tầm))? $/u,
    after: /^ (?:là (?:tới|có|nhận)|sau)/u,
  },
  en: {
    before: /(?:within|in|inside|under|less than|every|after)(?: (?:about|the|just))? $/u,
    after: /^(?: of| later| after|[- ](?:delivery|dispatch))/u,
  },
  ja: { before: /(?!)/u, after: /^(?:以?内|で(?:お?届|着|お手)|後に(?:お?届|着)|未満|配送|発送)/u },
};
