import { agrees } from "#facts/agree-amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { once } from "#facts/once.ts";
import { overlaps } from "#facts/said.ts";
import { PIECES } from "./amount-class.ts";
import { FAMILIES, firm, shareLabel, type Bound } from "./bind-amounts.ts";
import { areConfused, isAgedOrKept, isSaidThere } from "./confused.ts";
import { exchangedGoods } from "./exchanged-goods.ts";
import { isGivenAway } from "./given-away.ts";
import type { Found, Told } from "./ground.ts";
import { isDaysOfRange } from "./held-dates.ts";
import { HOLDERS } from "./holders.ts";
import { exchangedFor, namedPrices } from "./named-prices.ts";
import { isShortFor } from "./short-names.ts";
import { sayingsIn } from "./idle-words.ts";
import { FOUND_MAX } from "./match-rules.ts";
import { isParted } from "./mixture-parts.ts";
import { isPriceOfSet } from "./price-of-set.ts";
import { isPart } from "./recipe-parts.ts";
import type { Family } from "./roles.ts";
import { isLeastOrder } from "./least-orders.ts";
import { isOnlySets } from "./sets.ts";
import { isOrderSum } from "./tiers.ts";
import { packedOtherwise } from "./swapped-packs.ts";

/** A number that the notes hold, but of something else: another pack's price, the fridge's days for the shelf. */
export function checkSwaps(told: Told): Found[] {
  const held = told.ground.bound;
  // Where the notes sell one thing, every number is of it.
  const sold = new Set(
    held.flatMap((other) => other.labels.flatMap(({ family, id }) => (family === "product" && id !== undefined ? [id] : []))),
  );
  const families = FAMILIES.filter(({ id }) => id !== "product" || sold.size > 1);
  const unnamed = families.filter(({ id }) => !NAMED.has(id));
  const sayings = once(() => sayingsIn(told));
  const found = told.bound.slice(0, FOUND_MAX).flatMap((one): [Bound, Bound][] => {
    const instead = isOrderSum(told, one.amount)
      ? otherSumOf(told, one, held)
      : (swappedFor(told.text, one, told.bound, held, isLimit(told.text, one) || isPart(told, one.amount) ? unnamed : families) ??
        packedOtherwise(told, one, held));
    return instead === undefined ||
      isDaysOfRange(one.amount, told) ||
      isHowOften(one, told.text) ||
      isPriceOfSet(one, told) ||
      sayings().some(({ start, end }) => start <= one.amount.start && one.amount.end <= end)
      ? []
      : [[one, instead]];
  });
  const swapped = new Map(found);
  for (const [one, instead] of found) {
    const other = otherOf(instead, told.bound, held);
    if (other !== undefined && !swapped.has(other)) swapped.set(other, one);
  }
  const named = namedPrices(told).slice(0, FOUND_MAX);
  const exchanged = named.flatMap((one, _index, all): [AmountMention, AmountMention][] => {
    const instead = exchangedFor(one, all, told.ground.named);
    return instead === undefined ? [] : [[one.amount, instead]];
  });
  const pairs = [...exchanged, ...[...swapped].map(([one, instead]): [AmountMention, AmountMention] => [one.amount, instead.amount])];
  const swaps = [...new Map(pairs)].map(([{ start, end, quote }, instead]): Found => {
    return { kind: "number", start, end, message: told.say("numberSwapped", { quote, held: instead.quote.trim() }) };
  });
  return [...swaps, ...exchangedGoods(told).filter((found) => !swaps.some((one) => overlaps(one, found)))];
}

/** 3日に1度, `3 ngày 1 lần`: how often something is done is no time that goods last. */
function isHowOften({ class: kind, amount: { end } }: Bound, text: string): boolean {
  return kind === "time" && HOW_OFTEN.test(text.slice(end, end + OFTEN_REACH));
}
const HOW_OFTEN = /^(?:間?に[1１一][回度]|おき|ごと|(?: \p{L}+)? (?:1|một) lần(?!\p{L}))/u;
const OFTEN_REACH = 14;

/** What an order comes to in the notes, where the text says so of a price of theirs. */
function otherSumOf({ ground }: Told, { amount }: Bound, held: readonly Bound[]): Bound | undefined {
  const isSum = (other: Bound) => isOrderSum({ text: ground.notes, language: "vi" }, other.amount);
  const matching = held.filter((other) => agrees(amount, other.amount));
  return matching.length === 0 || matching.some(isSum) ? undefined : held.find(isSum);
}

