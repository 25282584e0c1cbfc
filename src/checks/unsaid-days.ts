import type { AmountMention } from "#facts/amounts.ts";
import { said } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";

/** `trong ngày`, `cùng ngày`, `trong tuần`: other languages count one day, or seven. */
export function daysWithin({ light }: ReadText): AmountMention[] {
  return WITHIN.flatMap(({ pattern, days }) =>
    [...light.text.matchAll(pattern)].map((match) => {
      const span = light.span(match.index, match.index + match[0].length);
      return { ...span, min: days, max: days, unit: "day" as const, dimension: "day", spelled: true };
    }),
  );
}

const WITHIN = [
  { pattern: said("(?:trong|cùng) ngày"), days: 1 },
  { pattern: said("trong tuần"), days: 7 },
  // `hủy đơn trước 24h`: an hour of the clock, or a day ahead.
  { pattern: said("24 ?(?:h|giờ|tiếng)"), days: 1 },
  { pattern: said("trong (?:một )?buổi(?! (?:sáng|trưa|chiều|tối|sang|trua|chieu|toi|live|hôm))"), days: 0.5 },
];
