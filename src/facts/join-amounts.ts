import type { Language } from "#i18n/language.ts";
import { unitTable } from "#lexicon/units.ts";
import type { AmountMention } from "./amounts.ts";
import { foldText, type Folded } from "./fold.ts";
import type { Unit } from "./fact.ts";

type Placed = AmountMention & { from: number; next: number };

/** Joins what was said in pieces: `1 tấn 200 kg` is one weight, `1 cân 30 nghìn` and `18 nghìn một ký` a price per kg. */
export function joinAmounts(found: readonly Placed[], light: Folded, language: Language): AmountMention[] {
  const joined: AmountMention[] = [];
  const whole = light.raw;
  for (const { from: _from, next: _next, ...mention } of found) {
    const before = joined.at(-1);
    const between = before === undefined ? "" : whole.slice(before.end, mention.start);
    if (before !== undefined && isCompound(before, mention, between)) joined.splice(-1, 1, compound(before, mention, whole));
    else if (before !== undefined && isOneBefore(before, mention, between, whole, language))
      joined.splice(-1, 1, perOf(before, mention, whole, before.unit));
    else if (before !== undefined && isOneAfter(before, mention, between, whole))
      joined.splice(-1, 1, perOf(before, before, whole, mention.unit, mention.end));
    else joined.push(mention);
  }
  return joined.map((mention) => withPer(mention, whole, language));
}

const GRAMS: Partial<Record<Unit, number>> = { g: 1, kg: 1000, t: 1e6 };

function isCompound(first: AmountMention, second: AmountMention, between: string): boolean {
  const large = GRAMS[first.unit ?? "VND"];
  const small = GRAMS[second.unit ?? "VND"];
  if (large === undefined || small === undefined || !/^\s*(?:,?\s*and\s*)?$/.test(between) || first.per !== undefined) return false;
  return (large > small || first.unit !== second.unit) && first.min === first.max && second.min === second.max && !(first.unit === "g");
}

function compound(first: AmountMention, second: AmountMention, whole: string): AmountMention {
  const value = first.max + (second.max * (GRAMS[second.unit ?? "g"] ?? 1)) / (GRAMS[first.unit ?? "g"] ?? 1);
  return { ...first, end: second.end, quote: whole.slice(first.start, second.end), min: value, max: value };
}

const PER_UNITS = new Set(["mass", "volume", "count", "time", "day"]);
const BEFORE_PRICE =
  /^\s*(?:giá|gia|là|la|bán|ban|chỉ|chi|thì|thi|có giá|co gia|=|:|：|is|costs?|at|are|につき|あたり|当たり|は|で|が|、|,|約|およそ|khoảng|tầm)*\s*$/iu;
const HOLDER_BEFORE =
  /(?:thung|hop|bao|bich|tui|goi|chai|hu|hop qua|khay|bo|lon|combo|set|can|bag|box|case|pack|箱|袋)(?:\s\p{L}+){0,2}\s*$/iu;

/** `1 cân 30 nghìn`, `1キロ3万5千ドン`, `1個400～600グラム`; not the pack of `gói 1kg giá 210.000đ`. */
function isOneBefore(first: AmountMention, second: AmountMention, between: string, whole: string, language: Language): boolean {
  if (!isOne(first) || first.unit === undefined || second.per !== undefined) return false;
  const money = isMoney(second);
  if (!BEFORE_PRICE.test(between) || (!money && (first.dimension !== "count" || language === "en"))) return false;
  if (!money && second.dimension === "count" && language !== "ja" && !/^\s*(?:có|co)?\s*$/u.test(between)) return false;
  if (isMoney(first) || (first.dimension === second.dimension && !money && first.unit === second.unit)) return false;
  return language === "ja"
    ? !/(?:入り|袋|箱)$/u.test(between)
    : !HOLDER_BEFORE.test(foldText(whole.slice(Math.max(0, first.start - 24), first.start)));
}

