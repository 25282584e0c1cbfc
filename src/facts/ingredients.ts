import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import { ingredientsOf } from "#lexicon/recipes.ts";
import type { AmountMention } from "./amounts.ts";
import { sentenceAt } from "./clauses.ts";
import type { Unit } from "./fact.ts";
import { foldText } from "./fold.ts";
import { isMoney, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, nextFrom } from "./spans.ts";

/** What is sold by these is not what a sauce, a spirit or an oil is made of. */
const POURED: ReadonlySet<Unit | undefined> = new Set<Unit | undefined>(["bottle", "l", "ml"]);
const LIQUID = /^(?:fish-sauce|soy-sauce|vinegar|herb-liqueur|craft-beer|.*-(?:spirit|wine|oil|milk|syrup|concentrate))$/;

/** `nước mắm, cá cơm than, chai 500ml 120k`: stands in a list behind the goods it is made into, and the price is for those. */
export function isIngredient(read: SourceText, mention: TermMention, soldAt: ReadonlySet<number>): boolean {
  const goods = read.products.findLast(({ start, end }) => soldAt.has(start) && end <= mention.start);
  if (goods === undefined || goods.id === mention.id || !ingredientsOf(goods.id).has(mention.id)) return false;
  const price = priceAfter(read, mention);
  const poured = price?.sum !== undefined && POURED.has(price.sum.per ?? holderOf(read, price.sum));
  const between = read.text.slice(goods.end, mention.start);
  if (moneyIn(read, goods.end, mention.start)) return poured && price.own && /,\s*$/u.test(between);
  const joint = JOINT.exec(between);
  if (joint === null) return false;
  const before = lastBefore(read.products, mention.start);
  const follows = before !== undefined && before !== goods && !soldAt.has(before.start) && ingredientsOf(goods.id).has(before.id);
  // `nước mắm và cá cơm`: both are sold.
  if (joint[2] !== undefined) return follows;
  if (between.includes(":") || follows) return true;
  if (price === undefined) return isLast(read, mention);
  if (poured) return true;
  if (price.sum.per !== "kg" && price.sum.per !== "fruit") return true;
  return !LIQUID.test(goods.id) && !price.own;
}
const JOINT = /(?:([,:])|(?<!\p{L})(và|va|với|voi|cùng|cung))\s*$/iu;

/** The price that follows; `own` where it stands right behind the name, or behind `tươi`. */
function priceAfter(read: SourceText, { end }: TermMention): { sum: AmountMention; own: boolean } | undefined {
  const sum = read.amounts.slice(indexFrom(read.amounts, end)).find(({ unit }) => isMoney(unit));
  return sum === undefined ? undefined : { sum, own: OWN.test(foldText(read.text.slice(end, sum.start))) };
}
const OWN = /^ ?(?:(?:tuoi|song|chin|gia|ban|roi) ?)*:? ?$/;

/** `chai 500ml 120k` */
function holderOf(read: SourceText, { start }: AmountMention): Unit | undefined {
  return /(?<!\p{L})(?:chai|can|lít|lit)(?!\p{L})[^,.;\d]{0,12}(?:\d[\d,. ]*\p{L}*)?\s*(?:giá|gia)?\s*$/iu.test(
    read.text.slice(Math.max(0, start - 30), start),
  )
    ? "bottle"
    : undefined;
}

function moneyIn(read: SourceText, from: number, to: number): boolean {
  return read.amounts.slice(indexFrom(read.amounts, from), indexFrom(read.amounts, to)).some(({ unit }) => isMoney(unit));
}

function isLast(read: SourceText, mention: TermMention): boolean {
  const next = nextFrom(read.products, mention.end);
  return next === undefined || next.start >= sentenceAt(read, mention.start).end || findTerm(next.id)?.kind !== "product";
}
