import { lighten, type Folded } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { readFrequencies, type Frequency } from "./frequencies.ts";
import type { Found, Told } from "./ground.ts";
import { readWeekdays } from "./weekdays.ts";

/** How often a text says that something is done; `counted`: the days that the notes name, as `thứ 3, thứ 6` are twice a week. */
type Often = { counted: readonly Frequency[]; other: readonly Frequency[] };

export function readOften({ light, language, ground }: Told): Often {
  const isCounted = ({ times, period }: Frequency) => period === "week" && times === ground.weekdays.size;
  const all = readFrequencies(light, language);
  return { counted: all.filter(isCounted), other: all.filter((each) => !isCounted(each)) };
}

/** "Once a day" of the notes' once a week, "four times a week" of their three; where they never say so often it is a manner of speaking. */
export function strangeFrequencies({ ground, say }: Told, { other }: Often): Found[] {
  return other
    .filter(({ times, period }) => {
      const alike = ground.frequencies.filter((held) => held.times === times);
      const within = ground.frequencies.filter((held) => held.period === period);
      const another = times > 1 && within.length > 0 && within.every((held) => held.times !== times);
      return another || (alike.length > 0 && alike.every((held) => held.period !== period));
    })
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

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
