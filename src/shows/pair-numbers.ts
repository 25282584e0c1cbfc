import type { WordPair } from "./align-words.ts";
import { hourLike } from "./hour-of-day.ts";
import type { IndexedLine } from "./index-lines.ts";
import { HOUR } from "./read-clock.ts";
import type { SpokenNumber, SpokenWord } from "./read-spoken.ts";

/**
 * A number of a line that was said differently this time; `occurrence` counts the line's equal numbers from 0. Where the
 * line leaves a scale to the other end of a range (`35-40 ngàn`), `lent` is what it left.
 */
export type NumberChange = { from: number; to: number; occurrence: number; lent?: number };

/** Up to here `ba lăm` for a price is thirty-five thousand. */
const COLLOQUIAL_MAX = 1_000;
/** A price said without its thousands is read as one near the prepared price only. */
const COLLOQUIAL_FACTOR_MAX = 5;

/** The line's numbers beside those said; undefined where one of them measures something else, or was not surely heard. */
export function pairNumbers(line: IndexedLine, spoken: readonly SpokenWord[], pairs: readonly WordPair[]): NumberChange[] | undefined {
  const changes: NumberChange[] = [];
  const seen = new Map<number, number>();
  for (const pair of pairs) {
    const prepared = line.words[pair.line]?.number;
    const said = spoken[pair.spoken]?.number;
    if (prepared === undefined || said === undefined) continue;
    const occurrence = seen.get(prepared.value) ?? 0;
    seen.set(prepared.value, occurrence + 1);
    if (isPartOf(spoken, pair, pairs)) return undefined;
    const isPrice = isOfNextClause(pair, pairs);
    // `năm trăm mười một ký`: 511, or 510 a kilo.
    if (isPrice && said.unit !== undefined && said.value % 10 === 1) return undefined;
    const counts = isPrice ? { ...said, unit: undefined } : said;
    if (!sameUnit(prepared, counts) || countsElse(line, pair, spoken, pairs)) return undefined;
    if (prepared.unit === undefined && isYear(prepared) && !isYear(said)) return undefined;
    const to = prepared.clock === true ? hourIn(line, pair, spoken) : restoreThousands(prepared, counts);
    if (said.sure !== prepared.sure) return undefined;
    if (to === prepared.value) continue;
    // Another number of nobody knows what: `để được hai mươi` is no `để được 2 tuần`.
    if (to === undefined || !said.sure || (isMeasure(prepared) && counts.unit === undefined && prepared.clock !== true)) return undefined;
    changes.push({ from: prepared.value, to, occurrence, lent: prepared.lent });
  }
  return changes;
}

/** `tám rưỡi` without its `giờ` is no hour. */
function hourIn({ words }: IndexedLine, pair: WordPair, spoken: readonly SpokenWord[]): number | undefined {
  const said = spoken[pair.spoken]?.number;
  if (said?.unit !== HOUR) return Number.isInteger(said?.value) ? said?.value : undefined;
  return hourLike(words, pair.line, spoken, pair.spoken);
}

/** `năm hai nghìn` may be 52,000, and no year is. */
function isYear({ value }: SpokenNumber): boolean {
  return Number.isInteger(value) && value >= YEAR_MIN && value <= YEAR_MAX;
}
const YEAR_MIN = 1_900;
const YEAR_MAX = 2_100;

/** The `hai` of a `một ký hai`, `một ký lẻ hai` that was not read as one. */
function isPartOf(spoken: readonly SpokenWord[], pair: WordPair, pairs: readonly WordPair[]): boolean {
  const unitAt = pair.spoken - (spoken[pair.spoken - 1]?.text === "lẻ" ? 2 : 1);
  const isSmall = (spoken[pair.spoken]?.number?.value ?? 0) < 10;
  if (!isSmall || spoken[unitAt]?.counted !== true || spoken[unitAt - 1]?.number === undefined) return false;
  return !pairs.some((other) => other.spoken === unitAt - 1);
}

/** `giá trăm rưỡi, gói một ký …`: the word after the number is the line's own, further on. */
function isOfNextClause(pair: WordPair, pairs: readonly WordPair[]): boolean {
  const next = pairs.find(({ spoken }) => spoken === pair.spoken + 1);
  return next !== undefined && next.line > pair.line + 1;
}

/**
 * A unit may go without saying, `độ` is enough for `độ brix`, and what follows `35 nghìn` is not what it counts. Thousands of
 * nothing are money: `giảm 15 nghìn` is no `giảm 15%`, and the other way about.
 */
function sameUnit(prepared: SpokenNumber, said: SpokenNumber): boolean {
  if ((isMoney(prepared) && isMeasure(said)) || (isMeasure(prepared) && isMoney(said))) return false;
  if (prepared.unit === undefined || said.unit === undefined || (prepared.unit === "đồng" && said.scaled)) return true;
  return prepared.unit.startsWith(said.unit) || said.unit.startsWith(prepared.unit);
}

const isMoney = (number: SpokenNumber): boolean =>
  number.unit === "đồng" || (number.unit === undefined && number.scaled && !isYear(number));
const isMeasure = ({ unit, scaled }: SpokenNumber): boolean => unit !== undefined && unit !== "đồng" && !scaled;

/** `lọc ba ngày` where the line has `lọc 3 lần`: it counts something else, though what the line counts is no unit. */
function countsElse({ words }: IndexedLine, pair: WordPair, spoken: readonly SpokenWord[], pairs: readonly WordPair[]): boolean {
  const [own, said] = [words[pair.line + 1], spoken[pair.spoken + 1]];
  if (own === undefined || own.filler || words[pair.line]?.number?.unit !== undefined || said?.counted !== true) return false;
  return !pairs.some(({ line, spoken: at }) => line === pair.line + 1 || at === pair.spoken + 1);
}

/** `giá hôm nay ba lăm một cân` beside 35.000 đồng: thousands go without saying. Undefined where it may be anything. */
function restoreThousands(prepared: SpokenNumber, said: SpokenNumber): number | undefined {
  if (prepared.unit !== "đồng" && !prepared.scaled) return said.value;
  if (said.value >= COLLOQUIAL_MAX || said.scaled || prepared.value < COLLOQUIAL_MAX) return said.value;
  const isMeasured = said.unit !== undefined && said.unit !== "đồng" && said.unit === prepared.unit;
  if (isMeasured) return said.value;
  const thousands = said.value * 1_000;
  const ratio = thousands / prepared.value;
  return ratio <= COLLOQUIAL_FACTOR_MAX && ratio >= 1 / COLLOQUIAL_FACTOR_MAX ? thousands : undefined;
}
