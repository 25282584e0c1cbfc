import { z } from "zod";
import { foldText, lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";

/** What something is called in each language, the kana beside its kanji. `wholesale`: such a price is not for everybody; `apart`: it sets a price apart by itself; `set`: pieces sold as one. */
export type Named = Record<Language, string> & { wholesale?: boolean | undefined; apart?: boolean | undefined; set?: true };
export type NamedRow = { said: RegExp; marked: RegExp | undefined; alone: ReadonlySet<string>; named: Named };

const rowSchema = z.strictObject({
  /** In folded text. */
  patterns: z.array(z.string()),
  /** In text with its marks: `khô` is dry, `kho` also a warehouse and a braise. */
  marked: z.array(z.string()).optional(),
  /** A whole clause, folded. */
  alone: z.array(z.string()).optional(),
  vi: z.string(),
  en: z.string(),
  ja: z.string(),
  wholesale: z.boolean().optional(),
  apart: z.boolean().optional(),
});

/** Rows of data that are found in a text by whole words. */
export function namedRows(rows: unknown): NamedRow[] {
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ patterns, marked, alone, ...named }) => ({
      said: new RegExp(`(?<![a-z0-9])(?:${patterns.join("|")})(?![a-z0-9])`),
      marked: marked === undefined ? undefined : new RegExp(`(?<!\\p{L})(?:${marked.join("|")})(?!\\p{L})`, "u"),
      alone: new Set(alone),
      named,
    }));
}

/** The first row that a clause says, or what stands with it. */
export function namedIn(rows: readonly NamedRow[], clause: string, beside = ""): Named | undefined {
  const folded = foldText(`${clause} ${beside}`);
  const light = lightText(clause).trim();
  const whole = foldText(light).replace(LINKS, "");
  return rows.find(({ said, marked, alone }) => said.test(folded) || marked?.test(light) === true || alone.has(whole))?.named;
}

/** Between what is sold and its price: `khô thì 1tr6`. */
const LINKS = /(?: (?:gia|la|thi|ban|con))+$/;
