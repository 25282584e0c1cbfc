import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { agrees, baseOf, isAlike } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** A pack of the notes with its price: `túi 5kg 190k`. */
type Priced = { price: AmountMention; pack: AmountMention };

export const MONEY = new Set(["VND", "USD", "JPY"]);
/** How far behind the price of a pack the buyer still sees what was worked out of it. */
const NEAR = 70;

/**
 * A sum that nobody said and every buyer can do, told right behind the price it comes of: 175,000 for five kilos, "35,000 a
 * kilo"; 370,000 the box of six, "20,000 less" than by the kilo. And ten kilos at 15,000, where the notes price no ten.
 */
export function isWorkedOut(amount: AmountMention, told: Told): boolean {
  if (!isMoney(amount) || amount.min !== amount.max) return false;
  const isOne = amount.per !== undefined || amount.each === true || amount.rate !== undefined || isOfOne(amount, told.text);
  if (isOne && isOutOfBulk(amount, told)) return true;
  const before = told.amounts.filter(({ end }) => end <= amount.start && amount.start - end <= NEAR);
  const packs = packsOf(told.ground);
  const saidIn = (amounts: readonly AmountMention[]) =>
    packs.filter(({ price }) =>
      amounts.some((other) => (isMoney(other) || other.dimension === "none") && agrees({ ...other, per: undefined }, price)),
    );
  const said = saidIn(before);
  if (isOne)
    return said.some(({ price, pack }) =>
      same(price.min / (partsOf(pack, amount, told.text) / sharersOf(amount, pack, told.text)), amount.min),
    );
  // 2万ドンお得な28万ドン, "255,000 by the piece, 240,000 for three": the price comes behind.
  const behind = told.amounts.filter(({ start }) => start >= amount.end && start - amount.end <= NEAR);
  const around = [...said, ...(SET_AGAINST.test(lightText(told.text.slice(amount.end, amount.end + WORD_AFTER))) ? saidIn(behind) : [])];
  return (
    around.some(
      (one) =>
        isSaving(one, amount, told) ||
        (isSetAgainst(amount, told) &&
          [singlyOf(one, told.ground), ...wholesOf(one, told.ground)].some((whole) => same(whole, amount.min))),
    ) || isManyOf(amount, before, packs, told.ground)
  );
}

/** "Instead of 255,000", `mua lẻ mất 255 ngàn`, バラなら25万5千ドン: what as many cost one by one. */
export function isSetAgainst({ start, end }: AmountMention, { text }: Told): boolean {
  return SET_AGAINST.test(lightText(`${text.slice(Math.max(0, start - WORD_AFTER), start)}\n${text.slice(end, end + WORD_AFTER)}`));
}
const WORD_AFTER = 24;
const SET_AGAINST =
  /(?<!\p{L})(?:thay vì|lẻ|rời|instead of|rather than|separately|singly|one by one|on their own|would|by the (?:piece|jar|bag|bottle|pack))(?!\p{L})|のところ|バラ|単品|ではなく|お得|通常/u;

/** A price per pair, of a bundle that is counted in pairs and read in single pieces. */
function sharersOf({ start, end }: AmountMention, { quote }: AmountMention, text: string): number {
  return PAIRS.test(quote) && PAIRS.test(text.slice(Math.max(0, start - 8), end + 8)) ? 2 : 1;
}
const PAIRS = /(?<!\p{L})(?:đôi|cặp|pairs?)(?!\p{L})|[膳足組対]|ペア/iu;

