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
import { swappedPacks } from "./counted-packs.ts";
import { leftOutDays, strangeWaterings } from "./every-few-days.ts";
import { fillsPack, isPriced } from "./fills-packs.ts";
import { isBetweenHours, isHours, isLasting, isWrongHalf } from "./told-hours.ts";
import { readOften, strangeFrequencies, strangePeriods, strangeWeekdays } from "./how-often.ts";
import { IDLE, sayingsIn } from "./idle-words.ts";
import { isHouseNumber } from "./house-numbers.ts";
import { itemNumbers } from "./list-items.ts";
import { isListed } from "./listed.ts";
import { isImplied } from "./implied-amounts.ts";
import { isOneOf } from "./one-of.ts";
import { isOneOfTheSizes } from "./one-of-the-sizes.ts";
import { strangeNumberedNames } from "./numbered-names.ts";
import { isOwnMultiple } from "./own-multiples.ts";
import { isDilution, isOfInner } from "./inner-packs.ts";
import { isPaced } from "./paces.ts";
import { isPacksOfOne } from "./packs-of-one.ts";
import { isPriceDifference } from "./price-differences.ts";
import { isEndOfRange } from "./range-ends.ts";
import { strangeMonthParts } from "./parts-of-months.ts";
import { partySums } from "./party-fares.ts";
import { isReckoned } from "./reckoned.ts";
import { isReducedPrice } from "./reductions.ts";
import { isRemainder } from "./remainders.ts";
import { isHeldRepeat, strangeRepeats } from "./repeats.ts";
import { isSetsOfTen } from "./sets-of-ten.ts";
import { isOfCountedKinds, isOfSorts } from "./sorts.ts";
import { isElided } from "./elided-units.ts";
import { clockMinutes } from "./clock-minutes.ts";
import { fractionsIn, strangeFractions } from "./fractions.ts";
import { strangeGifts } from "./gifts.ts";
import { strangePeople } from "./people.ts";
import { strangeParts } from "./recipe-parts.ts";
import { isStand } from "./stands.ts";
import { strangeClosures } from "./closed-days.ts";
import { isTheirTen, TEN } from "./their-dozens.ts";
import { exchangedTowns } from "./town-tables.ts";
import { isFloor } from "./tiers.ts";
import { isTimesTold } from "./times-told.ts";
import { isSumTold } from "./told-sums.ts";
import { isOrdered, isTotal } from "./totals.ts";
import { isAbout } from "./told-about.ts";
import { isDecades, isToldInRound } from "./told-in-round.ts";
import { strangeGenerations } from "./unsaid-generations.ts";
import { strangeYears } from "./ordered-years.ts";
import { isWorkedOut } from "./worked-out.ts";
import { strangeAges } from "./years-of-whom.ts";
import { strangeYields } from "./yields.ts";

const SPELLED_MAX = 12;
const MINUTES_MAX = 5 / 60;

