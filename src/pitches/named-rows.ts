import { z } from "zod";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";

/** What something is called in each language, the kana beside its kanji. `wholesale`: such a price is not for everybody. */
export type Named = Record<Language, string> & { wholesale?: boolean | undefined };
export type NamedRow = { said: RegExp; named: Named };

const rowSchema = z.strictObject({
  patterns: z.array(z.string()),
  vi: z.string(),
  en: z.string(),
  ja: z.string(),
  wholesale: z.boolean().optional(),
});

/** Rows of data that are found in folded text by whole words. */
export function namedRows(rows: unknown): NamedRow[] {
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ patterns, ...named }) => ({ said: new RegExp(`(?<![a-z0-9])(?:${patterns.join("|")})(?![a-z0-9])`), named }));
}

/** The first row that a text says. */
export function namedIn(rows: readonly NamedRow[], text: string): Named | undefined {
  const folded = foldText(text);
  return rows.find(({ said }) => said.test(folded))?.named;
}
