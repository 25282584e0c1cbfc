import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";
import type { SourceText } from "./source-text.ts";

export function isTime({ dimension }: AmountMention): boolean {
  return dimension === "day" || dimension === "time";
}

/** `sáu giờ sáng`: when, not how long. */
export function isHourOfDay({ text }: SourceText, { dimension, start, end, quote }: AmountMention): boolean {
  if (dimension === "time" && isEitherHour(text, quote, start, end)) return true;
  // `sáng mai bảy giờ có`
  if (dimension === "time" && PART_OF_DAY.test(foldText(text.slice(Math.max(0, start - 16), start)))) return true;
  return dimension === "time" && /^\s*(?:sang|trua|chieu|toi|dem|khuya)(?!\p{L})/u.test(foldText(text.slice(end, end + 10)));
}

const PART_OF_DAY = /(?<!\p{L})(?:sang|trua|chieu|toi|dem|khuya)(?: mai| sau| hom sau| nay)\s*$/u;

/** `lên Huế năm giờ là tới`: at five, or after five hours; only `mất`, `trong`, `chừng` make it so long. */
function isEitherHour(text: string, quote: string, start: number, end: number): boolean {
  if (!/gi[oờ]$/iu.test(quote.normalize("NFC")) || !/^ (?:la|thi) (?:toi|den|co|nhan)/u.test(foldText(text.slice(end, end + 10))))
    return false;
  return !/(?:mat|trong|chay|khoang|chung|tam|sau|het|co|dau|hon|gan) $/u.test(foldText(text.slice(Math.max(0, start - 8), start)));
}

/** `xe vô Cần Thơ 4 ngày 1 chuyến`: how often it goes, not how long it is on its way. */
export function isBetweenTrips({ text }: SourceText, { end }: AmountMention): boolean {
  return /^ ?(?:\/ ?)?(?:1|mot) (?:chuyen|lan|dot)(?!\p{L})/u.test(foldText(text.slice(end, end + 14)));
}
