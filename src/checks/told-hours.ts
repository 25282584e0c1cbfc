import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { halfOf, type Half } from "./hours.ts";

/** "5 p.m." of the notes' `5h sáng`, `bốn giờ sáng` of `16h`. */
export function isWrongHalf({ quote, min, dimension, unit, end }: AmountMention, { text, ground, language }: Told): boolean {
  const part = dimension === "clock" ? "" : unit === "hour" ? PART.exec(text.slice(end, end + 8))?.[0] : undefined;
  const half = part === undefined ? undefined : halfOf(quote + part, language);
  return half !== undefined && ground.hours.get(min % 12)?.has(half) === false;
}

export function isHours(amount: AmountMention, told: Told): boolean {
  const { dimension, unit, min, max, start, end } = amount;
  const { text } = told;
  if (min === max && unit === "hour" && isHalfPast(amount, told)) return true;
  if (isDotted(amount, told)) return true;
  if (max > 24 || !Number.isInteger(max)) return false;
  if (min === max && dimension === "none") return PART_OF_DAY.test(text.slice(end, end + 16));
  if (min === max) return unit === "hour" && /(?:giờ|時)$/u.test(text.slice(start, end)) && !isLasting(amount, told);
  return unit === "hour" || (dimension === "none" && /^\s*(?:in the|a\.?m|p\.?m|o['’]clock|giờ|時)/iu.test(text.slice(end, end + 12)));
}

const PART = /^ (?:sáng|trưa|chiều|tối|đêm|khuya)(?!\p{L})/u;

/** "Seven in the morning till nine at night". */
const PART_OF_DAY = /^ (?:at night|in the (?:morning|afternoon|evening))(?!\p{L})/iu;

/** `4 giờ rưỡi` of the notes' `16h30`. */
function isHalfPast({ min, quote }: AmountMention, { ground }: Told): boolean {
  const hour = Math.floor(min);
  if (min - hour !== 0.5 || hour > 12 || !/giờ rưỡi$/iu.test(quote)) return false;
  return new RegExp(`(?<!\\d)(?:${hour}|${hour + 12}) ?(?:h|g|giờ|gio|:) ?(?:30|rưỡi|ruoi)(?!\\d)`, "iu").test(ground.notes);
}

/** "Before 7.30", "open 7.30 a.m. to 5 p.m.", "hours 7.30–17.00" of the notes' `7h30-17h`, as the British write it. */
function isDotted(amount: AmountMention, told: Told): boolean {
  const { dimension, quote, start, end } = amount;
  const ends = (told.language === "en" && dimension === "none" && quote.includes(".") && DOTTED.exec(quote)?.groups) || undefined;
  if (ends === undefined) return false;
  const half = halfOf(HALF.exec(told.text.slice(end, end + 6))?.[0] ?? "", "en");
  if (half === undefined && !CLOCK_BEFORE.test(told.text.slice(Math.max(0, start - 16), start))) return false;
  const { hour = "", minutes, until, past } = ends;
  if (until === undefined) return isHour(hour, minutes, half, told);
  return isHour(hour, minutes, undefined, told) && isHour(until, past, half, told);
}
const DOTTED = /^(?<hour>\d{1,2})(?:\.(?<minutes>[0-5]\d))?(?: ?(?:[-–]|to|and|until|till) ?(?<until>\d{1,2})(?:\.(?<past>[0-5]\d))?)?$/u;
const HALF = /^ ?[ap]\.?m\.?/iu;
const CLOCK_BEFORE = /(?<!\p{L})(?:before|at|by|from|until|till|after|around|to|open|hours)(?: daily)?:? $/iu;

function isHour(hour: string, minutes: string | undefined, half: Half | undefined, { ground }: Told): boolean {
  const value = Number(hour) % NOON;
  if (ground.hours.get(value)?.has(half ?? (Number(hour) > NOON ? "pm" : "am")) !== true && half !== undefined) return false;
  if (minutes === undefined || minutes === "00") return ground.hours.has(value);
  return new RegExp(`(?<!\\d)(?:0?${value}|${value + NOON}) ?(?:h|g|giờ|gio|:) ?${minutes}(?!\\d)`, "iu").test(ground.notes);
}
const NOON = 12;

/** "Between 8 and 4", "from seven to eleven", "we are open 8 to 5". */
export function isBetweenHours({ dimension, min, max, start, end }: AmountMention, { text, language }: Told): boolean {
  if (language !== "en" || dimension !== "none" || max > 12 || !Number.isInteger(min) || !Number.isInteger(max)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  return min === max
    ? /(?:between|from) \d{1,2} (?:and|to) $/iu.test(before) ||
        (/(?:between|from) $/iu.test(before) && /^ (?:and|to) \d/u.test(text.slice(end, end + 6)))
    : /(?:from|(?<!\p{L})open(?:ing hours)?(?: (?:daily|every day))?(?:,| is| are|:)?) $/iu.test(before);
}

/** "Within", "after" so many hours: no hour of the clock, unless it was just told what is done before that hour. */
export function isLasting({ start, end, min }: AmountMention, { text, amounts }: Told): boolean {
  // `sau năm giờ chiều`
  if (PART.test(text.slice(end, end + 8))) return false;
  if (!LASTING.test(text.slice(Math.max(0, start - 14), start))) return false;
  return !(PAST.test(text.slice(Math.max(0, start - 6), start)) && amounts.some((one) => one.end <= start && isDeadline(one, text, min)));
}
const LASTING = /(?:trong|sau|hơn|khoảng|quá|vòng|suốt)\s*$/iu;
const PAST = /(?:sau|quá) $/iu;
function isDeadline({ dimension, unit, min, start }: AmountMention, text: string, hour: number): boolean {
  if (dimension !== "clock" && unit !== "hour") return false;
  return min % 12 === hour % 12 && DEADLINE.test(text.slice(Math.max(0, start - 8), start));
}
const DEADLINE = /trước(?: lúc)? $/iu;
