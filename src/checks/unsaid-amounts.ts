import type { AmountMention } from "#facts/amounts.ts";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import { overlaps, said } from "#facts/said.ts";
import { barePricesOf } from "./bare-prices.ts";
import type { Bound } from "./bind-amounts.ts";
import { isCalibre } from "./calibres.ts";
import type { ReadText } from "./ground.ts";
import { partedTimesOf } from "./parted-times.ts";
import { pricedByOf } from "./priced-by.ts";
import { orderedYearsOf } from "./ordered-years.ts";
import { pricesBySize, sizesByTheKilo } from "./sizes-by-the-kilo.ts";
import { daysWithin } from "./unsaid-days.ts";
import { ripenessOf } from "./unsaid-ripeness.ts";
import { generationsOf } from "./unsaid-generations.ts";
import { gradesOf } from "./unsaid-grades.ts";
import { agesOf, basketsOf, ofEachKind } from "./unsaid-counts.ts";
import { monthsOf } from "./unsaid-months.ts";

/** What the grower's words hold without a number, a unit or a scale of its own: other languages say it. */
export function unsaidAmounts(read: ReadText): AmountMention[] {
  return [
    daysWithin,
    pricedByOf,
    scaledOf,
    barePricesOf,
    unreadOf,
    dailyOf,
    halfOf,
    sizesByTheKilo,
    pricesBySize,
    ripenessOf,
    cansOf,
    gradesOf,
    countedOf,
    bracketedOf,
    eachOf,
    ofEachKind,
    agesOf,
    basketsOf,
    tenthsOf,
    tensOf,
    monthsOf,
    generationsOf,
    orderedYearsOf,
    partedTimesOf,
  ].flatMap((amountsOf) => amountsOf(read));
}

/** `28k/ký, từ 20 ký tính 25k`, `loại 1 52k/kg, loại 2 44k`: what an earlier price is per, the next of no pack is per too. */
export function inTheSameList(one: Bound, text: string, all: readonly Bound[]): AmountMention[] {
  const { amount, labels, class: kind } = one;
  const before = all
    .slice(0, all.indexOf(one))
    .flatMap((other) => ofOneKilo(isSizedByTheKilo(other, all) ? { ...other, amount: { ...other.amount, per: "kg" } } : other))
    .at(-1);
  const packed = labels.some(({ family, loose, amount: pack }) => {
    if (family !== "pack" || loose === true || pack === undefined) return false;
    // `búp thường 180k, gói 2 lạng`: how it is packed comes after, the price is still a kilo's.
    if (pack.start > amount.end && text.slice(amount.end, pack.start).includes(",")) return false;
    return pack.unit === "kg" ? pack.max <= PACK_MAX : pack.unit !== "t";
  });
  if (
    kind !== "money" ||
    amount.per !== undefined ||
    amount.each === true ||
    before?.per === undefined ||
    amount.dimension !== before.dimension ||
    packed
  )
    return [];
  // `1kg 50k, 10kg 470k`: more is not dearer.
  if (amount.max > before.max * DEARER_MAX) return [];
  return [{ ...amount, per: before.per }];
}
/** `45k/ký`, `1kg 45k`. */
export function ofOneKilo({ amount, labels, class: kind }: Bound): AmountMention[] {
  if (kind !== "money") return [];
  if (amount.per !== undefined) return [amount];
  const isKilo = labels.some(
    ({ family, loose, amount: pack }) => family === "pack" && loose !== true && pack?.unit === "kg" && pack.min === 1 && pack.max === 1,
  );
  return isKilo ? [{ ...amount, per: "kg" }] : [];
}
/** `25 con/kg 190k`: what is counted by the kilo costs so much a kilo. */
function isSizedByTheKilo({ labels, class: kind }: Bound, all: readonly Bound[]): boolean {
  if (kind !== "money" || labels.some(({ family, loose }) => family === "pack" && loose !== true)) return false;
  return labels.some(({ family, start }) => family === "calibre" && all.some(({ amount }) => amount.start === start && isCalibre(amount)));
}
/** A price from so many kilos on is still per kilo. */
const PACK_MAX = 5;
/** Another grade may cost so many times as much. */
const DEARER_MAX = 5;

