import type { AmountMention } from "#facts/amounts.ts";
import { said } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";

/** `trong ngày`, `cùng ngày`, `trong tuần`: other languages count one day, or seven. */
export function daysWithin({ light }: ReadText): AmountMention[] {
  const days = WITHIN.flatMap(({ pattern, days: many }) =>
    [...light.text.matchAll(pattern)].map((match): AmountMention => {
      const span = light.span(match.index, match.index + match[0].length);
      return { ...span, min: many, max: many, unit: "day", dimension: "day", spelled: true };
    }),
  );
  const hours = [...light.text.matchAll(HOURS_AHEAD)].map((match): AmountMention => {
    const many = Number(match.groups?.["hours"]);
    const span = light.span(match.index + match[0].search(/\d/u), match.index + match[0].length);
    return { ...span, min: many, max: many, unit: "hour", dimension: "time", spelled: false };
  });
  const cooked = [...light.text.matchAll(COOKED)].flatMap((match): AmountMention[] => {
    const [many, minutes] = [Number(match.groups?.["hours"]), Number(match.groups?.["minutes"]) / MINUTES];
    const span = light.span(match.index, match.index + match[0].length);
    return [many + minutes, many, minutes].map((value) => ({
      ...span,
      min: value,
      max: value,
      unit: "hour",
      dimension: "time",
      spelled: false,
    }));
  });
  return [...days, ...hours, ...cooked];
}

/** `quay than 2h30`: two and a half hours over the fire, and no time of day. */
const MINUTES = 60;
const COOKED = said(
  "(?:quay|nướng|hầm|ninh|luộc|nấu|hấp|sấy|ủ|ngâm|kho)(?: (?!lúc|từ|tới|đến|trước|sau|xong|ở|luc|tu|toi|den|truoc)\\p{L}+){0,2} (?<hours>[1-9]) ?h ?(?<minutes>15|30|45)(?! ?(?:\\d|sáng|trưa|chiều|tối|đêm|đến|tới|-))",
);

/** `hủy trước 12h`: by the clock, or so long ahead. */
const HOURS_AHEAD = said(
  "(?:hủy|huỷ|dời|đổi lịch|báo)(?: (?:đơn|hàng|lịch))? trước (?<hours>\\d{1,2}) ?(?:h|giờ)(?! ?(?:\\d|sáng|trưa|chiều|tối|đêm))",
);
const WITHIN = [
  { pattern: said("(?:trong|cùng) ngày"), days: 1 },
  { pattern: said("trong tuần"), days: 7 },
  // `hủy đơn trước 24h`: an hour of the clock, or a day ahead.
  { pattern: said("24 ?(?:h|giờ|tiếng)"), days: 1 },
  { pattern: said("trong (?:một |1 )?buổi(?! (?:sáng|trưa|chiều|tối|sang|trua|chieu|toi|live|hôm))"), days: 0.5 },
];
