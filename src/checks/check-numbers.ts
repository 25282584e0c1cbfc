import { dozenOf, isInTens } from "#facts/explained-dozens.ts";
import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import { overlaps, type Span } from "#facts/said.ts";
import type { Found, Told } from "./ground.ts";
import { FOUND_MAX } from "./match-rules.ts";
import { standsFor } from "./stands-for.ts";
import { isHeldDate, isOfTheSun } from "./held-dates.ts";
import { fillsPack } from "./fills-packs.ts";
import { isBetweenHours, isHours, isLasting, isWrongHalf } from "./told-hours.ts";
import { readOften, strangeFrequencies, strangeWeekdays } from "./how-often.ts";
import { IDLE, sayingsIn } from "./idle-words.ts";
import { itemNumbers } from "./list-items.ts";
import { isListed } from "./listed.ts";
import { isOfEach, isOneOf } from "./one-of.ts";
import { isOneOfTheSizes } from "./one-of-the-sizes.ts";
import { strangeNumberedNames } from "./numbered-names.ts";
import { isOwnMultiple } from "./own-multiples.ts";
import { isDilution, isOfInner } from "./inner-packs.ts";
import { isPaced } from "./paces.ts";
import { isPriceDifference } from "./price-differences.ts";
import { isEndOfRange } from "./range-ends.ts";
import { partySums } from "./party-fares.ts";
import { isReckoned } from "./reckoned.ts";
import { isRemainder } from "./remainders.ts";
import { isHeldRepeat, strangeRepeats } from "./repeats.ts";
import { isOfSorts } from "./sorts.ts";
import { isElided } from "./elided-units.ts";
import { clockMinutes } from "./clock-minutes.ts";
import { fractionsIn, strangeFractions } from "./fractions.ts";
import { strangeGifts } from "./gifts.ts";
import { strangePeople } from "./people.ts";
import { strangeParts } from "./recipe-parts.ts";
import { isStand } from "./stands.ts";
import { TEN } from "./their-dozens.ts";
import { isTimesTold } from "./times-told.ts";
import { isSumTold } from "./told-sums.ts";
import { isOrdered, isTotal } from "./totals.ts";
import { isAbout } from "./told-about.ts";
import { isDecades, isToldInRound } from "./told-in-round.ts";
import { strangeGenerations } from "./unsaid-generations.ts";
import { strangeYears } from "./ordered-years.ts";
import { isWorkedOut } from "./worked-out.ts";
import { strangeYields } from "./yields.ts";

const PAIR = /(?<!\p{L})(?:cặp|cap|đôi|doi)(?!\p{L})/u;
const SPELLED_MAX = 12;
const MINUTES_MAX = 5 / 60;

/** A value, unit, currency or range that the grower's words do not hold. */
export function checkNumbers(told: Told): Found[] {
  const often = readOften(told);
  const fractions = fractionsIn(told);
  const clocks = clockMinutes(told);
  const parties = partySums(told);
  return [
    ...strangeAmounts(told, [...often.counted, ...fractions, ...clocks.strange, ...parties.held, ...parties.strange], clocks.held),
    ...strangeFractions(told, fractions),
    ...strangeNumberedNames(told),
    ...strangeWeekdays(told),
    ...strangeFrequencies(told, often),
    ...strangeRepeats(told),
    ...strangeYields(told),
    ...strangePeople(told).filter((found) => !parties.held.some((span) => overlaps(span, found))),
    ...parties.strange,
    ...strangeGenerations(told),
    ...strangeYears(told),
    ...clocks.strange,
    ...strangeGifts(told),
    ...strangeParts(told),
  ];
}

