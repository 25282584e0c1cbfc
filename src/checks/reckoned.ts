import { agrees, baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { eitherBare } from "#facts/said.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";
import { isPricedOtherwise } from "./priced-otherwise.ts";
import { RECKONING } from "./reckoning-words.ts";
import { isTotal } from "./totals.ts";
import { ofOneKilo } from "./unsaid-amounts.ts";
import { isMoney, MONEY } from "./worked-out.ts";

/** How far off the nearest of its terms may stand, and the word that says that a sum is done. */
const NEAR = 90;
const WORD_BEFORE = 32;
const WORD_AFTER = 24;
/** So many amounts back a seller still reckons with, and so many ahead: "two kilos in all: 1 kg of ..., 500 g of ...". */
const TERMS_BEFORE = 12;
const TERMS_AFTER = 5;
/** "Less than a thousand an egg" is said of 900, "about 300 nets" of 285. */
const ROUNDED = 0.15;
const EXACT = 1e-4;

/**
 * A number that the text reckons before the buyer's eyes out of two or three of the grower's: "twenty packs of 300 g, that
 * is 6 kg"; "45,000, five thousand off, so 40,000". A word says so, and at least one term stands beside it.
 */
export function isReckoned(amount: AmountMention, told: Told, depth = 0): boolean {
  if (amount.min !== amount.max || !REACHED.has(amount.dimension) || told.amounts.length > AMOUNTS_MAX) return false;
  const around = lightText(
    `${told.text.slice(Math.max(0, amount.start - WORD_BEFORE), amount.start)}\n${told.text.slice(amount.end, amount.end + WORD_AFTER)}`,
  );
  const { sum, product } = RECKONING[told.language];
  const isSum = sum.test(around);
  if (!isSum && (!product.test(around) || isBought(amount, told))) return false;
  if (isSum && comesTo(amount, reducedInNotes(told))) return true;
  if (isPricedOtherwise(amount, told, isSum)) return false;
  const terms = termsOf(amount, told, depth);
  return terms.some(
    (near) =>
      isNear(near, amount) &&
      (comesTo(amount, contentsOf(near, told)) ||
        comesTo(near, contentsOf(amount, told)) ||
        (isSum && comesTo(amount, reducedBy(near, told))) ||
        terms.some(
          (term) =>
            term !== near &&
            ((comesTo(amount, productsOf(near, term, amount)) && !(!isSum && isPricedPack(amount, near, term, told, around))) ||
              (isSum && comesTo(amount, [...sumsOf(near, term), ...sumsOfThree(near, term, terms)]))),
        )),
  );
}
/** 5万5千ドン、6個セット33万ドン of `hũ 55k, lốc 6 hũ 310k`: the notes have a price of six, and it is no sum. */
function isPricedPack(
  amount: AmountMention,
  near: AmountMention,
  term: AmountMention,
  { ground, language }: Told,
  around: string,
): boolean {
  const count = [near, term].find((one) => isCount(one) && one.min > 1);
  const isMore = [near, term].every((one) => !isMoney(one) || one.min < amount.min);
  if (language !== "ja" || !isMoney(amount) || !isMore || count === undefined || RECKONING.ja.apart.test(around)) return false;
  return ground.bound.some(
    ({ class: kind, labels }) =>
      kind === "money" &&
      labels.some((label) => label.family === "pack" && label.loose !== true && label.amount !== undefined && agrees(count, label.amount)),
  );
}

/** "96,000 VND for ten": how many a price is for is asked of the notes. */
function isBought({ start }: AmountMention, { text, language }: Told): boolean {
  return language === "en" && BOUGHT.test(text.slice(Math.max(0, start - WORD_AFTER), start));
}
const BOUGHT = /\d(?: VND| dong|₫)? for $/u;

/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 200;
const REACHED = new Set([...MONEY, "mass", "volume", "count", "none"]);

/** The exact amounts around it that the notes hold, or that were reckoned just before: "a 6 kg case; five cases, 30 kg". */
function termsOf(amount: AmountMention, told: Told, depth: number): AmountMention[] {
  const { amounts, ground } = told;
  const at = amounts.findIndex(({ start }) => start === amount.start);
  const isTerm = (term: AmountMention) =>
    ground.amounts.some((held) => agrees(term, held)) ||
    isTotal(term, told) ||
    (depth === 0 && term.end <= amount.start && isReckoned(term, told, 1));
  return amounts
    .slice(Math.max(0, at - TERMS_BEFORE), at + TERMS_AFTER)
    .filter((term) => term.start !== amount.start && term.min === term.max && isTerm(term))
    .map((term) => asPriced(term, ground));
}

/** "180,000 a kilo, unscented 150,000": the second is a kilo's, too. */
function asPriced(term: AmountMention, { amounts }: Told["ground"]): AmountMention {
  if (!isMoney(term) || term.per !== undefined) return term;
  const held = amounts.filter(({ dimension, min, max }) => MONEY.has(dimension) && min === term.min && max === term.min);
  const per = held.every((one) => one.per === held[0]?.per) ? held[0]?.per : undefined;
  return per !== undefined && WEIGHED.has(per) ? { ...term, per } : term;
}

function isNear(term: AmountMention, amount: AmountMention): boolean {
  return gapBetween(term, amount) <= NEAR;
}

/** How many characters stand between two amounts. */
export function gapBetween(term: AmountMention, amount: AmountMention): number {
  return term.end <= amount.start ? amount.start - term.end : term.start - amount.end;
}

type Result = { dimension: string; value: number };

function productsOf(left: AmountMention, right: AmountMention, amount: AmountMention): Result[] {
  return [
    [left, right],
    [right, left],
  ].flatMap(([by, of]) => (by === undefined || of === undefined ? [] : [...multiplied(by, of), ...sharedOut(by, of, amount)]));
}

function multiplied(by: AmountMention, of: AmountMention): Result[] {
  if ((isCount(by) || isLargeCount(by)) && by.min > 1 && (of.per === undefined || !WEIGHED.has(of.per)))
    return [resultOf(of, baseOf(of, of.min) * by.min)];
  if (isMoney(of) && of.per === "kg" && by.dimension === "mass") return [resultOf(of, (of.min * baseOf(by, by.min)) / KG)];
  // What is left, or the share itself: a deposit, a commission.
  return isMoney(of) && by.dimension === "%" ? [100 - by.min, by.min].map((share) => resultOf(of, (of.min * share) / 100)) : [];
}

/** Three tonnes in nets of ten kilos are 300 nets, 900 eggs in trays of thirty 30 trays, 90,000 for fifty less than 2,000 each. */
function sharedOut(of: AmountMention, by: AmountMention, amount: AmountMention): Result[] {
  if (by.min <= 1) return [];
  if (isMoney(of)) return isCount(by) ? [resultOf(of, of.min / by.min)] : [];
  const alike = (isCount(of) && isCount(by)) || (of.dimension === by.dimension && of.dimension === "mass");
  const value = baseOf(of, of.min) / baseOf(by, by.min);
  // Small counts come out of too many sums: each must be said of what it counts, "five 10 kg bags".
  return alike && (value >= SHARES_MIN || gapBetween(by, amount) <= BESIDE) ? [{ dimension: "count", value }] : [];
}
const SHARES_MIN = 10;
const BESIDE = 10;
const WEIGHED = new Set(["g", "kg", "l", "ml"]);
const KG = 1000;

function sumsOf(left: AmountMention, right: AmountMention): Result[] {
  if (!areAlike(left, right)) return [];
  const [one, other] = [baseOf(left, left.min), baseOf(right, right.min)];
  return [resultOf(left, one + other), ...(isMoney(left) ? [resultOf(left, Math.abs(one - other))] : [])];
}

/** 1 kg, 500 g and 500 g are two kilos; 60,000 and 95,000 are 10,000 more than the pair's 145,000. */
function sumsOfThree(left: AmountMention, right: AmountMention, terms: readonly AmountMention[]): Result[] {
  if (!areAlike(left, right)) return [];
  const two = baseOf(left, left.min) + baseOf(right, right.min);
  return terms.flatMap((third) => {
    if (third === left || third === right || !areAlike(left, third)) return [];
    const value = baseOf(third, third.min);
    return [resultOf(left, two + value), ...(isMoney(left) && two > value ? [resultOf(left, two - value)] : [])];
  });
}

/** "Fetch it yourself and 3,000 comes off each kilo, so 72,000": of the notes' price a kilo, which need not be told again. */
function reducedBy(off: AmountMention, { text, ground }: Told): Result[] {
  const comesOff = isMoney(off) && COMES_OFF.test(lightText(text.slice(Math.max(0, off.start - WORD_BEFORE), off.end + WORD_AFTER)));
  return comesOff ? lessBy(off, ground) : [];
}

/** "From ten kilos on 150,000 a kilo" of `160k/kg, từ 10kg bớt 10k/kg`: the buyer hears from how many on. */
function reducedInNotes({ ground, amounts }: Told): Result[] {
  return ground.amounts.flatMap((off) => {
    const before = ground.notes.slice(Math.max(0, off.start - WORD_BEFORE), off.start);
    if (!MONEY.has(off.dimension) || off.per === undefined || !COMES_OFF_NOW.test(before)) return [];
    const floors = ground.amounts.filter(
      ({ dimension, start, end }) => WEIGHED_OUT.has(dimension) && end <= off.start && off.start - start <= WORD_BEFORE,
    );
    return amounts.some((one) => floors.some((held) => agrees(one, held))) ? lessBy(off, ground) : [];
  });
}
const COMES_OFF_NOW = new RegExp(`(?<!\\p{L})(?:${eitherBare("bớt|giảm|trừ")}) ?$`, "u");
const WEIGHED_OUT = new Set(["mass", "volume", "count"]);

function lessBy(off: AmountMention, { amounts, bound }: Told["ground"]): Result[] {
  return [...amounts, ...bound.flatMap(ofOneKilo)].flatMap((price) =>
    MONEY.has(price.dimension) && price.min === price.max && price.per !== undefined && price.min > off.min * CHEAPER_MIN
      ? [resultOf(price, price.min - off.min)]
      : [],
  );
}
const COMES_OFF = /(?<!\p{L})(?:bớt|giảm|trừ|rẻ hơn|off|less|cheaper|discount|drop|knock|lower)(?!\p{L})|引/u;
/** Nobody takes half off for that. */
const CHEAPER_MIN = 2;

function areAlike(left: AmountMention, right: AmountMention): boolean {
  return (isMoney(left) && isMoney(right)) || (left.dimension === right.dimension && left.dimension === "mass");
}

/** "A case of ten stacks, that is a hundred": a stack of the notes holds ten. */
function contentsOf(packs: AmountMention, { ground }: Told): Result[] {
  const { unit } = packs;
  if (unit === undefined || !HOLDERS.has(unit) || !isCount(packs)) return [];
  const held = ground.bound.filter(
    ({ amount, labels }) =>
      amount.min === amount.max &&
      (amount.per === unit || labels.some(({ family, id, loose }) => family === "holder" && loose !== true && id === unit)),
  );
  return held.flatMap(({ amount }) => (isCountLike(amount) || amount.dimension === "mass" ? multiplied(packs, amount) : []));
}

/** Twenty bags, or twenty to a case; not twenty to a kilo. */
function isCount({ dimension, min, per }: AmountMention): boolean {
  return (per === undefined || HOLDERS.has(per)) && (dimension === "count" || (dimension === "none" && min < 1000));
}

/** "1,500 bars at 8,000": so many of what has no unit here. */
function isLargeCount({ dimension, min, per }: AmountMention): boolean {
  return per === undefined && dimension === "none" && min <= LARGE;
}
const LARGE = 10_000;

function resultOf(of: AmountMention, value: number): Result {
  return { dimension: isMoney(of) ? "money" : of.dimension === "none" ? "count" : of.dimension, value };
}

function comesTo(amount: AmountMention, results: readonly Result[]): boolean {
  const value = baseOf(amount, amount.min);
  return results.some((result) => {
    const alike =
      result.dimension === "money"
        ? isMoney(amount)
        : result.dimension === "count"
          ? isCountLike(amount)
          : result.dimension === amount.dimension;
    const off = (value - result.value) / result.value;
    if (!alike) return false;
    if (amount.approximate === "under") return off >= -EXACT && off <= ROUNDED;
    if (amount.approximate === "over") return off <= EXACT && off >= -ROUNDED;
    return Math.abs(off) <= (amount.approximate === "about" && result.dimension === "count" ? ROUNDED : EXACT);
  });
}

function isCountLike({ dimension }: AmountMention): boolean {
  return dimension === "count" || dimension === "none";
}
