import { unitRows } from "#lexicon/units.ts";
import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import type { Unit } from "./fact.ts";
import { tokenAt } from "./nearest-cue.ts";
import type { SourceText } from "./source-text.ts";

/** `hộp 300g giá 150k, con 80 hộp`: among marked words a bare `con` before packs is no animal, but what is left. */
export function isBareLeft(read: SourceText, { start, unit }: AmountMention): boolean {
  const word = read.tokens[tokenAt(read, start) - 1];
  if (word?.text !== "con" || unit === undefined || !PACKS.has(unit)) return false;
  return read.text.slice(clauseAt(read, word.start).start, word.start).trim() === "";
}
const PACKS: ReadonlySet<Unit> = new Set(unitRows.flatMap((row) => (row.container === true && row.unit !== undefined ? [row.unit] : [])));
