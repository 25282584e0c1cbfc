import type { Token } from "#facts/tokens.ts";
import { unitTable } from "#lexicon/units.ts";
import { settleVariant, UNIT_NAMES } from "./spoken-words.ts";

/** `merged`: a measure, however many words it took; else one word that counts. `next` is the token after it. */
export type SpokenUnit = { name: string; merged: boolean; next: number };

const WORDS_MAX = 3;
/** Units of these are the same thing under all their names; of boxes and pieces each is another. */
const MEASURES = new Set(["mass", "volume", "time", "day", "month", "area", "length", "%", "VND"]);

const units = unitTable("vi").exact;
const oneForm = new Map(
  [...units].flatMap(([name, row]) => (MEASURES.has(row.dimension) ? [[name, settleVariant(row.vi[0] ?? name)]] : [])),
);
for (const [name, others] of UNIT_NAMES) for (const other of others) oneForm.set(other, settleVariant(name));
/** Most words begin none. */
const begins = new Set([...oneForm.keys(), ...units.keys()].map((name) => name.split(" ")[0]));

/** The unit said at a token, in one form for all its spellings: `xăng ti mét` is `cm`, `tiếng` an hour like `giờ`. */
export function spokenUnit(tokens: readonly Token[], at: number): SpokenUnit | undefined {
  if (!begins.has(tokens[at]?.text)) return undefined;
  for (let count = Math.min(WORDS_MAX, tokens.length - at); count > 0; count -= 1) {
    const text = tokens
      .slice(at, at + count)
      .map((token) => token.text)
      .join(" ");
    const name = oneForm.get(text);
    if (name !== undefined) return { name, merged: true, next: at + count };
    if (units.has(text)) return { name: count === 1 ? settleVariant(text) : text, merged: false, next: at + 1 };
  }
  return undefined;
}
