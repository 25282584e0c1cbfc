import type { AmountMention } from "./amounts.ts";

const SIXTY = 60;
/** `6 giờ 30 phút` may be a time of the day: only what nobody tells the clock by. */
const HOURS = /(?:tiếng|tieng|hours?|hrs?|時間)$/iu;
const MINUTES = /(?:phút|phut|minutes?|mins?|分)$/iu;
const SECONDS = /^\s?(?:giây|giay|s(?!\p{L})|sec(?:ond)?s?(?!\p{L})|秒)/iu;
const TOGETHER = /^\s*(?:,?\s*(?:and|và|va|と)\s*)?$/u;
const GLUED = /^\s*$/u;
/** `hãm 2 phút 30`: nothing that is counted stands behind. */
const ENDS = /^\s*(?:[,;)\n!]|\.(?!\d)|$)/u;
const STEP = 5;
const MONTHS = 12;

/** How much of the first, in its own unit, the second adds to it: `2 năm 6 tháng`, `1 tiếng 15 phút`, "1 minute 30 seconds", `2 phút 30`. */
export function addedTime(first: AmountMention, second: AmountMention, between: string, whole: string): number | undefined {
  if ((first.dimension !== "time" && first.unit !== "year") || first.min !== first.max) return undefined;
  if (second.max >= SIXTY || second.min !== second.max || !TOGETHER.test(between)) return undefined;
  if (first.unit === "year") return second.unit === "month" && second.max < MONTHS ? second.max / MONTHS : undefined;
  if (second.dimension === "time") return HOURS.test(first.quote) && MINUTES.test(second.quote) ? second.max : undefined;
  if (second.dimension !== "none" || second.max < 1) return undefined;
  const isMinutes = MINUTES.test(first.quote);
  const behind = whole.slice(second.end, second.end + 8);
  if (isMinutes && SECONDS.test(behind)) return second.max / SIXTY / SIXTY;
  const isBare = !second.spelled && GLUED.test(between) && second.max >= 2 * STEP && second.max % STEP === 0 && ENDS.test(behind);
  if (!isBare || !VIETNAMESE.test(first.quote)) return undefined;
  return isMinutes ? second.max / SIXTY / SIXTY : second.max / SIXTY;
}
const VIETNAMESE = /(?:tiếng|tieng|phút|phut)$/iu;

/** "An hour and ten minutes", "a minute and 20 seconds": the one is no number. */
export function withTheFirst(mention: AmountMention, whole: string): AmountMention {
  const { start, end, dimension, quote, min, max } = mention;
  if (min !== max || max >= SIXTY || (dimension !== "none" && !(dimension === "time" && MINUTES.test(quote)))) return mention;
  const { lead, minute } = ONE_AND.exec(whole.slice(Math.max(0, start - LEAD_MAX), start))?.groups ?? {};
  if (lead === undefined || (minute === undefined) !== (dimension === "time")) return mention;
  if (minute !== undefined && !SECONDS.test(whole.slice(end, end + 8))) return mention;
  const value = minute === undefined ? 1 + max : (1 + max / SIXTY) / SIXTY;
  const from = start - lead.length;
  return { ...mention, start: from, quote: whole.slice(from, end), min: value, max: value, unit: "hour", dimension: "time" };
}
const ONE_AND = /(?<!\p{L})(?<lead>an? (?:hour|(?<minute>minute))(?: and)? )$/iu;
const LEAD_MAX = 14;
