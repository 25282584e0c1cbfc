import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { blockingOf } from "./blocking.ts";
import { mutantsOf } from "./mutate.ts";

const caseSchema = z.object({
  notes: z.string(),
  markets: z.array(marketSchema).optional(),
  texts: z.partialRecord(languageSchema, z.string()),
  ok: z.boolean().optional(),
});
const LABELLED = new URL("../../../shared/cases/checks.jsonl", import.meta.url);
const own = z.array(caseSchema).parse(JSON.parse(readFileSync(new URL("clean.json", import.meta.url), "utf8")));
const labelled = existsSync(LABELLED)
  ? readFileSync(LABELLED, "utf8")
      .trim()
      .split("\n")
      .map((line) => caseSchema.parse(JSON.parse(line)))
      .filter(({ ok }) => ok === true)
  : [];
const cases = [...own, ...labelled];
const texts = cases.flatMap(({ notes, markets, texts: told }) =>
  languageSchema.options.flatMap((language) => {
    const text = told[language];
    return text === undefined ? [] : [{ notes, markets, language, text }];
  }),
);

test.each(cases)("a text true to its notes is let through whole: $notes", ({ notes, markets, texts: told }) => {
  expect(blockingOf(notes, told, markets)).toEqual([]);
});

describe("a good text made wrong in one place is stopped", () => {
  test.each(texts)("$language: $notes", ({ notes, markets, language, text }) => {
    const mutants = mutantsOf(text, language, notes);
    expect(mutants.length).toBeGreaterThan(20);
    const survivors = mutants.filter((mutant) => blockingOf(notes, { [language]: mutant.text }, markets).length === 0);
    expect(survivors).toEqual([]);
  });
});

describe("what one buyer is told and another is not is stopped", () => {
  test.each(cases.filter(({ texts: told }) => Object.keys(told).length === 3))("$notes", ({ notes, markets, texts: told }) => {
    for (const language of languageSchema.options) {
      const priceless = { ...told, [language]: withoutPrices(told[language] ?? "") };
      if (priceless[language] === told[language]) continue;
      const found = blockingOf(notes, priceless, markets).filter((finding) => finding.language === language);
      expect(found.map(({ kind }) => kind)).toContain("missing");
    }
  });
});

/** The sentences that tell a price left out. */
function withoutPrices(text: string): string {
  return text
    .split(/(?<=[。！？]|[.!?](?=\s))/u)
    .filter((sentence) => !/VND|đ(?!\p{L})|ドン/u.test(sentence))
    .join("");
}