function strangeAmounts(told: Told, counted: readonly Span[], clocks: readonly Span[]): Found[] {
  const sayings = once(() => sayingsIn(told));
  const items = once(() => itemNumbers(told.text));
  // One by one, so that none is looked at once enough are found.
  return told.amounts
    .values()
    .filter(
      (amount, index) =>
        !isHeld(amount, told) &&
        !isIdle(told, amount) &&
        !isImplied(amount, told) &&
        !isCounting(told.amounts, index) &&
        !items().some(({ start, end }) => start === amount.start && end === amount.end) &&
        ![...sayings(), ...counted].some((span) => overlaps(span, amount)) &&
        !(amount.dimension !== "clock" && clocks.some(({ start, end }) => start <= amount.start && amount.start < end)),
    )
    .take(FOUND_MAX)
    .map((amount): Found => {
      const held = nearest(amount, told.ground.amounts);
      const { start, end, quote } = amount;
      return {
        kind: "number",
        start,
        end,
        message: held === undefined ? told.say("number", { quote }) : told.say("numberNear", { quote, held: held.quote.trim() }),
      };
    })
    .toArray();
}

function isHeld(amount: AmountMention, told: Told): boolean {
  const { ground } = told;
  if (isWrongHalf(amount, told)) return false;
  if (told.language === "vi" && isInTens(amount) && amount.max === TEN && dozenOf(ground.notes) !== undefined) return true;
  if (isOfTheSun(amount, told)) return false;
  const lasts = isLasting(amount, told);
  const isThere = ground.amounts.some((held) => standsFor(amount, held, told) && !(lasts && held.dimension === "clock"));
  if (
    isThere ||
    isWorkedOut(amount, told) ||
    isReckoned(amount, told) ||
    isAbout(amount, told) ||
    isListed(amount, told) ||
    isOneOf(amount, ground) ||
    isOneOfTheSizes(amount, told) ||
    isOfSorts(amount, told) ||
    isEndOfRange(amount, told) ||
    isPriceDifference(amount, told) ||
    isTimesTold(amount, told) ||
    isStand(amount, told) ||
    isOfInner(amount, told) ||
    isHeldRepeat(amount, told) ||
    isDilution(amount, ground) ||
    isOwnMultiple(told, amount) ||
    isRemainder(amount, told) ||
    isSumInThousands(amount, told) ||
    isToldInRound(amount, told) ||
    isTotal(amount, told) ||
    isOrdered(amount, told) ||
    isSumTold(amount, told) ||
    isElided(amount, told)
  )
    return true;
  if (amount.dimension === "clock") return ground.hours.has(amount.min);
  // `4h sáng đến 9h sáng`, told as "4 to 9"; `21h` as 21 giờ: each is an hour of the notes.
  if (
    (isHours(amount, told) || isBetweenHours(amount, told)) &&
    ground.hours.has(Math.floor(amount.min) % 12) &&
    ground.hours.has(Math.floor(amount.max) % 12)
  )
    return true;
  return isHeldDate(amount, told);
}

/** `nguyên thùng một triệu hai, mỗi chai có trăm thôi`: what a price comes to, its thousand left out as sellers do. */
function isSumInThousands(amount: AmountMention, told: Told): boolean {
  const { dimension, min, max, start } = amount;
  if (told.language !== "vi" || dimension !== "none" || min !== max || min < TENS || min > HUNDREDS) return false;
  const isPriced = told.amounts.some((one) => one.dimension === "VND" && one.end <= start && start - one.end <= SUM_REACH);
  if (!isPriced) return false;
  const sum: AmountMention = { ...amount, min: min * THOUSAND, max: max * THOUSAND, unit: "VND", dimension: "VND" };
  return isWorkedOut(sum, told) || isReckoned(sum, told) || isPriceDifference(sum, told);
}
const THOUSAND = 1000;
const TENS = 5;
const HUNDREDS = 999;
const SUM_REACH = 60;

/** Steps, greetings, reasons; small numbers in words with nothing behind them. */
function isIdle(told: Told, amount: AmountMention): boolean {
  const { dimension, max, spelled, unit } = amount;
  if (dimension === "time") return (max <= MINUTES_MAX && !isInsteadOfMinutes(told)) || isAnyOne(told, amount);
  if (dimension === "day" || dimension === "month") return isAnyOne(told, amount);
  if (dimension === "generation") return max === 1;
  // `một ly`: a glass, not a millimetre.
  if (dimension === "length" && spelled && /\sl[yi]$/iu.test(amount.quote)) return true;
  if ((dimension !== "none" && dimension !== "count") || max > SPELLED_MAX) return false;
  if (isDecades(amount, told) || isPaced(amount, told)) return false;
  const { after, before } = IDLE[told.language];
  if (after.test(lightText(told.text.slice(amount.end, amount.end + 16)))) return true;
  if (before.test(lightText(told.text.slice(Math.max(0, amount.start - 16), amount.start)))) return true;
  // "Two households" of `còn hai nhà dệt`.
  if (unit === "household" && told.ground.spelled.has(max)) return true;
  // "One or two boxes": as many as they like.
  if (dimension === "count") return spelled && !fillsPack(amount, told) && (unit === undefined || (amount.min === 1 && max === 2));
  return max === 1 || (spelled && told.ground.spelled.has(max));
}

