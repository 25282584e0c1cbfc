import type { Language } from "#i18n/language.ts";
import { bareUnit, exactUnit } from "./amount-scan.ts";
import type { AmountMention } from "./amounts.ts";
import { addedTime, withTheFirst } from "./compound-times.ts";
import { compound, isCompound } from "./compound-weights.ts";
import { foldText, type Folded } from "./fold.ts";
import type { Unit } from "./fact.ts";
import { RIGHT_AFTER, weighsEach } from "./right-after.ts";
import { isListed, isWithin } from "./listed-packs.ts";
import { isOfCase, loneUnit } from "./lone-unit.ts";
import { isOnTheWay } from "./days-on-the-way.ts";
import { withEach } from "./price-each.ts";
import { partsPrices } from "./strokes.ts";

type Placed = AmountMention & { from: number; next: number };

/** Joins what was said in pieces: `1 tấn 200 kg` is one weight, `1 cân 30 nghìn` and `18 nghìn một ký` a price per kg. */
export function joinAmounts(found: readonly Placed[], light: Folded, language: Language): AmountMention[] {
  const joined: AmountMention[] = [];
  const whole = light.raw;
  for (const { from: _from, next: _next, ...mention } of found) {
    const before = joined.at(-1);
    const between = before === undefined ? "" : whole.slice(before.end, mention.start);
    if (before !== undefined && isAcross(before, mention, between)) joined.splice(-1, 1, measuredAs(before, mention));
    const added = before === undefined ? undefined : addedTime(before, mention, between, whole);
    if (before !== undefined && added !== undefined)
      joined.splice(-1, 1, {
        ...perOf(before, before, whole, undefined, mention.end),
        min: before.min + added,
        max: before.max + added,
      });
    else if (before !== undefined && isCompound(before, mention, between)) joined.splice(-1, 1, compound(before, mention, whole));
    else if (before !== undefined && isOneBefore(before, mention, between, light, language))
      joined.splice(-1, 1, perOf(before, mention, whole, before.unit));
    else if (
      before !== undefined &&
      isOneAfter(before, mention, between, whole) &&
      !(isMoney(before) && isListed(joined.at(-2), before, mention, whole))
    )
      joined.splice(-1, 1, perOf(before, before, whole, mention.unit, mention.end));
    else joined.push(language === "en" ? withTheFirst(mention, whole) : mention);
  }
  // What one took is not the next's.
  const done: AmountMention[] = [];
  for (const [at, mention] of joined.entries()) done.push(withPer(mention, light, language, done.at(-1), joined[at + 1]));
  return done;
}

/** `1,6 × 2 m`, "1.8 by 2 metres", "bags of 30 by 40 cm": both sides are in the same unit. */
function isAcross(first: AmountMention, second: AmountMention, between: string): boolean {
  return (
    (first.dimension === "none" || (first.dimension === "count" && first.unit === undefined)) &&
    second.dimension === "length" &&
    /^\s*(?:[x×*✕]|by)\s*$/iu.test(between) &&
    numberIn(second.quote) > 0
  );
}

function measuredAs(first: AmountMention, { unit, dimension, max, quote }: AmountMention): AmountMention {
  const factor = max / numberIn(quote);
  return { ...first, min: first.min * factor, max: first.max * factor, dimension, ...(unit === undefined ? {} : { unit }) };
}

function numberIn(quote: string): number {
  return Number((/\d+(?:[.,]\d+)?/.exec(quote)?.[0] ?? "0").replace(",", "."));
}

const PER_UNITS = new Set(["mass", "volume", "count", "time", "day"]);
const BEFORE_PRICE =
  /^\s*(?:giá|gia|là|la|bán|ban|chỉ|chi|thì|thi|có giá|co gia|=|:|：|is|costs?|at|are|につき|あたり|当たり|は|で|が|、|,|約|およそ|khoảng|tầm)*\s*$/iu;
const HOLDER_BEFORE =
  /(?<![a-z])(?:thung|hop|bao|nieu|khap|chum|bich|tui|goi|chai|hu|hop qua|khay|bo|lon|combo|set|can|cay|thanh|banh|che|tho|xop|ong|bag|box|case|pack|箱|袋)(?:\s\p{L}+){0,4}\s*$/iu;

