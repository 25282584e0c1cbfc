import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

const CLOCK: Record<Language, RegExp> = {
  vi: /(?<![\d.,:\p{L}])(?<hour>[01]?\d|2[0-4])(?: ?(?:h|giờ|gio|:) ?|g)(?<minute>[0-5]\d)(?![\d\p{L}]|[.,:]\d| ?(?:%|[kđ₫]))/giu,
  en: /(?<![\d.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?!\d|[.,:]\d)/gu,
  ja: /(?<![\d.,:])(?<hour>[01]?\d|2[0-4])(?:時|:|：)(?<minute>[0-5]\d|半)(?!\d|[.,:]\d)/gu,
};
const HALVES = /(?<![\d.,:\p{L}])(?<hour>[01]?\d|2[0-4]) ?(?:h|giờ|gio) ?(?:rưỡi|ruoi)(?!\p{L})/giu;
const NOON = 12;
const HALF_PAST = 30;

/** `hour` of twelve; `late` where it was told of twenty-four, past noon. */
type Clock = Span & { quote: string; hour: number; minute: number; late: boolean };

/** Hours told with their minutes: `held` stand so in the notes; of the others these have the hour, and only with other minutes. */
export function clockMinutes(read: Told): { held: Span[]; strange: Found[] } {
  const { text, language, ground, say } = read;
  const told = clocksIn(text, language);
  if (told.length === 0) return { held: [], strange: [] };
  const noted = clocksIn(ground.notes, "vi");
  const isHeld = (clock: Clock) =>
    noted.some(({ hour, minute }) => hour === clock.hour && minute === clock.minute) ||
    (clock.minute === 0 && noted.every(({ hour }) => hour !== clock.hour) && isFullHour(clock, read));
  return {
    held: told.filter(isHeld),
    strange: told.flatMap((clock): Found[] => {
      const own = noted.find((one) => one.hour === clock.hour);
      if (own === undefined || isHeld(clock)) return [];
      const { start, end, quote } = clock;
      return [{ kind: "number", start, end, message: say("numberNear", { quote, held: own.quote }) }];
    }),
  };
}

/** "8:00", `8:00` of the notes' `8h`, `tám giờ`; not in the other half of the day. */
function isFullHour({ hour, late, end }: Clock, { text, ground }: Told): boolean {
  const behind = text.slice(end, end + PART_CHARS);
  if (AM_PM.test(behind)) return false;
  const half = late || AFTERNOON.test(behind) ? "pm" : MORNING.test(behind) ? "am" : undefined;
  const halves = ground.hours.get(hour);
  if (halves !== undefined) return half === undefined || halves.has(half);
  return ground.amounts.some(
    ({ unit, quote, min, max }) => unit === "hour" && OF_CLOCK.test(quote) && (min % NOON === hour || max % NOON === hour),
  );
}
const PART_CHARS = 20;
const AM_PM = /^ ?[ap]\.?m/iu;
const MORNING = /^ (?:in the morning|sáng)(?!\p{L})/iu;
const AFTERNOON = /^ (?:in the (?:afternoon|evening)|at night|chiều|tối)(?!\p{L})/iu;
const OF_CLOCK = /gi[oờ]$/iu;

function clocksIn(text: string, language: Language): Clock[] {
  return (language === "vi" ? [CLOCK.vi, HALVES] : [CLOCK[language]]).flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: quote, index, groups }) => ({
      hour: Number(groups?.["hour"]) % NOON,
      late: Number(groups?.["hour"]) > NOON,
      minute: Number(groups?.["minute"]) || (groups?.["minute"] === "00" ? 0 : HALF_PAST),
      start: index,
      end: index + quote.length,
      quote,
    })),
  );
}
