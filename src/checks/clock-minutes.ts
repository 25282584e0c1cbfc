import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

const CLOCK: Record<Language, RegExp> = {
  vi: /(?<![\d.,:\p{L}])(?<hour>[01]?\d|2[0-4]) ?(?:h|giờ|gio|:) ?(?<minute>[0-5]\d)(?![\d\p{L}]|[.,:]\d| ?(?:%|[kđ₫]))/giu,
  en: /(?<![\d.,:])(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?!\d|[.,:]\d)/gu,
  ja: /(?<![\d.,:])(?<hour>[01]?\d|2[0-4])(?:時|:|：)(?<minute>[0-5]\d|半)(?!\d|[.,:]\d)/gu,
};
const HALVES = /(?<![\d.,:\p{L}])(?<hour>[01]?\d|2[0-4]) ?(?:h|giờ|gio) ?(?:rưỡi|ruoi)(?!\p{L})/giu;
const NOON = 12;
const HALF_PAST = 30;

/** `hour` of twelve. */
type Clock = Span & { quote: string; hour: number; minute: number; isLate: boolean };

/** Hours told with their minutes: `held` stand so in the notes; of the others these have the hour, and only with other minutes. */
export function clockMinutes({ text, language, ground: { notes, hours }, say }: Told): { held: Span[]; strange: Found[] } {
  const told = clocksIn(text, language);
  if (told.length === 0) return { held: [], strange: [] };
  const noted = clocksIn(notes, "vi");
  const isNoted = (hour: number) => noted.some((one) => one.hour === hour);
  // `7h30-16h`, told as "7:30-16:00": the full hour, which the notes tell without minutes.
  const isFull = ({ hour, minute, isLate }: Clock) =>
    minute === 0 && !isNoted(hour) && (isLate ? hours.get(hour)?.has("pm") === true : hours.has(hour));
  const isHeld = (clock: Clock) => noted.some(({ hour, minute }) => hour === clock.hour && minute === clock.minute) || isFull(clock);
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

function clocksIn(text: string, language: Language): Clock[] {
  return (language === "vi" ? [CLOCK.vi, HALVES] : [CLOCK[language]]).flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: quote, index, groups }) => ({
      hour: Number(groups?.["hour"]) % NOON,
      isLate: Number(groups?.["hour"]) > NOON,
      minute: Number(groups?.["minute"]) || (groups?.["minute"] === "00" ? 0 : HALF_PAST),
      start: index,
      end: index + quote.length,
      quote,
    })),
  );
}