/** `1 cân 30 nghìn`, `1キロ3万5千ドン`, `1個400～600グラム`; not the pack of `gói 1kg giá 210.000đ`. */
function isOneBefore(first: AmountMention, second: AmountMention, between: string, light: Folded, language: Language): boolean {
  const whole = light.raw;
  if (!isOne(first) || first.unit === undefined || first.per !== undefined || second.per !== undefined) return false;
  const money = isMoney(second);
  // `ba thứ, mỗi thứ một cân 210 nghìn`: the price of all three.
  if (money && OF_EACH_KIND.test(whole.slice(Math.max(0, first.start - EACH_KIND), first.start))) return false;
  // `mua 1 tấn 5k5`: from a tonne on, a kilo costs so much; no harvest is as cheap by the tonne.
  if (first.unit === "t" && second.dimension === "VND" && second.max < TONNE_MIN) return false;
  // `1 tháng 150k/con`: what is so old costs so much each.
  if (money && LASTING.has(first.dimension) && /^\s*\/\s*\p{L}/u.test(whole.slice(second.end, second.end + 4))) return false;
  if (money && first.unit === "day" && isOnTheWay(first.start, whole, language)) return false;
  // "160,000 VND at one year, 280,000 VND at three"
  if (money && LASTING.has(first.dimension) && between.includes(",")) return false;
  // `lấy một tấn giá ba mươi ngàn ký`: the price is for what follows it.
  if (money && hasUnitAfter(second, light, language)) return false;
  if (language === "vi" && first.unit === "kg" && isPieces(second) && PIECES_BETWEEN.test(between)) return !afterHolder(first, whole);
  const kind = language === "vi" && money && first.unit === "kg" && KIND_BETWEEN.test(between);
  if (!(kind || BEFORE_PRICE.test(between)) || (!money && (first.dimension !== "count" || language === "en"))) return false;
  if (!money && second.dimension === "count" && language !== "ja" && !/^\s*(?:có|co)?\s*$/u.test(between)) return false;
  if (isMoney(first) || (first.dimension === second.dimension && !money && first.unit === second.unit)) return false;
  return language === "ja" ? !/(?:入り|袋|箱)$/u.test(between) : !afterHolder(first, whole);
}

const OF_EACH_KIND = /(?<!\p{L})(?:mỗi|moi) (?:thứ|thu|loại|loai|món|mon|vị|vi) $/iu;
const EACH_KIND = 12;
const TONNE_MIN = 200_000;

function hasUnitAfter(price: AmountMention, light: Folded, language: Language): boolean {
  const rest = light.raw.slice(price.end, price.end + 24);
  const { unit } = (AFTER[language].exec(rest) ?? (language === "vi" ? RIGHT_AFTER.exec(rest) : null))?.groups ?? {};
  return unit !== undefined && perUnit(unit, language, price, light) !== undefined;
}

function afterHolder({ start }: AmountMention, whole: string): boolean {
  return HOLDER_BEFORE.test(foldText(whole.slice(Math.max(0, start - 24), start)));
}

/** `1 ký khô 900k`, `1 kg viên 75k` */
const KIND_BETWEEN =
  /^\s+(?!ship|phí|phi|cọc|coc|giảm|giam|tặng|tang|thêm|them|bớt|bot|gửi|gui|giao|tiền|tien|cước)\p{L}+\s+(?:giá\s+|gia\s+)?$/iu;
const PIECES_BETWEEN = /^\s*(?:(?:được|duoc|dc|đc|khoảng|khoang|tầm|tam|cỡ|co|chừng|chung|có|là|la|từ|tu|~|=)\s*)*$/iu;
/** Fruit, crabs, bulbs: `1 ký 4-5 trái` tells their size. */
function isPieces({ dimension, unit }: AmountMention): boolean {
  return dimension === "count" && (unit === "fruit" || unit === undefined);
}