/** "By the case it works out to 20,000 a pack": the buyer hears what of, and that a sum was done. */
function isOutOfBulk(amount: AmountMention, { text, language, ground }: Told): boolean {
  const { bulk, sum } = BULK[language];
  const before = lightText(text.slice(Math.max(0, amount.start - NEAR), amount.start));
  if (!bulk.test(before) || !sum.test(before + lightText(text.slice(amount.start, amount.end + SUM_AFTER)))) return false;
  return packsOf(ground).some(
    ({ price, pack }) => partsOf(pack, amount, text) > 1 && same(price.min / partsOf(pack, amount, text), amount.min),
  );
}
const SUM_AFTER = 12;
const BULK: Record<Language, { bulk: RegExp; sum: RegExp }> = {
  vi: {
    bulk: /(?<!\p{L})(?:thùng|két|can|bao|lốc|combo|set|bộ|kiện|cây|sọt|cuộn|xấp|bó|tá|chục|cả)(?!\p{L})/u,
    sum: /(?<!\p{L})(?:tính ra|chỉ còn|còn|vị chi|tức|rơi vào|ra)(?!\p{L})/u,
  },
  en: {
    bulk: /(?<!\p{L})(?:cases?|cans?|crates?|cartons?|sets?|bundles?|sacks?|rolls?|reams?|dozens?|packs?|boxe?s?)(?!\p{L})/u,
    sum: /(?<!\p{L})(?:by the \p{L}+|works? out|comes? (?:out )?(?:to|at)|down to|that is|that['’]s|which is|makes)(?!\p{L})/u,
  },
  ja: { bulk: /ケース|箱|缶|容器|セット|まとめ買い|束|巻|袋|ダース/u, sum: /(?:なら|だと|あたり|当たり|につき|換算|計算)/u },
};

/** `18.000đ một tờ`, "6,000 apiece", 1枚あたり2千ドン: of one of whatever the pack holds. */
function isOfOne({ start, end }: AmountMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - ONE_WORDS), start);
  return (
    OF_ONE.test(text.slice(end, end + 10)) ||
    ONE_OF.test(before) ||
    (ONE_DONE.test(text.slice(end, end + 10)) && /[1１一]\p{L}{1,6}$/u.test(before))
  );
}
/** 1メートル36万ドンの計算で: a sum was done. */
const ONE_DONE = /^(?:の計算|になり|に換算|ほどに|相当|で済)/u;
const ONE_WORDS = 32;
const OF_ONE = /^\s*(?:\/|một |mỗi |an? |apiece|each|per )/iu;
const ONE_OF =
  /[1１一]\p{L}{1,6}(?:あたり|当たり|につき)$|(?<!\p{L})(?:(?:(?:một|mỗi|1) \p{L}+|(?:ký|kí|cân|lít|mét|hũ|chai|gói|hộp|túi|cái|trái|quả)(?= (?:chỉ|còn|có|là))) (?:(?:chỉ|thì|còn|là|giá|có|hết|mất)(?: |$)){0,3}|each(?: \p{L}+)?(?: then)? (?:comes? (?:out )?(?:to|at)|works? out (?:to|at)|costs?|is)(?: (?:just|only))? )\s*$/iu;

const known = new WeakMap<readonly Fact[], readonly Priced[]>();
function packsOf({ bound, facts }: Told["ground"]): readonly Priced[] {
  const packs = known.get(facts) ?? bound.flatMap((one, at) => [...pricedPacks(one, bound, facts), ...filledBefore(one, bound[at - 1])]);
  known.set(facts, packs);
  return packs;
}