/** `giá 120 180 260k`: the thousand said last is for all. */
function scaledOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((price, index) => {
    const digits = Number(/^\d{1,3}(?=\s*(?:k|nghìn|ngàn|nghin|ngan)(?!\p{L}))/iu.exec(price.quote)?.[0] ?? Number.NaN);
    if (price.dimension !== "VND" || price.max !== digits * 1000) return [];
    const list: AmountMention[] = [];
    let next = price;
    for (const one of amounts.slice(0, index).toReversed()) {
      if (one.dimension !== "none" || one.spelled || !/^[\s,/-]+$/.test(text.slice(one.end, next.start))) break;
      list.push({ ...price, start: one.start, end: one.end, quote: one.quote, min: one.min * 1000, max: one.max * 1000 });
      next = one;
    }
    return list;
  });
}

/** `D20, D26`, `q12`: figures that stand in a name of their own may be told with their unit. */
function unreadOf({ text, amounts, phones }: ReadText): AmountMention[] {
  return [...text.matchAll(/(?<=\p{Lu}|(?<!\p{L})q\.?)\d{1,4}(?!\d|[.,]\d)/gu)].flatMap(({ index, 0: quote }) => {
    const span = { start: index, end: index + quote.length };
    if ([...amounts, ...phones].some((other) => overlaps(other, span))) return [];
    return [{ ...span, quote, min: Number(quote), max: Number(quote), dimension: "none", spelled: false }];
  });
}

/** `còn 2 tấn 3 gừng`: two hundred kilos more, whatever follows. */
function tenthsOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((whole, index) => {
    const tail = amounts[index + 1];
    const isTail = tail?.dimension === "none" && !tail.spelled && tail.max < 10 && tail.max > 0 && Number.isInteger(tail.max);
    if (whole.dimension !== "mass" || whole.unit === "g" || whole.per !== undefined || !isTail) return [];
    if (!/^ ?$/.test(text.slice(whole.end, tail.start)) || !/^ \p{L}/u.test(text.slice(tail.end, tail.end + 2))) return [];
    const value = whole.max + (tail.max * unitSize(whole)) / 10;
    return [{ ...whole, end: tail.end, quote: text.slice(whole.start, tail.end), min: value, max: value }];
  });
}
/** How much one of them is in the unit it is told in: a tạ is a hundred kilos. */
function unitSize({ quote, max }: AmountMention): number {
  return max / Number(/\d+/.exec(quote)?.[0] ?? max);
}

/** `mua cả chục trái`: ten. */
function tensOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(TENS)].map((match) => {
    return { ...light.span(match.index, match.index + match[0].length), min: 10, max: 10, dimension: "count", spelled: true };
  });
}
const TENS = said("(?:cả|nguyên|đủ|1) chục (?:trái|quả|củ|con|cái|bó)");

/** `cọc một nửa` is told as fifty per cent. */
function halfOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(HALF)].map((match) => {
    return {
      ...light.span(match.index, match.index + match[0].length),
      min: 50,
      max: 50,
      unit: "%" as const,
      dimension: "%",
      spelled: true,
    };
  });
}
const HALF = said("(?:một|phân|trước) nửa");

/** `mỗi ngày hái khoảng 60kg`, `tháng làm 80 hũ`, `đào 2-3 kg tươi mỗi ngày`: so much a day, a month. */
function dailyOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((amount) => {
    const before = lightText(text.slice(Math.max(0, amount.start - 40), amount.start));
    const after = lightText(text.slice(amount.end, amount.end + 24));
    if (amount.per !== undefined || !(A_TIME.test(before) || A_TIME.test(after))) return [];
    return EACH_TIME.flatMap(({ pattern, follows, directly, opens, per }) =>
      pattern.test(before) ||
      follows.test(after) ||
      (amount.dimension === "count" && directly.test(before)) ||
      (isMany(amount) && opens.test(before))
        ? [{ ...amount, per }]
        : [],
    );
  });
}
/** No day of a month. */
function isMany({ dimension, min }: AmountMention): boolean {
  return (dimension === "none" && min > DAYS) || dimension === "count" || dimension === "mass" || dimension === "volume";
}
const DAYS = 31;
const A_TIME = /ng[aà]y|th[aá]ng|n[aă]m/u;
const EACH_TIME = (["day", "month", "year"] as const).map((per) => {
  const word = { day: "ngày", month: "tháng", year: "năm" }[per];
  const follows = new RegExp(`^(?: \\p{L}+)? ${said(`(?:mỗi|một|hằng|hàng|1) ?${word}`).source}`, "u");
  return {
    per,
    follows,
    // `mỗi chị ngày 3 giỏ`
    directly: new RegExp(`${said(`(?:mỗi|một|từng) (?!${word})\\p{L}+ ${word}`).source} $`, "u"),
    // `12 thợ, ngày 800 chiếc`
    opens: new RegExp(`(?:^|[,;:(]) ?${said(word).source} $`, "u"),
    pattern: new RegExp(`${said(`(?:mỗi|một|hằng|hàng|1)? ?${word}`).source}(?: (?!sau|trước|truoc)\\p{L}+){1,4} $`, "u"),
  };
});