/** "If it dies within seven days": a limit to what the seller answers for, and no time that goods take by their name. */
function isLimit(text: string, { class: kind, amount: { start, end } }: Bound): boolean {
  return (
    kind === "time" && (text.startsWith("以内", end) || /(?:within|trong(?: vòng)?) $/iu.test(text.slice(Math.max(0, start - 12), start)))
  );
}

/** Where one number stands for another, that other stands elsewhere in the text, beside what it is not of. */
function otherOf(instead: Bound, told: readonly Bound[], held: readonly Bound[]): Bound | undefined {
  return told.find((one) => {
    if (one.class !== instead.class || !agrees(one.amount, instead.amount, { strict: true })) return false;
    const own = held.filter((other) => other.class === one.class && agrees(one.amount, other.amount));
    return own.every((other) => !shareLabel(firm(one), other.labels));
  });
}

/** A trade may be so old, goods keep no longer. */
const TRADE_YEARS_MIN = 5;

/** What the notes say in its place, where they say this number of another thing only. */
function swappedFor(
  text: string,
  one: Bound,
  told: readonly Bound[],
  held: readonly Bound[],
  families: typeof FAMILIES,
): Bound | undefined {
  const own = firm(one);
  if (own.length === 0) return undefined;
  const alike = held.filter((other) => other.class === one.class && comparable(other, one));
  const exact = alike.filter((other) => agrees(one.amount, other.amount));
  const matching = exact.length > 0 ? exact : heldWhole(one, alike);
  if (matching.length === 0 || isOnlySets(one, matching, held)) return undefined;
  const named = own.map(({ family }) => family);
  for (const family of families) {
    const instead = named.includes(family.id) ? swappedIn(family, { text, one, own, told, alike, matching }) : undefined;
    if (instead !== undefined) return instead;
  }
  return undefined;
}

type Candidate = {
  text: string;
  one: Bound;
  own: Bound["labels"];
  told: readonly Bound[];
  /** What the notes say of the same sort, and those of them that say this number. */
  alike: readonly Bound[];
  matching: readonly Bound[];
};

function swappedIn(family: Family, { text, one, own, told, alike, matching }: Candidate): Bound | undefined {
  const labels = own.filter((label) => label.family === family.id);
  // How long a family has been at it is told in many words.
  if (family.id === "lasting" && one.amount.unit === "year" && one.amount.max >= TRADE_YEARS_MIN) return undefined;
  if (matching.some((other) => shareLabel(labels, other.labels))) return undefined;
  // "Five scentings" are no flowers, whatever tea is named beside them.
  if (one.class === "goods" && NAMED.has(family.id) && matching.some((other) => other.amount.dimension !== one.amount.dimension))
    return undefined;
  const ofTheSame = alike.filter((other) => shareLabel(labels, firm(other), { strict: true }) && !isOfAnotherUse(one, other));
  const packs = NAMED.has(family.id) ? own.filter((label) => label.family === "pack") : [];
  const known = ofTheSame.find((other) => shareLabel(packs, firm(other))) ?? ofTheSame[0];
  // "A litre bottle is 220,000" of `1 lit 220k`, though from a hundred on it is less.
  const isOfOneUnit = ({ amount: { per } }: Bound) =>
    labels.some(({ amount }) => amount?.min === 1 && amount.max === 1 && amount.unit !== undefined && amount.unit === per);
  if (family.id === "pack" && matching.some(isOfOneUnit)) return undefined;
  // What a bag costs to send is no price of that bag.
  if (family.id === "pack" && one.labels.some(isFee) && matching.some((other) => other.labels.some(isFee))) return undefined;
  if (family.id === "pack" && known !== undefined && matching.some((other) => isOneOfCase(other, known, labels))) return undefined;
  const isUnsized = family.id === "size" && matching.every((other) => other.labels.every((label) => label.family !== family.id));
  if ((NAMED.has(family.id) || family.id === "alive" || isUnsized) && known !== undefined && isItsOwn(one, matching, known))
    return undefined;
  // The postage is no scarf's price either.
  if (
    matching.every((other) => other.labels.some(isFee)) &&
    FREE_BEFORE.test(lightText(text.slice(Math.max(0, one.amount.start - FREE_REACH), one.amount.start)))
  )
    return undefined;
  const elsewhere = matching.every((other) =>
    // What is near a box is not surely in it.
    other.labels.some(
      (label) =>
        (label.family === family.id && !(family.id === "holder" && label.loose === true)) ||
        (family.id !== "fee" && isFee(label) && !one.labels.some(isFee)) ||
        isAgedOrKept(labels, label),
    ),
  );
  if (NAMED.has(family.id) && known !== undefined && matching.some((other) => isNamedForBoth(labels, other.labels, known, one, told)))
    return undefined;
  // So many in a box are no least order where the notes have that.
  if (family.id === "lot" && known !== undefined && labels.every(({ id }) => id === "minimum"))
    if (matching.every(isPacked) || isLeastOrder(text, one, labels, known, told)) return known;
  const isKept = family.id === "storage" && matching.every((other) => other.labels.every((label) => label.family !== family.id));
  if (
    ((family.known === true && family.id !== "measure") || isKept) &&
    known !== undefined &&
    isGivenAway(known, one, told, family.id, text)
  )
    return one.class === "share" && labels.every((label) => isParted(text, one.amount, label)) ? undefined : known;
  if (isKept && known !== undefined && isSaidThere(text, one.amount, labels) && !told.some(({ amount }) => agrees(amount, known.amount)))
    return known;
  if (elsewhere && (known !== undefined || areConfused(labels, family.id, matching))) return known ?? matching[0];
  return undefined;
}

