import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import type { Cue } from "#shows/cue.ts";
import { createCaptionList } from "#web/client/caption-list.ts";
import { factValue } from "#web/pages/fact-value.ts";
import { highlightNotes } from "#web/pages/highlight-notes.ts";

const words = loadWords();

test("the marked runs put together are the notes, and each fact's runs are its quote, however quotes overlap", () => {
  const notesWithFacts = fc.string({ minLength: 1, maxLength: 60, unit: "binary" }).chain((notes) =>
    fc.tuple(
      fc.constant(notes),
      fc
        .array(fc.tuple(fc.nat(notes.length), fc.nat(notes.length)), { maxLength: 8 })
        .map((spans) => spans.map(([a, b], index) => factAt(`f${index}`, notes, Math.min(a, b), Math.max(a, b)))),
    ),
  );
  fc.assert(
    fc.property(notesWithFacts, ([notes, facts]) => {
      const runs = highlightNotes(notes, facts);
      expect(runs.map(({ text }) => text).join("")).toBe(notes);
      for (const fact of facts) {
        const marked = runs.filter((run) => run.facts.includes(fact)).map(({ text }) => text);
        expect(marked.join("")).toBe(fact.quote);
      }
    }),
  );
});

test("a listing's amounts read as each language writes them", () => {
  const value = (language: Language, fact: Partial<Fact>) => {
    const page = { t: words.in(language, "pages"), language, nonce: "", languageLinks: [], href: (path: string) => path };
    return factValue(page, { ...factAt("f", "x", 0, 1), ...fact });
  };
  const price = { amount: { min: 35_000, max: 40_000, unit: "VND", per: "kg" } } as const;
  expect(LANGUAGES.map((language) => value(language, price))).toEqual([
    "35.000-40.000 đồng/kg",
    "35,000–40,000 Vietnamese dong per kg",
    "35,000～40,000ベトナムドン／kg",
  ]);
  const days = { amount: { min: 5, max: 7, unit: "day" } } as const;
  expect(LANGUAGES.map((language) => value(language, days))).toEqual(["5-7 ngày", "5–7 days", "5～7日"]);
  const season = { date: { from: "--06-10", to: "--06-25" } };
  expect(LANGUAGES.map((language) => value(language, season))).toEqual([
    "10 tháng 6 – 25 tháng 6",
    "June 10 to June 25",
    "6月10日～6月25日",
  ]);
  expect(value("en", {})).toBeUndefined();
});

test("captions stand by when they were spoken, keep their latest revision and lose what was retracted, in whatever order they come", () => {
  const said = [
    cue("a", 0, 0),
    cue("b", 1_000, 0),
    cue("b", 1_000, 1),
    cue("c", 2_000, 0),
    { ...cue("c", 2_000, 1), status: "retracted" as const },
    interim("b", 1_000),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
      const list = createCaptionList();
      for (const each of order) list.take(each);
      expect(list.cues().map(({ cue: id, rev, status }) => [id, rev, status])).toEqual([
        ["a", 0, "final"],
        ["b", 1, "final"],
      ]);
    }),
  );
});

function factAt(id: string, notes: string, start: number, end: number): Fact {
  const quote = notes.slice(start, end);
  return { id, kind: "price", source: "notes", quote, start, end, text: quote };
}

function cue(id: string, startMs: number, rev: number): Cue {
  return {
    cue: id,
    seq: 1,
    rev,
    language: "ja",
    text: "",
    lines: [],
    status: "final",
    provenance: "machine",
    startMs,
    endMs: startMs + 900,
  };
}

function interim(id: string, startMs: number): Cue {
  return { ...cue(id, startMs, 0), status: "interim" };
}