/** `1 can 210k, can 3 can 600k`: typed bare, a jerrycan is written like a kilo. */
function cansOf({ text, amounts }: ReadText): AmountMention[] {
  if (hasMarks(text)) return [];
  return amounts.flatMap((amount, index) => {
    if (!/^\d+(?:[.,]\d+)? ?can$/iu.test(amount.quote)) return [];
    const kilos = { ...amount, unit: "kg" as const, dimension: "mass" };
    const price = amounts[index + 1];
    const isPriced =
      amount.max === 1 && price?.dimension === "VND" && price.per === undefined && text.slice(amount.end, price.start) === " ";
    return isPriced ? [kilos, { ...price, per: "kg" as const }] : [kilos];
  });
}
/** `bao 1kg (12 bánh) 65k`, `1kg 3-4 trái, 45k`: what it holds stands between, and the price is a kilo's all the same. */
function bracketedOf({ text, amounts }: ReadText): AmountMention[] {
  return amounts.flatMap((price) => {
    if (price.dimension !== "VND" || price.per !== undefined) return [];
    const { kilo, litre } = BRACKETED.exec(text.slice(Math.max(0, price.start - 60), price.start))?.groups ?? {};
    if (kilo === undefined && litre === undefined) return [];
    return [{ ...price, per: kilo === undefined ? ("l" as const) : ("kg" as const) }];
  });
}
const BRACKETED =
  /(?<![\d.,])(?:1 ?|một |mot )(?:(?<kilo>kg|ký|ky|kí|cân|can)|(?<litre>lít|lit|l))(?!\p{L}) ?(?:\([^()]{1,30}\)|\d{1,2}(?:-\d{1,2})? ?(?:trái|trai|quả|qua|con|củ|cu),)\s*(?:giá |gia |: ?|- ?)?$/iu;

/** `một vụ dưa một vụ lúa`, `1 vị cay, 1 vị ngọt`: two in all. */
function eachOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(EACH_ONE)].map((match) => {
    const value = match[0].match(ONE_OF_THEM)?.length ?? 0;
    const span = light.span(match.index, match.index + match[0].length);
    const noun = match.groups?.noun ?? "";
    const dimension = CROPS.test(noun) ? "crop" : KINDS.test(noun) ? "kind" : "count";
    return { ...span, min: value, max: value, dimension, spelled: true };
  });
}
const EACH_ONE =
  /(?<![\p{L}\d])(?:một|mot|1) (?<noun>\p{L}{2,})(?: \p{L}+){1,2}(?:(?:,? (?:và |va )?|,)(?:một|mot|1) \k<noun>(?: \p{L}+){1,2}?(?!\p{L})){1,4}/gu;
const ONE_OF_THEM = /(?<![\p{L}\d])(?:một|mot|1)(?!\p{L})/gu;
const CROPS = /^v[uụ]$/u;
const KINDS = /^(?:vị|vi|mùi|mui|màu|mau|kiểu|kieu|lớp|lop)$/u;

/** `mâm ngũ quả`, `bộ tứ quý`: numbers that came from Chinese, each in its own word. */
function countedOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(SINO_VIETNAMESE)].flatMap((match) => {
    const value = SINO_VALUES[foldText(match.groups?.number ?? "")] ?? 0;
    const amount = { ...light.span(match.index, match.index + match[0].length), min: value, max: value, spelled: true };
    // `ngũ sắc` are so many things, and `năm màu`.
    const dimensions = /(?:sắc|sac|vị|vi)$/u.test(match[0]) ? ["count", "kind"] : ["count"];
    return dimensions.map((dimension) => ({ ...amount, dimension }));
  });
}
const SINO_VALUES: Readonly<Record<string, number>> = { tam: 3, tu: 4, ngu: 5, luc: 6, bat: 8, cuu: 9 };
const SINO_VIETNAMESE = said(
  "(?<number>tam|tứ|ngũ|lục|bát|cửu) (?:quả|quý|sắc|vị|cốc|linh|phúc|hành|giác|bình|đại|tiên|bảo|diện|thân|long|phẩm)",
);
