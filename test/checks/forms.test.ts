import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findingKindSchema } from "#checks/finding.ts";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { blockingOf } from "./blocking.ts";

/** A text, or a text and the part of it that must be found. */
const rowSchema = z.union([z.string(), z.tuple([z.string(), z.string()])]);
const rowsSchema = z.partialRecord(languageSchema, z.array(rowSchema));
const formsSchema = z.strictObject({
  /** What these texts are about; other findings are other tables' matter. */
  kinds: z.array(findingKindSchema).min(1),
  groups: z.array(
    z.strictObject({
      notes: z.string(),
      markets: z.array(marketSchema).optional(),
      pass: rowsSchema.optional(),
      stop: rowsSchema.optional(),
    }),
  ),
});
const FOLDER = new URL("forms/", import.meta.url);

/** A proof serves for a year: the tables' contests are of this one. */
const thisYear = (text: string) => text.replaceAll("{{year}}", String(new Date().getFullYear()));

for (const file of readdirSync(FOLDER)) {
  const { kinds, groups } = formsSchema.parse(JSON.parse(thisYear(readFileSync(new URL(file, FOLDER), "utf8"))));
  const rows = groups.flatMap(({ notes, markets, pass, stop }) =>
    languageSchema.options.flatMap((language) => [
      ...(pass?.[language] ?? []).map((row) => ({ notes, markets, language, row, stops: false })),
      ...(stop?.[language] ?? []).map((row) => ({ notes, markets, language, row, stops: true })),
    ]),
  );

  describe(`of ${file}`, () => {
    test.each(rows)("$language $row: is stopped is $stops", ({ notes, markets, language, row, stops }) => {
      const [text, part = text] = typeof row === "string" ? [row] : row;
      const start = text.indexOf(part);
      expect(start).not.toBe(-1);
      const found = blockingOf(notes, { [language]: text }, markets).filter(({ kind }) => kinds.includes(kind));
      const here = found.filter((finding) => finding.start < start + part.length && start < finding.end);
      if (stops) expect(here).not.toEqual([]);
      else expect(found).toEqual([]);
    });
  });
}