/** `18 nghìn một ký`, `20 hộp 1 thùng`, `20 boxes to a carton`. */
function isOneAfter(first: AmountMention, second: AmountMention, between: string, whole: string): boolean {
  if (HOLDER_AFTER.test(whole.slice(second.end, second.end + 12))) return false;
  if (!isOne(second) || second.unit === undefined || first.per !== undefined || isMoney(second)) return false;
  // `tám củ được một ký`
  if (second.unit === "kg" && isPieces(first) && PIECES_MAKE.test(between)) return true;
  if (!/^\s*(?:\/|per|to|for|cho|mỗi|\/\s)?\s*$/iu.test(between)) return false;
  if (between.includes("/") && isPriceBehind(whole.slice(second.end, second.end + 4))) return false;
  // `thanh 6 viên 1 kg 70k`: so many in the bar, which weighs a kilo.
  if (second.unit === "kg" && isPieces(first)) return !HELD_IN.test(foldText(whole.slice(Math.max(0, first.start - 12), first.start)));
  return (
    isMoney(first) ||
    (second.dimension === "count" && lastWord(first) !== lastWord(second) && first.dimension !== "none" && PER_UNITS.has(first.dimension))
  );
}

const PIECES_MAKE = /^\s*(?:thì|thi)?\s*(?:được|duoc|dc|đc|là|la|nặng|nang|vào|vao)\s*$/iu;

const HELD_IN = /(?<!\p{L})(?:cay|thanh|hop|tui|goi|bich|hu|khay|loc|phong|lang|bo|xau|tho)(?: (?:nho|lon|to|dai))? $/u;

/** `per 1 kg bundle`: the bundle weighs a kilo, the price is the bundle's. */
const HOLDER_AFTER = /^\s*(?:bundle|bag|box|jar|pack|packet|case|carton|bottle|tin|tray|sack)(?:e?s)?(?!\p{L})/iu;

function lastWord(mention: AmountMention): string {
  return /\p{L}+$/u.exec(foldText(mention.quote))?.[0] ?? "";
}

function perOf(first: AmountMention, value: AmountMention, whole: string, per: Unit | undefined, end = value.end): AmountMention {
  const joined = { ...value, start: first.start, end, quote: whole.slice(first.start, end) };
  return per === undefined ? joined : { ...joined, per };
}

const AFTER: Record<Language, RegExp> = {
  vi: /^\s*(?:\/\s*(?:1\s*)?|mỗi\s+|moi\s+|một\s+|mot\s+|per\s+|a\s+)(?<unit>m(?:[eé]t)? vu[oô]ng|m[2²]|\p{L}+)/iu,
  en: /^\s*(?:\/\s*(?:1\s*)?|per\s+(?:1\s+)?|an?\s+|every\s+|to\s+(?:the|a|each)\s+|to\s+an?\s+|in (?:a|each)\s+)(?:(?:running|linear|whole|full|single|metric)\s+)?(?<unit>square \p{L}+|m[2²]|\p{L}+)/iu,
  ja: /^\s*(?:\/\s*1?|毎)(?<unit>キロ|kg|箱|個|袋|本|瓶|束|パック|リットル|l|房|玉|メートル|m)/iu,
};
const BEFORE: Record<Language, RegExp> = {
  vi: /(?:mỗi|moi|từng)\s+(?<unit>\p{L}+)\s+(?:nặng|nang|có|co|là|la|khoảng|khoang|giá|gia|tầm|chừng|cỡ|đựng)?\s*(?:khoảng\s*)?$/iu,
  en: /(?:each|every|per)\s+(?<unit>\p{L}+)\s+(?:weighs|is|holds|contains|costs|has)?\s*(?:about\s*|around\s*)?$/iu,
  ja: /(?:毎)(?<unit>箱)$/u,
};

