import { agrees, liesWithin } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Ground, Told } from "./ground.ts";
import type { Label } from "./bind-amounts.ts";
import { HOLDERS } from "./holders.ts";
import { reducedCosts } from "./reductions.ts";
import { costOf, unitPricesOf, type UnitPrice } from "./unit-prices.ts";
import { isMoney, MONEY } from "./worked-out.ts";

/** So far a quantity stands from what it costs. */
const NEAR = 70;
const EXACT = 1e-6;
/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 200;
const QUANTITIES = new Set(["count", "none", "mass", "volume", "length"]);

/** "Twenty stacks are 360,000", "six of the litre bottles, 300,000": what so many come to at the notes' own price, tier and all. */
export function isTotal(amount: AmountMention, told: Told): boolean {
  if (!isSum(amount) || told.amounts.length > AMOUNTS_MAX) return false;
  return (
    quantitiesNear(amount, told).some((quantity) => comesTo(quantity, amount, told) || isLessThan(quantity, amount, told)) ||
    isSumOfTwo(amount, told)
  );
}

/**
 * How many of them a buyer may take, told with what so many cost: "20 stacks are 360,000"; or set beside the larger pack:
 * "20,000 less than two jars". Of what one bird weighs only what lies within the notes' range.
 */
export function isOrdered(amount: AmountMention, told: Told): boolean {
  if (!isQuantity(amount) || told.amounts.length > AMOUNTS_MAX) return false;
  if (amount.dimension !== "count" && amount.dimension !== "none" && !mayBeWeighed(amount, told)) return false;
  const sums = told.amounts.filter(
    (sum) => isMoney(sum) && sum.min === sum.max && gap(sum, amount) <= NEAR && inOneSentence(sum, amount, told),
  );
  return sums.some((sum) => (isSum(sum) && comesTo(amount, sum, told)) || isLessThan(amount, sum, told));
}

function isSum(amount: AmountMention): boolean {
  const { per, rate, each, min, max } = amount;
  return isMoney(amount) && min === max && (per === undefined || PACES.has(per)) && each !== true && rate === undefined;
}

/** "20 kg a day, 400,000 a day" */
const PACES = new Set<string>(["day", "month", "year"]);

/** Also `sáu chai một lít`, 1本15トン: so many bottles, so much to the container. */
function isQuantity({ dimension, unit, min, max, per, rate }: AmountMention): boolean {
  const isOfOne = per === undefined || HOLDERS.has(per) || PACES.has(per) || HOLDERS.has(unit ?? "");
  return QUANTITIES.has(dimension) && min === max && min > 0 && min < MONEY_MIN && isOfOne && rate === undefined;
}
const MONEY_MIN = 1000;

function quantitiesNear(sum: AmountMention, told: Told, reach = NEAR): AmountMention[] {
  const near = told.amounts.filter((one) => isQuantity(one) && gap(one, sum) <= reach && inOneSentence(one, sum, told));
  const lead = told.text.slice(Math.max(0, sum.start - reach), sum.start);
  return BY_THE_TONNE.test(lead) ? [...near, { ...sum, quote: "", min: 1, max: 1, unit: "t", per: undefined, dimension: "mass" }] : near;
}

const BY_THE_TONNE = /(?<!\p{L})by the tonne(?!\p{L})[^.!?]*$/iu;

/** The notes' prices of one in the money of the sum, where it names one: no bag of dong comes to dollars. */
function pricesLike({ dimension }: AmountMention, ground: Ground): readonly (readonly UnitPrice[])[] {
  return unitPricesOf(ground).filter(([first]) => !MONEY.has(dimension) || first?.amount.dimension === dimension);
}

/** The price times so many, where the notes give those no price of their own. */
function comesTo(quantity: AmountMention, sum: AmountMention, told: Told): boolean {
  const { ground, amounts, text } = told;
  const groups = pricesLike(sum, ground);
  const costs = groups.flatMap((group) => costOf(quantity, group) ?? []);
  const isTier = ({ start }: AmountMention) =>
    groups.some((group) => group.some(({ amount, floor }) => amount.start === start && floor > 0));
  // `con vừa 8k, mua 50 con giảm 10%`: fifty never cost so little.
  const least = Math.min(...costs.map((cost) => cost.sum)) / 2;
  const isPriced = ground.bound.some(({ amount: price, class: kind, labels }) => {
    const isPack = ({ family, loose, amount }: Label) =>
      family === "pack" && loose !== true && amount !== undefined && agrees(quantity, amount);
    return kind === "money" && price.min >= least && !isTier(price) && labels.some(isPack);
  });
  if ((isPriced && !isApart(sum, told)) || (quantity.min === 1 && quantity.unit !== "t")) return false;
  const size = sizeBeside(quantity, amounts, text);
  return costs.some((cost) => {
    const sums = [cost.sum, ...reducedCosts(cost.sum, quantity, told)];
    if (!sums.some((one) => Math.abs(one - sum.min) <= EXACT * one)) return false;
    const { pack } = cost.price;
    return size === undefined || pack === undefined || agrees(size, pack);
  });
}