function pricedPacks({ amount: price, labels }: Bound, bound: readonly Bound[], facts: readonly Fact[]): Priced[] {
  if (!MONEY.has(price.dimension) || price.min !== price.max) return [];
  const own = labels.flatMap(({ family, loose, amount }) => (family === "pack" && loose !== true && amount !== undefined ? [amount] : []));
  // `cuộn 20m 900k`
  const rolled = labels.flatMap(({ family, id, start, end }): AmountMention[] => {
    const length = family === "measure" ? Number(id) : Number.NaN;
    if (Number.isNaN(length) || length <= METRE) return [];
    return [{ start, end, quote: "", min: length, max: length, unit: "cm", dimension: "length", spelled: false }];
  });
  // `túi 5kg, 190k/túi`
  const held = bound.filter(({ labels: of }) =>
    of.some(({ family, id, loose }) => family === "holder" && loose !== true && id === price.per),
  );
  const filled = facts.flatMap(({ kind, amount, start, end, quote }): AmountMention[] =>
    kind === "pack" && amount?.per === price.per && amount?.unit !== undefined
      ? [{ ...amount, per: undefined, start, end, quote, dimension: DIMENSIONS[amount.unit] ?? "count", spelled: false }]
      : [],
  );
  // `1 lit 680k` beside `chai 500ml 350k` is a bottle as well.
  const { per, start, end, quote } = price;
  const one: AmountMention[] =
    per === "kg" || per === "l"
      ? [{ start, end, quote, min: 1, max: 1, unit: per, dimension: DIMENSIONS[per] ?? "mass", spelled: false }]
      : [];
  const packs = price.per === undefined ? [...own, ...rolled] : [...held.map(({ amount }) => amount), ...filled, ...one];
  return packs
    .filter((pack) => pack.min === pack.max && pack.per === undefined)
    .map((pack) => ({ price: { ...price, per: undefined }, pack }));
}

/** `1 bao 30kg 660k`: the bag that was just told, and what it holds. */
function filledBefore({ amount: price }: Bound, before: Bound | undefined): Priced[] {
  if (before === undefined || !MONEY.has(price.dimension) || price.per !== undefined || price.min !== price.max) return [];
  const { per, end, quote } = before.amount;
  const isBag = per !== undefined && HOLDERS.has(per) && ONE_BAG.test(quote) && price.start - end <= 2;
  return isBag ? [{ price, pack: { ...before.amount, per: undefined } }] : [];
}
const ONE_BAG = /^(?:1|một|mot) /iu;

const METRE = 100;
const DIMENSIONS: Readonly<Record<string, string>> = { g: "mass", kg: "mass", t: "mass", ml: "volume", l: "volume" };

/** English says the currency once: "370,000 the box, which saves you 20,000". */
export function isMoney({ dimension, min }: AmountMention): boolean {
  return MONEY.has(dimension) || (dimension === "none" && min >= 1000);
}

/** How many of what is told the price of: metres of a roll, too. */
function partsOf(pack: AmountMention, { per, rate, start, end }: AmountMention, text: string): number {
  if (pack.dimension !== "length") return countOf(pack, per ?? (MEASURED.has(pack.dimension) ? unitBefore(text, start, pack) : undefined));
  const ofMetre =
    rate?.unit === "cm" ||
    text.slice(Math.max(0, start - ONE_WORDS), start).includes("メートル") ||
    A_METRE.test(text.slice(end, end + 12));
  return ofMetre ? pack.min / (rate?.of ?? METRE) : Number.NaN;
}

const A_METRE = /^ (?:an? |per |một |mỗi )(?:met(?:re|er)|mét)(?!\p{L})/iu;

/** `một ký có trăm tám`: a kilo's, named before it; "three kilos, and each one is 180,000". */
function unitBefore(text: string, start: number, pack: AmountMention): AmountMention["per"] {
  const unit = ONE_MEASURE.exec(text.slice(Math.max(0, start - ONE_WORDS), start))?.[1]?.toLowerCase();
  if (unit === "one") return pack.unit === "l" || pack.unit === "kg" ? pack.unit : undefined;
  return unit === undefined ? undefined : unit.startsWith("l") ? "l" : "kg";
}
const ONE_MEASURE = /(?:(?:một|mỗi|1|each|ra|chi|tức|vậy|thì) )(ký|kí|cân|kg|kilo|lít|lit|litre|one)(?= )/iu;

/** How many of what a price is per a pack holds; no number where it holds something else. */
function countOf({ dimension, unit, min }: AmountMention, per: AmountMention["per"]): number {
  if (dimension === "mass") return per === "kg" ? (unit === "g" ? min / 1000 : min) : Number.NaN;
  if (dimension === "volume") return per === "l" ? (unit === "ml" ? min / 1000 : min) : Number.NaN;
  return (dimension === "count" || dimension === "none") &&
    (per === undefined || per === "fruit" || per === unit || (unit !== undefined && isAlike(per, unit)))
    ? min
    : Number.NaN;
}

