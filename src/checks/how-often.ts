import { lighten, type Folded } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import { said, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { everyFewOf } from "./every-few-days.ts";
import { readFrequencies, type Frequency } from "./frequencies.ts";
import type { Found, Told } from "./ground.ts";
import { readWeekdays } from "./weekdays.ts";

/** How often a text says that something is done; `counted`: the days that the notes name, as `thứ 3, thứ 6` are twice a week. */
type Often = { counted: readonly Frequency[]; other: readonly Frequency[] };

export function readOften({ light, language, ground }: Told): Often {
  const isCounted = ({ times, period }: Frequency) =>
    period === "week" ? times === ground.weekdays.size : period === "day" && times === hoursListed(ground.notes);
  const all = readFrequencies(light, language);
  return { counted: all.filter(isCounted), other: all.filter((each) => !isCounted(each)) };
}

/** `ra lò 7h với 15h`: twice a day. */
function hoursListed(notes: string): number {
  const [list = ""] = HOURS.exec(notes) ?? [];
  return list.match(/\d{1,2} ?(?:h|giờ|gio)/gu)?.length ?? 0;
}
const HOUR = String.raw`\d{1,2} ?(?:h|giờ|gio)(?:\d{2})?(?!\p{L})(?: (?:sáng|sang|trưa|trua|chiều|chieu|tối|toi))?`;
const HOURS = new RegExp(String.raw`(?<![\d.,])${HOUR}(?:(?:,| và| va| với| voi| &) ?${HOUR})+`, "u");

/** "Once a day" of the notes' once a week, "four times a week" of their three; where they never say so often it is a manner of speaking. */
export function strangeFrequencies({ ground, say }: Told, { other }: Often): Found[] {
  return other
    .filter(({ times, period }) => {
      const alike = ground.frequencies.filter((held) => held.times === times);
      const within = ground.frequencies.filter((held) => held.period === period);
      const another = times > 1 && within.length > 0 && within.every((held) => held.times !== times);
      return (
        another ||
        (times > 1 && isEveryFew(ground, times, period)) ||
        (period === "year" && times > 1 && areOtherCrops(ground, times)) ||
        (alike.length > 0 && alike.every((held) => held.period !== period))
      );
    })
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

/** "Four times a year" of `hái 3 vụ: xuân, hè, thu`. */
function areOtherCrops({ amounts, frequencies }: Told["ground"], times: number): boolean {
  const crops = amounts.filter(({ dimension }) => dimension === "crop");
  return frequencies.length === 0 && crops.length > 0 && crops.every(({ min, max }) => times < min || times > max);
}

/** "Three times a day" of `3 ngày 1 lần`, "twice a week" of `2 tuần/lần`. */
function isEveryFew({ notes, frequencies }: Told["ground"], times: number, period: string): boolean {
  const isSo = everyFewOf(notes).some((few) => few.period === period && few.many === times);
  return isSo && !frequencies.some((held) => held.times === times);
}

/** "Every month" of `hàng về mỗi tuần`, where the text has no week and the notes no month; "weekly" of `2 tuần/lần`. */
export function strangePeriods({ light, language, ground, say }: Told): Found[] {
  return PERIODS.flatMap((period, at): Found[] => {
    const other = PERIODS[1 - at] ?? period;
    const told = EVERY[language][period].exec(light.text);
    if (told === null || EVERY[language][other].test(light.text)) return [];
    const few = everyFewOf(ground.notes).find((one) => one.period === period && one.many > 1);
    const held = EVERY.vi[other].exec(ground.notes)?.[0] ?? few?.quote;
    if (held === undefined || EVERY.vi[period].test(ground.notes)) return [];
    const { start, end, quote } = light.span(told.index, told.index + told[0].length);
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held }) }];
  });
}
/** Without the flag that keeps its place from text to text. */
function everyOf(period: string): RegExp {
  return new RegExp(said(`(?:mỗi|hàng|hằng) ${period}`), "u");
}
const PERIODS = ["week", "month"] as const;
const EVERY: Record<Language, Record<(typeof PERIODS)[number], RegExp>> = {
  vi: { week: everyOf("tuần"), month: everyOf("tháng") },
  en: { week: /(?<![\p{L}-])(?:weekly|(?:every|each) week)(?!\p{L})/u, month: /(?<![\p{L}-])(?:monthly|(?:every|each) month)(?!\p{L})/u },
  ja: { week: /毎週/u, month: /毎月/u },
};

/** Another day of the week than the notes name, or to order before; where they name none it may be a greeting. */
export function strangeWeekdays({ light, language, ground, say }: Told): Found[] {
  if (ground.weekdays.size === 0) return [];
  const due = once(() => {
    const notes = lighten(ground.notes);
    return new Set(readWeekdays(notes, "vi").flatMap((told) => (isDue(notes, told, "vi") ? [told.day] : [])));
  });
  return readWeekdays(light, language)
    .filter((told) => !ground.weekdays.has(told.day) || (isDue(light, told, language) && due().size > 0 && !due().has(told.day)))
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

/** "Order before Wednesday", 水曜より前に. */
function isDue({ raw }: Folded, { start, end }: Span, language: Language): boolean {
  const { lead, tail } = DUE[language];
  return lead.test(raw.slice(Math.max(0, start - LEAD_REACH), start)) || tail.test(raw.slice(end, end + LEAD_REACH));
}
const LEAD_REACH = 16;
const NEVER = /(?!)/u;
const DUE: Record<Language, { lead: RegExp; tail: RegExp }> = {
  vi: { lead: /(?<!\p{L})(?:trước|truoc)(?: (?:sáng|trưa|chiều|tối|hết|ngày|sang|trua|chieu|toi|het|ngay))? ?$/iu, tail: NEVER },
  en: { lead: /(?<!\p{L})(?:before|no later than)(?: the)? $/iu, tail: NEVER },
  ja: { lead: NEVER, tail: /^(?:日)?(?:より?前|前|までに?の?ご?(?:注文|予約))/u },
};