/** "Two without the box are 360,000", `ba tấn cước sáu triệu`: not what the notes ask for so many. */
function isApart({ start, end }: AmountMention, { text, language }: Told): boolean {
  return APART[language].test(lightText(text.slice(Math.max(0, start - WORD_BEFORE), end + WORD_BESIDE)));
}
const APART: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:không (?:lấy |kèm |có )?(?:hộp|thùng|túi|giỏ)|(?:mua|tính) (?:rời|riêng)|lẻ|cước|phí)(?!\p{L})/u,
  en: /(?<!\p{L})(?:without|separately|singly|one by one|on their own|freight)(?!\p{L})/u,
  ja: /[箱袋]なし|別々|単品|バラ|運賃|送料/u,
};

/** "Three kilos of oranges and two of pomelos, bought separately 161,000": each at its own price. */
function isSumOfTwo(sum: AmountMention, told: Told): boolean {
  const { text, ground, bound } = told;
  const around = `${text.slice(Math.max(0, sum.start - WORD_BEFORE), sum.start)}\n${text.slice(sum.end, sum.end + WORD_BESIDE)}`;
  if (!TOGETHER[told.language].test(lightText(around))) return false;
  const goodsOf = (amount: AmountMention) =>
    all.find((one) => one.amount === amount)?.labels.filter(({ family, loose }) => family === "product" && loose !== true) ?? [];
  // `bộ 1 bàn 4 ghế 2tr8`, told as "bought apart".
  const own = SET_APART.test(lightText(around))
    ? ground.amounts.filter(
        (one) => isQuantity(one) && one.max <= SET_MAX && !OF_EACH.test(ground.notes.slice(Math.max(0, one.start - 10), one.end)),
      )
    : [];
  const all = [...bound, ...ground.bound];
  return [quantitiesNear(sum, told, 2 * NEAR), own].some((quantities) => {
    const costs = quantities.flatMap((quantity) =>
      pricesLike(sum, ground).flatMap((group) => {
        const cost = costOf(quantity, group);
        if (cost === undefined) return [];
        const [goods, held] = [goodsOf(quantity), goodsOf(cost.price.amount)];
        const isOther = goods.length > 0 && held.length > 0 && !goods.some(({ id }) => held.some((label) => label.id === id));
        return isOther ? [] : [{ quantity, group, cost: cost.sum }];
      }),
    );
    const isRest = (one: (typeof costs)[number], other: (typeof costs)[number]) =>
      other.quantity.start > one.quantity.start &&
      other.group !== one.group &&
      Math.abs(one.cost + other.cost - sum.min) <= EXACT * sum.min;
    return costs.some((one) => costs.some((other) => isRest(one, other)));
  });
}
const WORD_BEFORE = 40;
const SET_MAX = 12;
/** `hộp 6 cái (mỗi loại 2)`: the two are among the six. */
const OF_EACH = /(?<!\p{L})m[ỗo]i (?:(?:lo[ạa]i|th[ứu]|v[ịi]|m[àa]u|m[óo]n) )?[\p{L}\d]+(?: \p{L}+)?$/iu;
const SET_APART = /(?:mua|tính) (?:rời|riêng|lẻ)|separately|singly|別々|単品|バラ/u;
const TOGETHER: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:mua (?:rời|riêng|lẻ)|tính (?:rời|riêng|lẻ)|cộng|tổng|hết|tất cả|cả thảy|vị chi|thay vì|gộp)(?!\p{L})/u,
  en: /(?<!\p{L})(?:separately|singly|on their own|one by one|instead of|rather than|together|in all|all told|total|comes? to|altogether|both|makes?)(?!\p{L})/u,
  ja: /別々|単品|バラ|合計|合わせて|計|全部で|両方/u,
};