/** How much less the pack costs than by the kilo, by the piece; or where a word says so, than as much in smaller packs, or less for each kilo in it. */
function isSaving(one: Priced, { min, start, end }: AmountMention, { ground, text }: Told): boolean {
  const { price, pack } = one;
  const singly = singlyOf(one, ground);
  if (same(singly - price.min, min)) return true;
  if (!LESS.test(lightText(`${text.slice(Math.max(0, start - WORD_AFTER), start)}\n${text.slice(end, end + WORD_AFTER)}`))) return false;
  return wholesOf(one, ground).some((whole) => same(whole - price.min, min)) || same((singly - price.min) / pack.min, min);
}

/** What as much costs in smaller packs: `10 túi 320k` of `túi 35k`. */
function wholesOf({ price, pack }: Priced, ground: Told["ground"]): number[] {
  const parts = packsOf(ground).flatMap((one) => (isPartOf(one.pack, pack) ? [(one.price.min * sizeOf(pack)) / sizeOf(one.pack)] : []));
  const singles =
    pack.dimension === "count" ? ground.bound.map(({ amount }) => (MONEY.has(amount.dimension) ? amount.min * pack.min : 0)) : [];
  return [...parts, ...singles].filter((whole) => whole > price.min && whole < price.min * DEARER_MAX);
}
const LESS =
  /(?<!\p{L})(?:rẻ(?: được)? hơn|bớt|đỡ|giảm|lời|lợi|tiết kiệm|hời|less|sav(?:e|es|ed|ing)|cheaper|off|extra|knocks?)(?!\p{L})|お得|安く|浮|割安|引き/u;
/** Nobody sells the larger pack for half. */
const DEARER_MAX = 2;
const sizeOf = (pack: AmountMention): number => baseOf(pack, pack.min);

/** Two half kilos make a kilo, ten times ten eggs a hundred. */
function isPartOf(part: AmountMention, whole: AmountMention): boolean {
  const times = sizeOf(whole) / sizeOf(part);
  const isCounted = (pack: AmountMention) => pack.unit === undefined && (pack.dimension === "count" || pack.dimension === "none");
  const areAlike = isCounted(whole) ? isCounted(part) : part.dimension === whole.dimension && MEASURED.has(part.dimension);
  return areAlike && times > 1 && Number.isInteger(times);
}
const MEASURED = new Set(["mass", "volume"]);

/** What as much costs by the kilo, by the piece. */
function singlyOf({ price, pack }: Priced, { amounts }: Told["ground"]): number {
  const single = amounts.find(({ dimension, per }) => dimension === price.dimension && per !== undefined && countOf(pack, per) > 0);
  if (single !== undefined) return single.min * countOf(pack, single.per);
  const metre =
    pack.dimension === "length" ? amounts.find(({ dimension, rate }) => dimension === price.dimension && rate?.unit === "cm") : undefined;
  return metre === undefined ? Number.NaN : (metre.min * pack.min) / (metre.rate?.of ?? METRE);
}

function isManyOf(amount: AmountMention, before: readonly AmountMention[], packs: readonly Priced[], { amounts }: Told["ground"]): boolean {
  return before.some(
    (pack) =>
      pack.per === undefined &&
      pack.min === pack.max &&
      !packs.some((held) => agrees(pack, held.pack)) &&
      amounts.some(
        ({ dimension, per, min, max }) =>
          MONEY.has(dimension) &&
          (amount.dimension === "none" || dimension === amount.dimension) &&
          per !== undefined &&
          min === max &&
          same(min * countOf(pack, per), amount.min),
      ),
  );
}

/** 100,000 for three are "33,333 each". */
const ROUNDED = 1e-4;
function same(left: number, right: number): boolean {
  return Math.abs(left - right) <= ROUNDED * right;
}
