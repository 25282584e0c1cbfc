import { z } from "zod";
import { unitSchema } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./units.json" with { type: "json" };

const names = z.array(z.string());
const unitRowSchema = z.strictObject({
  /** The contract's unit; absent where it has none (pieces, stars, sào). */
  unit: unitSchema.optional(),
  /** How many of the contract's units one said unit is. */
  factor: z.number().positive(),
  dimension: z.string(),
  /** Of which place the size depends: such an amount is never converted. */
  regional: z.enum(["south", "always"]).optional(),
  /** A bare "độ", "degree", "度": sweetness or temperature, the neighbours tell. */
  degree: z.boolean().optional(),
  minutes: z.boolean().optional(),
  container: z.boolean().optional(),
  /** Near enough to compare two texts by, not what the contract means: a jerrycan is no bottle, a tray no pack. */
  loose: z.boolean().optional(),
  /** Bare of its marks the name is another common word (`gia`), so it is known only with them. */
  exact: z.boolean().optional(),
  vi: names,
  en: names,
  ja: names,
});
export type UnitRow = z.infer<typeof unitRowSchema>;

/** A said unit's row by its name: exactly, or by its folded form. */
export type UnitTable = {
  exact: ReadonlyMap<string, UnitRow>;
  folded: ReadonlyMap<string, UnitRow>;
  names: readonly string[];
  /** What a name may start with, as texts are cut: most words are no unit. */
  starts: ReadonlySet<string>;
  wordsMax: number;
};

/** All rows, as data. */
export const unitRows: readonly UnitRow[] = z.array(unitRowSchema).parse(data.units);

const tables: Record<Language, UnitTable> = { vi: tableOf("vi"), en: tableOf("en"), ja: tableOf("ja") };

export function unitTable(language: Language): UnitTable {
  return tables[language];
}

function tableOf(language: Language): UnitTable {
  const exact = new Map<string, UnitRow>();
  const folded = new Map<string, UnitRow>();
  for (const row of unitRows) {
    for (const name of row[language]) {
      if (!exact.has(name)) exact.set(name, row);
      const plain = foldText(name);
      if (row.exact !== true && !folded.has(plain)) folded.set(plain, row);
    }
  }
  const all = [...exact.keys()].toSorted((left, right) => right.length - left.length);
  const starts = new Set([...all, ...folded.keys()].flatMap((name) => (language === "ja" ? [name, ...startsOf(name)] : startsOf(name))));
  return { exact, folded, starts, names: all, wordsMax: Math.max(...all.map((name) => name.split(" ").length)) };
}

/** The first word or sign of a name, and its first letter where no spaces part the words. */
function startsOf(name: string): string[] {
  return [/^(?:\p{L}[\p{L}\p{M}]*|\d+|.)/u.exec(name)?.[0] ?? name, /^(?:[a-z]+[²2]?|.)/u.exec(name)?.[0] ?? name];
}
