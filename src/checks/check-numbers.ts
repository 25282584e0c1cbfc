import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Found, Told } from "./ground.ts";

/** Counts that claim nothing about the goods: steps, reasons, greetings. */
const IDLE_AFTER =
  /^\s*(?:bước|cách|lý do|giây|bạn|câu|mẹo|anh chị|mẫu|điều|chữ|steps?|ways?|reasons?|tips?|things|seconds?|moments?|questions?|つの|ステップ|歩|人|名|通り|点)/u;
const SPELLED_MAX = 12;
const MINUTES_MAX = 5 / 60;

/** A value, unit, currency or range that the grower's words do not hold. */
export function checkNumbers(told: Told): Found[] {
  return told.amounts
    .filter(
      (amount) =>
        !isIdle(told, amount) && !told.ground.amounts.some((held) => agrees(amount, held)) && !isImplied(amount, told.ground.amounts),
    )
    .map((amount) => {
      const held = nearest(amount, told.ground.amounts);
      const { start, end, quote } = amount;
      return {
        kind: "number",
        start,
        end,
        message: held === undefined ? told.say("number", { quote }) : told.say("numberNear", { quote, held: held.quote.trim() }),
      };
    });
}

function isIdle(told: Told, amount: AmountMention): boolean {
  if (
    IDLE_AFTER.test(told.light.text.slice(amount.end, amount.end + 12)) &&
    amount.max <= SPELLED_MAX &&
    ["none", "count"].includes(amount.dimension)
  )
    return true;
  if (amount.dimension === "count" && amount.unit === undefined && amount.spelled) return amount.max <= SPELLED_MAX;
  if (amount.dimension === "none") return amount.spelled && amount.max <= SPELLED_MAX;
  if (amount.dimension === "time") return amount.max <= MINUTES_MAX;
  return amount.dimension === "generation" && amount.max === 1;
}

/** One box, one fruit; a kilo where a price per kilo is held. */
function isImplied(amount: AmountMention, held: readonly AmountMention[]): boolean {
  if (amount.min !== 1 || amount.max !== 1) return false;
  return amount.dimension === "count" || held.some((other) => other.per !== undefined && other.per === amount.unit);
}

/** What was probably meant: the same value in another unit, or another value of the same unit. */
function nearest(amount: AmountMention, held: readonly AmountMention[]): AmountMention | undefined {
  const alike = held.filter((other) => other.dimension === amount.dimension);
  return (
    held.find((other) => other.max === amount.max && other.dimension !== "none") ??
    alike.toSorted((left, right) => Math.abs(left.max - amount.max) - Math.abs(right.max - amount.max))[0]
  );
}
