import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";

const REACH = 60;
/** "Hue in a day, Vinh in 3", "unopened 15 days, opened four" */
const IN = / (?:in|opened|chilled|frozen|thawed) $/u;
const BEHIND = /^(?:[,;).]|$| and )/u;
const SENTENCE_END = /[.!?;\n](?:\s|$)/u;
const UNIT = /(?<!\p{L})(hour|day|month)s?(?!\p{L})/giu;
const DIMENSIONS = { hour: "time", day: "day", month: "month" } as const;

/** "Hue in a day, Vinh in 3": what has no unit is of the one told just before. */
export function isElided(amount: AmountMention, { text, language, ground }: Told): boolean {
  const { start, end, dimension, min, max } = amount;
  if (dimension !== "none" || min !== max || language !== "en" || !BEHIND.test(text.slice(end, end + 5))) return false;
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? "";
  if (!IN.test(before)) return false;
  const unit = [...before.matchAll(UNIT)].at(-1)?.[1]?.toLowerCase();
  if (unit !== "hour" && unit !== "day" && unit !== "month") return false;
  return ground.amounts.some((held) => agrees({ ...amount, dimension: DIMENSIONS[unit], unit }, held, { strict: true }));
}
