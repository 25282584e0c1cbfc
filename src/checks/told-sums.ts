import { agrees, baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { NoteSet } from "./note-sets.ts";
import type { Told } from "./ground.ts";
import { RECKONING } from "./reckoning-words.ts";
import { isMoney } from "./worked-out.ts";

const WORD_BEFORE = 40;
const WORD_AFTER = 28;
/** So many parts one after the other, each so near the next. */
const PARTS_MAX = 4;
const PART_NEAR = 60;
/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 200;
const EXACT = 1e-6;

/**
 * What a word says the parts come to: "five days, then seven more, twelve in all" right behind its parts; or what a set of the
 * notes costs bought apart, saves, weighs and holds, by the notes' own prices of its parts.
 */
export function isSumTold(amount: AmountMention, told: Told): boolean {
  const { min, max, per } = amount;
  if (min !== max || per !== undefined || told.amounts.length > AMOUNTS_MAX) return false;
  const around = wordsAround(amount, told.text);
  const { sum, together, apart, saved } = RECKONING[told.language];
  if (amount.unit === "year") return (sum.test(around) || together.test(around)) && isYearsBetween(amount, told);
  if (isMoney(amount)) {
    const [isApart, isSaved] = [apart.test(around), saved.test(around)];
    return (
      (isApart || isSaved) &&
      told.ground
        .sets()
        .some(({ price, costs }) =>
          costs.some((cost) => (isApart && same(cost, min)) || (isSaved && price !== undefined && same(cost - price, min))),
        )
    );
  }
  // "One cock, five hens, six in all": the word is the last one's.
  if (!together.test(wordsAround(amount, told.text, CLAUSE_END))) return false;
  return isRunBefore(amount, told) || told.ground.sets().some((set) => isOfSet(amount, set));
}

/** "She is 70 and began at 15: that is 55 years": between the two told right before it. */
function isYearsBetween(amount: AmountMention, { amounts, ground, text }: Told): boolean {
  const before = amounts.filter(
    ({ end, min, max }) =>
      min === max && end <= amount.start && amount.start - end <= 2 * PART_NEAR && !SENTENCE_END.test(text.slice(end, amount.start)),
  );
  const ages = before.flatMap((one) => {
    const age = one.dimension === "none" ? { ...one, dimension: amount.dimension, unit: amount.unit } : one;
    return age.unit === "year" && ground.amounts.some((held) => agrees(age, held)) ? [age.min] : [];
  });
  return ages.some((one) => ages.some((other) => one - other === amount.min));
}

function isOfSet({ dimension, unit, min, ...amount }: AmountMention, { masses, pieces }: NoteSet): boolean {
  if (dimension === "mass") return masses.some((mass) => same(mass, baseOf({ dimension, unit, min, ...amount }, min)));
  return COUNTED.has(dimension) && pieces.includes(min);
}
const COUNTED = new Set(["count", "none"]);
const SUMMED = new Set(["day", "time", "month", "mass", "volume", "area", "length", "count", "none"]);

/** Two to four amounts that the notes hold, one behind the other in the same sentence, and it is their sum. */
function isRunBefore(amount: AmountMention, { amounts, ground, text }: Told): boolean {
  if (!SUMMED.has(amount.dimension)) return false;
  const value = baseOf(amount, amount.min);
  const at = amounts.findIndex(({ start }) => start === amount.start);
  let [sum, parts, next] = [0, 0, amount];
  for (const part of amounts.slice(Math.max(0, at - 2 * PARTS_MAX), at).toReversed()) {
    if (next.start - part.end > PART_NEAR || SENTENCE_END.test(text.slice(part.end, next.start)) || parts === PARTS_MAX) return false;
    const alike = asPart(part, amount);
    if (alike === undefined) continue;
    if (!ground.amounts.some((held) => agrees(alike, held))) return false;
    sum += baseOf(alike, alike.min);
    parts += 1;
    next = part;
    if (parts > 1 && Math.abs(sum - value) <= EXACT * value) return true;
  }
  return false;
}

/** "Five days, then another seven": what has no unit is of the sum's. */
function asPart(part: AmountMention, amount: AmountMention): AmountMention | undefined {
  if (part.min !== part.max || part.per !== undefined) return undefined;
  if (part.dimension === amount.dimension || (COUNTED.has(part.dimension) && COUNTED.has(amount.dimension))) return part;
  return part.dimension === "none" ? { ...part, dimension: amount.dimension, unit: amount.unit } : undefined;
}
const CLAUSE_END = /[。！？!?\n,、;]|\.\s/u;
const SENTENCE_END = /[。！？!?\n]|\.\s/u;

/** What stands close to it in its sentence, or its clause, lightened. */
function wordsAround({ start, end }: AmountMention, text: string, ending = SENTENCE_END): string {
  const before =
    text
      .slice(Math.max(0, start - WORD_BEFORE), start)
      .split(SENTENCE_END)
      .at(-1) ?? "";
  const after = text.slice(end, end + WORD_AFTER).split(ending)[0] ?? "";
  return lightText(`${before}\n${after}`);
}

function same(value: number, told: number): boolean {
  return value > 0 && Math.abs(value - told) <= EXACT * value;
}