/** "Six litre bottles", `5 hộp 1kg`: which of the packs so many are of. */
function sizeBeside({ start, end }: AmountMention, amounts: readonly AmountMention[], text: string): AmountMention | undefined {
  return amounts.find(
    (one) =>
      (one.dimension === "mass" || one.dimension === "volume") &&
      ((one.start > start && one.end <= end) ||
        (one.start >= end && OF.test(text.slice(end, one.start))) ||
        (one.end <= start && OF.test(text.slice(one.end, start)))),
  );
}
const OF =
  /^[\s×x*]?(?:of the |of |the |loại |cỡ |入り?(?:の)?|の|箱|袋|瓶|容器| |(?:hộp|túi|gói|chai|hũ|can|thùng|boxes|bags|jars|bottles|packs)(?: of| the| loại| cỡ)*)*[\s×x*]?$/iu;

/** "20,000 less than two jars": so many small ones cost just so much more than the large. */
function isLessThan(quantity: AmountMention, saving: AmountMention, { text, language, ground }: Told): boolean {
  const [from, to] = [Math.min(quantity.start, saving.start), Math.max(quantity.end, saving.end)];
  if (!LESS[language].test(lightText(text.slice(Math.max(0, from - WORD_BESIDE), to + WORD_BESIDE)))) return false;
  const prices = ground.bound.flatMap(({ amount, class: kind }) => (kind === "money" && amount.min === amount.max ? [amount.min] : []));
  const costs = pricesLike(saving, ground).flatMap((group) =>
    [costOf(quantity, group)?.sum ?? [], costOf(quantity, group.slice(0, 1))?.sum ?? []].flat(),
  );
  const isSaved = (large: number, small: number) => small < large && Math.abs(large - small - saving.min) <= EXACT * large;
  // `sỉ 20kg 310k/kg`: so much less than twenty kilos at the price of one.
  return costs.some((cost) => [...prices, ...costs].some((other) => isSaved(cost, other)));
}
const WORD_BESIDE = 16;
const LESS: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:rẻ|bớt|đỡ|giảm|lời|lợi|hời|tiết kiệm|so với)(?!\p{L})/u,
  en: /(?<!\p{L})(?:less|cheaper|sav(?:e|es|ing)|off|over|against)(?!\p{L})/u,
  ja: /お得|安|引き|割安|浮/u,
};

/** What one bird or fruit weighs lies in the notes' range; else it must be what is bought, and no pack that nobody has. */
function mayBeWeighed(amount: AmountMention, told: Told): boolean {
  if (told.ground.amounts.some((held) => liesWithin(amount, held) || isEnd(amount, held))) return true;
  const labels = told.bound.find((one) => one.amount === amount)?.labels ?? [];
  if (labels.some(({ family, loose }) => family === "holder" && loose !== true)) return false;
  const { before, after } = BOUGHT[told.language];
  if (PIECE.test(told.text.slice(Math.max(0, amount.start - WORD_BESIDE), amount.start))) return false;
  return (
    before.test(lightText(told.text.slice(Math.max(0, amount.start - WORD_BESIDE), amount.start))) ||
    after.test(told.text.slice(amount.end, amount.end + WORD_BESIDE))
  );
}
const PIECE = /(?<!\p{L})(?:con|trái|quả|củ|buồng|nải|bắp|cây|khúc|miếng)(?: (?:to|lớn|nhỏ|bự|nặng|chừng|cỡ|tầm))* $/iu;
const BOUGHT: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: { before: /(?<!\p{L})(?:lấy|mua|đặt|gom|ăn|chốt|cân)(?: \p{L}+){0,2} $/u, after: /^ (?:là|thì|hết|chỉ|có|vị chi|tức)(?!\p{L})/iu },
  en: {
    before: /(?<!\p{L})(?:take|buy|get|order|for|taking|buying|ordering|of)(?: \p{L}+)? $/u,
    after: /^ (?:order|would|will|comes?|costs?|is|makes)(?!\p{L})/iu,
  },
  ja: { before: /(?!)/u, after: /^(?:なら|ご?注文|お?買|で(?:\d|合計|計)|お?求め|だと)/u },
};

function isEnd(amount: AmountMention, held: AmountMention): boolean {
  return held.min < held.max && (agrees(amount, { ...held, max: held.min }) || agrees(amount, { ...held, min: held.max }));
}

function gap(left: AmountMention, right: AmountMention): number {
  return left.end <= right.start ? right.start - left.end : left.start - right.end;
}

function inOneSentence(left: AmountMention, right: AmountMention, { text }: Told): boolean {
  const from = Math.min(left.end, right.end);
  const between = text.slice(from, Math.max(left.start, right.start));
  return !SENTENCE_END.test(between);
}
const SENTENCE_END = /[。！？!?\n]|\.\s/u;
