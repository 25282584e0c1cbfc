import type { DateRule } from "./date-rule.ts";
import { dayInWords } from "./vietnamese-day-words.ts";

/** Hours of the clock, over folded text: `4h sáng`, `5 rưỡi chiều`, `lúc 6h`. */
export const VIETNAMESE_HOURS: readonly DateRule[] = [
  {
    pattern:
      /(?<![\d.,/\p{L}])(?<hour>\d{1,2})\s*(?:h|gio|g(?! ?toi))\s?(?:\d{2}|(?:ruoi)\b)?\s*(?:sang|trua|chieu|toi|dem|khuya)(?!\p{L})/gu,
    parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
  },
  // `5 rưỡi sáng`, `năm rưỡi chiều`
  {
    pattern:
      /(?<![\d.,/\p{L}])(?:(?<hour>\d{1,2})|(?<spelled>mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)) ruoi (?:sang|chieu|khuya)(?!\p{L})/gu,
    parts: ({ hour, spelled }) => ({ hour: (hour === undefined ? dayInWords(spelled ?? "") : Number(hour)) % 12 }),
  },
  {
    pattern: /(?<=(?<!\p{L})(?:sang|trua|chieu|toi|dem|khuya)\s)(?<hour>\d{1,2})h(?![\p{L}\d])/gu,
    parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
  },
  {
    // `từ 8h-18h`, `8h30-18h`: the other end as well.
    pattern:
      /(?<=(?:luc|tu|den|toi|,|truoc|sau|moi ngay) (?:\d{1,2}h(?:\d{2})? ?[-–] ?)?|\dh\d{2} ?[-–] ?)(?<hour>\d{1,2})h(?:\d{2})?(?![\p{L}\d])/gu,
    parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
  },
  {
    pattern:
      /(?<![\d.,/\p{L}])(?<hour>\d{1,2})h(?=\s+(?:moi|hang|hom)\s(?:ngay|toi|sang|chieu|truoc|sau|nay)| ?[-–] ?\d{1,2}h\d{2}(?!\d))/gu,
    parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
  },
  { pattern: /(?<![\d.,/\p{L}])(?<hour>\d{1,2})h\d{2}(?!\d)/gu, parts: (groups) => ({ hour: Number(groups.hour) % 12 }) },
];
