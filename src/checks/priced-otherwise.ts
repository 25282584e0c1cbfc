import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { PIECES } from "./amount-class.ts";
import { firm, shareLabel, type Bound, type Label } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";
import { BAND } from "./tiers.ts";
import { isMoney, isSetAgainst } from "./worked-out.ts";

/** "Four jars, 220,000" of `hũ 55k, lốc 4 hũ 200k`: the notes ask another price for as many, and no word sets the sum against it; nor "65,000 per 100 g" where no word says that it was reckoned. */
export function isPricedOtherwise(amount: AmountMention, told: Told, isSum: boolean): boolean {
  if (!isMoney(amount) || amount.per !== undefined || amount.each === true) return false;
  const own = told.bound.find((one) => one.amount === amount);
  const pack = own?.labels.find((label) => (isMany(label) || (!isSum && isWeight(label))) && isBeside(label, amount, told.text));
  if (own === undefined || pack === undefined) return false;
  const held = told.ground.bound.filter((other) => isOfAsMany(other, pack, own));
  return held.length > 0 && held.every((other) => !agrees(amount, other.amount)) && !isSetAgainst(amount, told);
}

function isBeside({ start, end }: Label, amount: AmountMention, text: string): boolean {
  return end <= amount.start ? amount.start - end <= BESIDE : BEHIND.test(text.slice(amount.end, start));
}
const BESIDE = 12;
/** "80,000 VND for a tray of a hundred", "65,000 per 100 g", `80k cho 3 hũ` */
const BEHIND = /^ ?(?:for|per|buys|cho|\/)(?: (?:an?|the|each|every|mỗi|cả))?(?: \p{L}+ of(?: the)?)? ?$/iu;

/** A price of about as much; `từ 20 hũ 50k` is one jar's. */
function isOfAsMany({ amount, class: kind, labels }: Bound, pack: Label, own: Bound): boolean {
  if (kind !== "money" || amount.per !== undefined || amount.max > own.amount.max * 2 || amount.max * 2 < own.amount.max) return false;
  const isNamed = firm(own).every(
    (label) => !NAMED.has(label.family) || shareLabel([label], labels) || labels.every(({ family }) => family !== label.family),
  );
  return (
    isNamed &&
    labels.every(({ family }) => family !== BAND.id) &&
    shareLabel(
      [pack],
      labels.filter((label) => isMany(label) || isWeight(label)),
    )
  );
}
const NAMED = new Set(["product", "variety", "size", "grade", "form", "style"]);

function isWeight({ family, loose, amount }: Label): boolean {
  return family === "pack" && loose !== true && (amount?.dimension === "mass" || amount?.dimension === "volume");
}

function isMany({ family, loose, amount }: Label): boolean {
  return family === "pack" && loose !== true && amount !== undefined && PIECES.has(amount.dimension) && amount.min > 1;
}