/** 5分 where the notes boil for 15 minutes and the text never says so. */
function isInsteadOfMinutes({ amounts, ground }: Told): boolean {
  return ground.amounts.some(
    (held) => held.dimension === "time" && held.max < 1 && !amounts.some((amount) => amount.dimension === "time" && agrees(amount, held)),
  );
}

/** "One day", một năm: any day, any year, unless something is said to last so long. */
function isAnyOne(told: Told, amount: AmountMention): boolean {
  if (!amount.spelled || amount.min !== amount.max || !/^(?:một|one|a|一)/iu.test(amount.quote)) return false;
  const labels = told.bound.find((one) => one.amount === amount)?.labels ?? [];
  return (amount.max === 1 || amount.unit === "day") && !labels.some(({ family }) => family === "lasting" || family === "storage");
}

/** "1, 2, 3!": counted aloud. */
function isCounting(amounts: readonly AmountMention[], index: number): boolean {
  const bare = (at: number) => (amounts[at]?.dimension === "none" ? amounts[at].max : undefined);
  let first = index;
  while (first > 0 && bare(first - 1) !== undefined && bare(first - 1) === (bare(first) ?? 0) - 1) first -= 1;
  return bare(first) === 1 && (bare(first + 1) === 2 || first < index);
}

/** One box, one fruit; a kilo where a price per kilo is held; the two of a pair. */
function isImplied(amount: AmountMention, { bound, ground: { amounts: held, notes } }: Told): boolean {
  if ((amount.dimension === "count" || /pair$/iu.test(amount.quote)) && amount.min === 2 && amount.max === 2) return PAIR.test(notes);
  const inHolder = bound.some(
    (one) => one.amount === amount && one.labels.some(({ family, loose }) => family === "holder" && loose !== true),
  );
  // `1 tấn 3tr`, told as 1,000 kg.
  if (amount.unit === "kg" && amount.min === THOUSAND && amount.max === THOUSAND) return !inHolder && held.some(({ per }) => per === "t");
  if (amount.min !== 1 || amount.max !== 1) return false;
  // 1キロごとに: of the notes' `5k/km`.
  if (amount.quote.endsWith("キロ") && held.some(({ rate }) => rate?.unit === "cm")) return true;
  if (["count", "none", "regional", "crop", "kind"].includes(amount.dimension)) return true;
  // `từ một tấn`, told as "1 kg and more": the least one may buy is a number of its own.
  if (bound.some((one) => one.amount === amount && one.labels.some(({ family, id }) => family === "lot" && id === "minimum"))) return false;
  // "1 kg boxes" tell a pack, "1 kg" before a price what it is per.
  const written = (
    amount.unit === "l" ? /(?<!\d)1 ?l(?:ít|it)?(?!\p{L})|một lít|mot lit/u : /(?<!\d)1 ?(?:kg|ký|ky|kí|cân|can)(?!\p{L})|một (?:ký|cân)/u
  ).test(notes);
  if (!inHolder && isOfEach(amount, notes)) return true;
  return (!inHolder || written) && held.some((other) => other.per !== undefined && other.per === amount.unit);
}

/** What was probably meant: the same value in another unit, or another value of the same unit. */
function nearest(amount: AmountMention, held: readonly AmountMention[]): AmountMention | undefined {
  const alike = held.filter((other) => other.dimension === amount.dimension);
  return (
    held.find((other) => other.max === amount.max && other.dimension !== "none") ??
    alike.toSorted((left, right) => Math.abs(left.max - amount.max) - Math.abs(right.max - amount.max))[0]
  );
}
