import type { WordPair } from "./align-words.ts";
import type { IndexedLine } from "./index-lines.ts";
import type { SpokenNumber, SpokenWord } from "./read-spoken.ts";

/** A number of a line that was said differently this time; `occurrence` counts the line's equal numbers from 0. */
export type NumberChange = { from: number; to: number; occurrence: number };

/** Up to here `ba lăm` for a price is thirty-five thousand. */
const COLLOQUIAL_MAX = 1_000;
/** A price said without its thousands is read as one near the prepared price only. */
const COLLOQUIAL_FACTOR_MAX = 5;

/** The line's numbers beside those said; undefined where one of them measures something else. */
export function pairNumbers(line: IndexedLine, spoken: readonly SpokenWord[], pairs: readonly WordPair[]): NumberChange[] | undefined {
  const changes: NumberChange[] = [];
  const seen = new Map<number, number>();
  for (const pair of pairs) {
    const prepared = line.words[pair.line]?.number;
    const said = spoken[pair.spoken]?.number;
    if (prepared === undefined || said === undefined) continue;
    const occurrence = seen.get(prepared.value) ?? 0;
    seen.set(prepared.value, occurrence + 1);
    const counts = isOfNextClause(pair, pairs) ? { ...said, unit: undefined } : said;
    if (!sameUnit(prepared, counts)) return undefined;
    const to = restoreThousands(prepared, counts);
    if (to !== prepared.value) changes.push({ from: prepared.value, to, occurrence });
  }
  return changes;
}

/** `giá trăm rưỡi, gói một ký …`: the word after the number is the line's own, further on. */
function isOfNextClause(pair: WordPair, pairs: readonly WordPair[]): boolean {
  const next = pairs.find(({ spoken }) => spoken === pair.spoken + 1);
  return next !== undefined && next.line > pair.line + 1;
}

/** A unit may go without saying, `độ` is enough for `độ brix`, and what follows `35 nghìn` is not what it counts. */
function sameUnit(prepared: SpokenNumber, said: SpokenNumber): boolean {
  if (prepared.unit === undefined || said.unit === undefined || (prepared.unit === "đồng" && said.scaled)) return true;
  return prepared.unit.startsWith(said.unit) || said.unit.startsWith(prepared.unit);
}

/** `giá hôm nay ba lăm một cân` beside 35.000 đồng: thousands go without saying. */
function restoreThousands(prepared: SpokenNumber, said: SpokenNumber): number {
  if (prepared.unit !== "đồng" && !prepared.scaled) return said.value;
  if (said.value >= COLLOQUIAL_MAX || said.scaled || prepared.value < COLLOQUIAL_MAX || said.unit === "đồng") return said.value;
  const thousands = said.value * 1_000;
  const ratio = thousands / prepared.value;
  return ratio <= COLLOQUIAL_FACTOR_MAX && ratio >= 1 / COLLOQUIAL_FACTOR_MAX ? thousands : said.value;
}
