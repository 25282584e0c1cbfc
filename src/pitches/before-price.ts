import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { Amount, Fact, GrowerWords, Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { countedBy, type Counted } from "./counted-goods.ts";
import { sumStart } from "./sum-start.ts";
import { sourceOf } from "./words-around.ts";
import { areaIn, type Area } from "./write-area.ts";
import { counterIn, type Calibre } from "./write-calibre.ts";

/** What stands right before a price: how much it is for, its size, or from how many on it holds. */
export type Measure = { quantity?: Amount; size?: Amount; calibre?: Calibre; area?: Area; text: string; fact?: Fact };
export type FromMany = { amount?: Amount; count?: number; by?: Counted };

const WEIGHED: ReadonlySet<Unit> = new Set<Unit>(["g", "kg", "ml", "l"]);
const BOUGHT: ReadonlySet<Unit> = new Set<Unit>(["kg", "t", "l", "fruit", "box", "bag", "bottle", "jar", "bunch", "pack"]);
/** Between a measure and its price: `3 con/kg giá 480k`, `3 con/kg gạch 480k`. */
const LINK =
  /^[\s:]*(?:(?:loại |loai |cua )?(?:y|gạch|gach|thịt|thit|so|cốm|com)\s+)?(?:(?:giá|gia|là|la|thì|thi|bán|ban|còn|con)\s*)*:?\s*$/u;
/** `5kg trở lên`, `từ 50 chiếc`, `mua 20 cái thì`: the number must be the last before the sum; `trái 3 lạng trở lên` is a size. */
const FLOOR =
  /(?:(?<![a-z])(?:(?:mua|lay|dat|nhan) (?:[a-z]+ )?)?(tu|mua|lay|dat|nhan|si|buon) (?:[a-z]+ ){0,2})?(?<![\d.,]|(?:trai|qua|con|cu|co|size|loai) )(\d[\d.,]* ?([a-z]+))(?: (tro len|do len|tro di)(?:,(?= ))?)?([^\d,]{0,20})$/;
/** `MOQ 200 pairs, 14.20 USD/pair` */
const MOQ = /(?<![a-z])(?:moq|minimum order) (?:(?:is|la) )?(\d[\d.,]* ?[a-z]+),?/;
const THEN = /(?:^| )(?:thi|con|tinh|giam|bot|chi|gia)(?: |$)/;

/** The measure that stands right before a price, in its clause. */
export function measureBefore(price: Fact, previous: Fact | undefined, facts: readonly Fact[], words: GrowerWords): Measure | undefined {
  const from = Math.max(endOf(previous, price), price.start - 40);
  const before = sourceOf(price, words).slice(from, sumStart(price));
  const area = areaIn(before);
  if (area !== undefined) {
    const sized = facts.findLast(({ kind, source, end }) => kind === "size" && source === price.source && end > from && end <= price.end);
    return { area, text: sized?.quote ?? "", ...(sized === undefined ? {} : { fact: sized }) };
  }
  const said = readAmounts(before, "vi").at(-1);
  if (said === undefined || !LINK.test(before.slice(said.end)) || /[x×]\s*$/u.test(before.slice(0, said.start))) return undefined;
  const [start, end] = [from + said.start, from + said.end];
  const fact = facts.find((each) => each.kind === "size" && each.source === price.source && each.start < end && start < each.end);
  const measure = SORT.test(before.slice(0, said.start)) ? sortOf(said, price, facts) : measureOf(said, price, facts);
  return measure === undefined ? undefined : { ...measure, text: said.quote, ...(fact === undefined ? {} : { fact }) };
}

/** `loại 20-25 con`: how many make a kilo, which need not be said. */
const SORT = /(?<!\p{L})(?:loại|loai|size|cỡ|co)\s*(?:[1-3]\s+)?$/iu;
function sortOf(said: AmountMention, price: Fact, facts: readonly Fact[]): Omit<Measure, "text"> | undefined {
  const { min, max, per, dimension, quote } = said;
  const counter = per === undefined && dimension === "count" ? counterIn(quote, price, facts) : undefined;
  return counter === undefined ? measureOf(said, price, facts) : { calibre: { min, max, ...counter, bare: true } };
}

function measureOf({ min, max, unit, per, quote }: AmountMention, price: Fact, facts: readonly Fact[]): Omit<Measure, "text"> | undefined {
  if (per === "kg" && unit === "fruit") return { size: { min, max, unit, per } };
  if (per === "kg" && unit === undefined) {
    const calibre = counterIn(quote, price, facts);
    return calibre === undefined ? undefined : { calibre: { min, max, ...calibre } };
  }
  if (per !== undefined || unit === undefined) return undefined;
  if (unit === "cm") return { size: { min, max, unit } };
  return WEIGHED.has(unit) && price.amount?.per === undefined ? { quantity: { min, max, unit } } : undefined;
}

/** From how many on a price holds, where no fact says it: `lấy 20 chậu trở lên 130k/chậu`. */
export function fromMany(
  price: Fact,
  { previous, each }: { previous: Fact | undefined; each: Counted | undefined },
  facts: readonly Fact[],
  words: GrowerWords,
): FromMany | undefined {
  const clause = sourceOf(price, words).slice(Math.max(endOf(previous, price), price.start - 48), sumStart(price));
  const [, verb, said = "", name = "", onward, rest = ""] =
    FLOOR.exec(foldText(clause.split(/[.;!?\n(](?!\d)/u).at(-1) ?? "").replace(MOQ, "tu $1")) ?? [];
  if (said === "") return undefined;
  const by = countedBy(name, price, facts);
  const amount = by === undefined ? readAmounts(said, "vi")[0] : undefined;
  const count = Number.parseInt(said, 10);
  // `1 cái 55k, 100 cái 45k/cái`
  const isCounted = by !== undefined && rest.trim() === "" && (count === 1 || by.vi === each?.vi);
  if (onward === undefined && !ONWARD.has(verb ?? "") && !(verb !== undefined && THEN.test(rest)) && !isCounted) return undefined;
  if (by !== undefined) return { count, by };
  // A `tạ` is not of one weight everywhere.
  if (name === "ta" || amount?.unit === undefined || amount.per !== undefined || !BOUGHT.has(amount.unit)) return undefined;
  return { amount: { min: amount.min, max: amount.max, unit: amount.unit } };
}

/** `từ 50 chiếc`, `sỉ 1 tấn`: with no word on more. */
const ONWARD: ReadonlySet<string> = new Set(["tu", "si", "buon"]);

function endOf(previous: Fact | undefined, { source }: Fact): number {
  return previous?.source === source ? previous.end : 0;
}