/** `18 nghìn một ký`, `20 hộp 1 thùng`, `20 boxes to a carton`. */
function isOneAfter(first: AmountMention, second: AmountMention, between: string, whole: string): boolean {
  if (HOLDER_AFTER.test(whole.slice(second.end, second.end + 12))) return false;
  if (!isOne(second) || second.unit === undefined || first.per !== undefined || isMoney(second)) return false;
  if (!/^\s*(?:\/|per|to|for|cho|mỗi|\/\s)?\s*$/iu.test(between)) return false;
  return (
    isMoney(first) ||
    (second.dimension === "count" && lastWord(first) !== lastWord(second) && first.dimension !== "none" && PER_UNITS.has(first.dimension))
  );
}

/** `per 1 kg bundle`: the bundle weighs a kilo, the price is the bundle's. */
const HOLDER_AFTER = /^\s*(?:bundle|bag|box|jar|pack|packet|case|carton|bottle|tin|tray|sack)/iu;

function lastWord(mention: AmountMention): string {
  return /\p{L}+$/u.exec(foldText(mention.quote))?.[0] ?? "";
}

function perOf(first: AmountMention, value: AmountMention, whole: string, per: Unit | undefined, end = value.end): AmountMention {
  const joined = { ...value, start: first.start, end, quote: whole.slice(first.start, end) };
  return per === undefined ? joined : { ...joined, per };
}

const AFTER: Record<Language, RegExp> = {
  vi: /^\s*(?:\/\s*(?:1\s*)?|mỗi\s+|moi\s+|một\s+|mot\s+|per\s+|a\s+)(?<unit>\p{L}+)/iu,
  en: /^\s*(?:\/\s*(?:1\s*)?|per\s+(?:1\s+)?|an?\s+|every\s+|to\s+(?:the|a|each)\s+|to\s+an?\s+|in (?:a|each)\s+)(?<unit>\p{L}+)/iu,
  ja: /^\s*(?:\/\s*1?|毎)(?<unit>キロ|kg|箱|個|袋|本|瓶|束|パック|リットル|l|房|玉)/iu,
};
const BEFORE: Record<Language, RegExp> = {
  vi: /(?:mỗi|moi|từng)\s+(?<unit>\p{L}+)\s+(?:nặng|nang|có|co|là|la|khoảng|khoang|giá|gia|tầm|chừng|cỡ|đựng)?\s*(?:khoảng\s*)?$/iu,
  en: /(?:each|every|per)\s+(?<unit>\p{L}+)\s+(?:weighs|is|holds|contains|costs|has)?\s*(?:about\s*|around\s*)?$/iu,
  ja: /(?:毎)(?<unit>箱)$/u,
};

function withPer(mention: AmountMention, whole: string, language: Language): AmountMention {
  if (mention.per !== undefined || mention.dimension === "%" || mention.dimension === "brix") return mention;
  const after = AFTER[language].exec(whole.slice(mention.end, mention.end + 24));
  const unit = after?.groups?.unit === undefined ? undefined : perUnit(after.groups.unit, language);
  const end = mention.end + (after?.[0].length ?? 0);
  if (unit !== undefined && unit !== mention.unit && !HOLDER_AFTER.test(whole.slice(end, end + 12))) {
    return { ...mention, per: unit, end, quote: whole.slice(mention.start, end) };
  }
  const before = BEFORE[language].exec(whole.slice(Math.max(0, mention.start - 30), mention.start));
  const ahead = before?.groups?.unit === undefined ? undefined : perUnit(before.groups.unit, language);
  return ahead === undefined || ahead === mention.unit ? mention : { ...mention, per: ahead };
}

function perUnit(name: string, language: Language): Unit | undefined {
  const table = unitTable(language);
  const row = table.exact.get(name.toLowerCase().normalize("NFC")) ?? table.folded.get(foldText(name));
  if (row === undefined || row.factor !== 1 || !PER_UNITS.has(row.dimension)) return undefined;
  return row.unit;
}

function isOne(mention: AmountMention): boolean {
  return mention.min === 1 && mention.max === 1 && mention.approximate === undefined;
}

function isMoney(mention: AmountMention): boolean {
  return mention.unit === "VND" || mention.unit === "USD" || mention.unit === "JPY";
}
