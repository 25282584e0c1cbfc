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
      return another || (alike.length > 0 && alike.every((held) => held.period !== period));
    })
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

/** Another day of the week than the notes name; where they name none it may be a greeting. */
export function strangeWeekdays({ light, language, ground, say }: Told): Found[] {
  if (ground.weekdays.size === 0) return [];
  return readWeekdays(light, language)
    .filter(({ day }) => !ground.weekdays.has(day))
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}
