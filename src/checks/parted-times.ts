import type { AmountMention } from "#facts/amounts.ts";
import type { ReadText } from "./ground.ts";

/** `hấp 1 giờ 30 phút`, `hấp 2h30`: as long, where it is no time of the day; `2 phút 30` in seconds and `90 giây` as a time. */
export function partedTimesOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((amount, index): AmountMention[] => {
    if (amount.min !== amount.max || amount.per !== undefined) return [];
    if (amount.dimension === "clock") return lastingAsClock(amount);
    if (amount.dimension === "none") return secondsOf(amount, text);
    if (amount.dimension !== "time") return [];
    const next = amounts[index + 1];
    if (next?.dimension === "time" && /(?:giờ|gio)$/iu.test(amount.quote) && /(?:phút|phut)$/iu.test(next.quote)) {
      const value = amount.max + next.max;
      return /^\s*$/u.test(text.slice(amount.end, next.start)) ? [{ ...amount, end: next.end, min: value, max: value }] : [];
    }
    const seconds = Math.round(amount.max * HOUR);
    if (seconds > SECONDS_MAX || seconds % SIXTY === 0) return [];
    const { start, end, quote } = amount;
    return [{ start, end, quote, min: seconds, max: seconds, dimension: "none", spelled: false }];
  });
}

function secondsOf(amount: AmountMention, text: string): AmountMention[] {
  const seconds = /^\s?(?:giây|giay|s(?!\p{L}))/iu.exec(text.slice(amount.end, amount.end + SECONDS_REACH))?.[0];
  if (seconds === undefined) return [];
  const value = amount.max / HOUR;
  return [{ ...amount, min: value, max: value, unit: "hour", dimension: "time" }];
}
const SECONDS_REACH = 6;

function lastingAsClock({ start, end, quote }: AmountMention): AmountMention[] {
  const { hours, minutes } = HOURS_AND_MINUTES.exec(quote)?.groups ?? {};
  if (hours === undefined) return [];
  const value = Number(hours) + Number(minutes) / SIXTY;
  return [{ start, end, quote, min: value, max: value, unit: "hour", dimension: "time", spelled: false }];
}
const HOURS_AND_MINUTES = /^(?<hours>[1-9]) ?[hg] ?(?<minutes>[1-5]\d)$/iu;
const SIXTY = 60;
const HOUR = SIXTY * SIXTY;
const SECONDS_MAX = 600;