/** A value, unit, currency or range that the grower's words do not hold. */
export function checkNumbers(told: Told): Found[] {
  const often = readOften(told);
  const fractions = fractionsIn(told);
  const clocks = clockMinutes(told);
  const parties = partySums(told);
  const counted = [...often.counted, ...leftOutDays(told), ...fractions, ...clocks.strange, ...parties.held, ...parties.strange];
  return [
    ...strangeAmounts(told, counted, clocks.held),
    ...strangeFractions(told, fractions),
    ...strangeNumberedNames(told),
    ...strangeWeekdays(told),
    ...strangeClosures(told),
    ...strangeFrequencies(told, often),
    ...strangePeriods(told),
    ...strangeWaterings(told),
    ...strangeMonthParts(told),
    ...strangeRepeats(told),
    ...strangeYields(told),
    ...strangePeople(told).filter((found) => !parties.held.some((span) => overlaps(span, found))),
    ...parties.strange,
    ...strangeGenerations(told),
    ...strangeYears(told),
    ...strangeAges(told),
    ...exchangedTowns(told),
    ...clocks.strange,
    ...strangeGifts(told),
    ...strangeParts(told),
    ...swappedPacks(told),
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
        !isHeldOrIdle(amount, told) &&
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

/** A bare one is soonest seen to be idle, and a text may have thousands of them. */
function isHeldOrIdle(amount: AmountMention, told: Told): boolean {
  const isOne = amount.dimension === "none" && amount.max === 1;
  return isOne ? isIdle(told, amount) || isHeld(amount, told) : isHeld(amount, told) || isIdle(told, amount);
}

function isHeld(amount: AmountMention, told: Told): boolean {
  const { ground } = told;
  if (isWrongHalf(amount, told)) return false;
  if (told.language === "vi" && isInTens(amount) && amount.max === TEN && dozenOf(ground.notes) !== undefined) return true;
  if (isTheirTen(amount, ground)) return true;
  if (isOfTheSun(amount, told)) return false;
  const lasts = isLasting(amount, told);
  const isThere = ground.amounts.some((held) => standsFor(amount, held, told) && !(lasts && held.dimension === "clock"));
  if (
    isThere ||
    isWorkedOut(amount, told) ||
    isReckoned(amount, told) ||
    isReducedPrice(amount, told) ||
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
    isPacksOfOne(amount, told) ||
    isSetsOfTen(amount, told) ||
    isRemainder(amount, told) ||
    isSumInThousands(amount, told) ||
    isToldInRound(amount, told) ||
    isTotal(amount, told) ||
    isOrdered(amount, told) ||
    isSumTold(amount, told) ||
    isElided(amount, told) ||
    isHouseNumber(amount, told)
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
  if (dimension === "time") return (max <= MINUTES_MAX && !isInsteadOfHeld(amount, told)) || isAnyOne(told, amount);
  if (dimension === "day" || dimension === "month") return isAnyOne(told, amount);
  if (dimension === "generation") return max === 1;
  // `một ly`: a glass, not a millimetre.
  if (dimension === "length" && spelled && /\sl[yi]$/iu.test(amount.quote)) return true;
  if ((dimension !== "none" && dimension !== "count") || max > SPELLED_MAX) return false;
  if (isDecades(amount, told) || isPaced(amount, told)) return false;
  const { after, before } = IDLE[told.language];
  if (isOfCountedKinds(amount, told)) return false;
  if (after.test(lightText(told.text.slice(amount.end, amount.end + 16)))) return true;
  if (before.test(lightText(told.text.slice(Math.max(0, amount.start - 16), amount.start)))) return true;
  // "Two households" of `còn hai nhà dệt`.
  if (unit === "household" && told.ground.spelled.has(max)) return true;
  if (spelled && max > 1 && (isPriced(amount, told) || isFloor(told, amount))) return false;
  // "One or two boxes": as many as they like.
  if (dimension === "count") return spelled && !fillsPack(amount, told) && (unit === undefined || (amount.min === 1 && max === 2));
  return max === 1 || (spelled && told.ground.spelled.has(max));
}

/** 5分 where the notes boil for 15 minutes, or for five hours, and the text never says so. */
function isInsteadOfHeld({ max }: AmountMention, { amounts, ground }: Told): boolean {
  const figure = Math.round(max * MINUTES);
  return ground.amounts.some(
    (held) =>
      TIMED.has(held.dimension) &&
      ((held.dimension === "time" && held.max < 1) || held.max === figure) &&
      !amounts.some((amount) => (TIMED.has(amount.dimension) || amount.dimension === "none") && agrees(amount, held)),
  );
}
const MINUTES = 60;
const TIMED = new Set(["time", "day"]);

/** "One day", một năm: any day, any year, unless something is said to last so long. */
function isAnyOne(told: Told, amount: AmountMention): boolean {
  if (!amount.spelled || amount.min !== amount.max || !/^(?:một|one|a|一|ひと)/iu.test(amount.quote)) return false;
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

/** What was probably meant: the same value in another unit, or another value of the same unit. */
function nearest(amount: AmountMention, held: readonly AmountMention[]): AmountMention | undefined {
  const alike = held.filter((other) => other.dimension === amount.dimension);
  return (
    held.find((other) => other.max === amount.max && other.dimension !== "none") ??
    alike.toSorted((left, right) => Math.abs(left.max - amount.max) - Math.abs(right.max - amount.max))[0]
  );
}
