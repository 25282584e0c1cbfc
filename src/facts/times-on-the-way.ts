import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";
import type { SourceText } from "./source-text.ts";

export function isTime({ dimension }: AmountMention): boolean {
  return dimension === "day" || dimension === "time";
}

/** `sáu giờ sáng`: when, not how long. */
export function isHourOfDay({ text }: SourceText, { dimension, start, end }: AmountMention): boolean {
  // `sáng mai bảy giờ có`
  if (dimension === "time" && PART_OF_DAY.test(foldText(text.slice(Math.max(0, start - 16), start)))) return true;
  return dimension === "time" && /^\s*(?:sang|trua|chieu|toi|dem|khuya)(?!\p{L})/u.test(foldText(text.slice(end, end + 10)));
}

const PART_OF_DAY = /(?<!\p{L})(?:sang|trua|chieu|toi|dem|khuya)(?: mai| sau| hom sau| nay)\s*$/u;