/** "Two birds go free, one is 30,000": what is free of charge was just told, and so what the sum pays for. */
const FREE_BEFORE =
  /(?:(?<!\p{L})(?:miễn|free ?ship|khỏi)(?: (?:phí|tiền))?(?: (?:ship|giao|cước|xe))?|(?:delivery|shipping|postage)(?: \p{L}+){0,4} free|free (?:delivery|shipping)|送料[^。]{0,12}無料)[^.。!！?？]{0,40}$/u;
const FREE_REACH = 60;

/** How long goods aged says nothing of how long they keep. */
function isOfAnotherUse(one: Bound, other: Bound): boolean {
  const uses = ({ labels }: Bound) => labels.filter(({ family }) => family === "lasting");
  return one.class === "time" && uses(one).length > 0 && uses(other).length > 0 && !shareLabel(uses(one), uses(other));
}

/** Its size, sex or grade is told of it, as the notes do of this number and not of the other: names are looser, and `giá hơi` is of both. */
function isItsOwn(one: Bound, matching: readonly Bound[], known: Bound): boolean {
  return firm(one).some(
    (label) => !NAMED.has(label.family) && matching.some((other) => shareLabel([label], firm(other))) && !shareLabel([label], known.labels),
  );
}
const NAMED = new Set(["product", "variety"]);

/** `khăn` is short for the `khăn lụa` of the notes where the price of their other `khăn` is told of it as well. */
function isNamedForBoth(labels: Bound["labels"], held: Bound["labels"], known: Bound, one: Bound, told: readonly Bound[]): boolean {
  const isShort = labels.some((label) => held.some((other) => other.family === label.family && isShortFor(label.id, other.id)));
  if (!isShort) return false;
  return told.some(
    (other) =>
      other !== one &&
      agrees(other.amount, known.amount) &&
      (shareLabel(labels, other.labels) || other.labels.every(({ family }) => !NAMED.has(family))),
  );
}

/** `két 12 hũ 300g giá 900k, lẻ 80k/hũ`: half a litre is a bottle's as well. */
function isOneOfCase({ amount: { per } }: Bound, known: Bound, told: Bound["labels"]): boolean {
  if (per === undefined || !HOLDERS.has(per)) return false;
  const cases = known.labels.filter(({ family, amount }) => family === "pack" && amount?.unit === per && amount.max > 1);
  return cases.length > 0 && !shareLabel(told, cases);
}

/** So many in a box: `thùng 20 cái`, `20 gói/thùng`, "20 pcs/bale". */
function isPacked({ amount: { per }, labels }: Bound): boolean {
  return (per !== undefined && HOLDERS.has(per)) || labels.some(({ family, loose }) => family === "holder" && loose !== true);
}

function isFee({ family, loose }: Bound["labels"][number]): boolean {
  return family === "fee" && loose !== true;
}

/** `size 20 con/kg 320k`: per kilo, by what stands before it. */
function heldWhole({ amount: { per, ...whole } }: Bound, alike: readonly Bound[]): readonly Bound[] {
  return per === undefined ? [] : alike.filter(({ amount }) => amount.per === undefined && agrees(whole, amount));
}

function comparable(left: Bound, right: Bound): boolean {
  // What Japanese buyers pay stands for no price in dong.
  const one = left.amount.dimension;
  const other = right.amount.dimension;
  if (left.class === "money") return one === other || one === "none" || other === "none";
  if (left.class === "goods") return one === other || (PIECES.has(one) && PIECES.has(other));
  return left.class !== "date" || one === other;
}