function withPer(
  mention: AmountMention,
  light: Folded,
  language: Language,
  before: AmountMention | undefined,
  next: AmountMention | undefined,
): AmountMention {
  const whole = light.raw;
  if (mention.per !== undefined || mention.dimension === "%" || mention.dimension === "brix") return mention;
  const [rest = ""] = whole.slice(mention.end, mention.end + 24).split("\n", 1);
  const behind = AFTER[language].exec(rest) ?? (language === "vi" && isMoney(mention) ? RIGHT_AFTER.exec(rest) : null);
  const then = rest.slice(behind?.[0].length);
  const isNexts =
    behind !== null &&
    ((isMoney(mention) && next !== undefined && isMoney(next) && isWithin(behind[0], mention, next)) ||
      weighsEach(mention, behind[0], then) ||
      (behind[0].trimStart().startsWith("/") && isOfNext(mention, behind[0], then)));
  const after = isNexts ? null : behind;
  const unit = after?.groups?.unit === undefined ? undefined : perUnit(after.groups.unit, language, mention, light);
  const end = mention.end + (after?.[0].length ?? 0);
  const rate = isMoney(mention) && unit === undefined ? rateOf(after?.groups?.unit ?? "", language, light) : undefined;
  if (rate !== undefined) return { ...mention, rate, end, quote: whole.slice(mention.start, end) };
  if (unit !== undefined && unit !== mention.unit && !HOLDER_AFTER.test(whole.slice(end, end + 12))) {
    return { ...mention, per: unit, end, quote: whole.slice(mention.start, end) };
  }
  const lead = whole.slice(Math.max(before?.end ?? 0, mention.start - 30), mention.start);
  const lone = language === "vi" && (isMoney(mention) || isPieces(mention)) && !isOfCase(before, lead) ? loneUnit(lead) : {};
  const name = BEFORE[language].exec(lead)?.groups?.unit ?? lone.unit;
  const ahead = name === undefined ? undefined : perUnit(name, language, mention, light);
  if (ahead !== undefined && ahead !== mention.unit && (isMoney(mention) || lone.unit === undefined || ahead === "kg"))
    return { ...mention, per: ahead };
  const rateAhead = name === undefined || !isMoney(mention) ? undefined : rateOf(name, language, light);
  if (rateAhead !== undefined) return { ...mention, rate: rateAhead };
  if (isMoney(mention) && lone.each === true) return { ...mention, each: true };
  return isMoney(mention) && !isNexts ? withEach(mention, whole, language) : mention;
}

/** `110k/cặp 210k`: the stroke parts two prices. */
function isOfNext(mention: AmountMention, stroke: string, behind: string): boolean {
  return (/\/\s*1/u.test(stroke) && isPriceBehind(behind)) || (isMoney(mention) && partsPrices(mention.max, stroke, behind));
}

/** `250g 60k / 1kg 210k`: a price follows, so the stroke led to the next pack. */
function isPriceBehind(after: string): boolean {
  return /^\s*:?\s*\d/u.test(after);
}

/** Nothing weighs so much per weight: `500g/1kg` are two packs. */
function perUnit(name: string, language: Language, { dimension }: AmountMention, light: Folded): Unit | undefined {
  const row = unitRowOf(name, language, light);
  const areaPriced = row?.dimension === "area" && MONEY.has(dimension);
  if (row?.factor !== 1 || !(PER_UNITS.has(row.dimension) || areaPriced)) return undefined;
  if (row.dimension === dimension && dimension !== "count") return undefined;
  // `còn hai tạ một ký sáu trái`: so is a weight that each region reads its own way.
  if (row.dimension === "mass" && dimension === "regional") return undefined;
  // `6 tieng moi keo`: then it draws, and no jar takes so long; `mười hai tháng một lít bảy mươi nghìn`: the litre's price follows.
  if (LASTING.has(dimension) && (row.dimension === "count" || row.dimension === "volume")) return undefined;
  return row.unit;
}

const LASTING = new Set(["time", "day", "month"]);

/** `/lạng`, `per pound`, `một tạ`, `/mét`: no unit of ours, but so much of one. */
function rateOf(name: string, language: Language, light: Folded): AmountMention["rate"] {
  const row = unitRowOf(name, language, light);
  if (row?.unit === undefined || row.factor === 1 || !["mass", "volume", "length"].includes(row.dimension) || row.regional === "always")
    return undefined;
  return { unit: row.unit, of: row.factor };
}

function unitRowOf(name: string, language: Language, light: Folded) {
  // `42k/tá`: twelve, and no tạ.
  if (language === "vi" && name.normalize("NFC").toLowerCase() === "tá") return undefined;
  return exactUnit({ language, light }, name.toLowerCase().normalize("NFC")) ?? bareUnit({ language, light }, foldText(name));
}

function isOne(mention: AmountMention): boolean {
  return mention.min === 1 && mention.max === 1 && mention.approximate === undefined;
}

const MONEY = new Set(["VND", "USD", "JPY"]);
function isMoney({ dimension }: AmountMention): boolean {
  return MONEY.has(dimension);
}
