import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkTexts } from "#checks/check-texts.ts";
import type { Fact } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import type { Listing } from "#listings/listing.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { pitchSchema, type Block, type Pitch } from "#pitches/pitch.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { richFacts } from "./fixtures.ts";

const words = loadWords();
const write = (storyId: string, facts: readonly Fact[], language: Language): Pitch =>
  writePitchByRules({ storyId, facts, language, words });
const blocksOf = ({ intro, loop }: Pitch): Block[] => [...intro, ...loop];
const saysOf = (pitch: Pitch): string[] => [...blocksOf(pitch).map(({ say }) => say), ...pitch.answers.map(({ answer }) => answer)];
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！？])|(?<=[.!?])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
const subsets = fc.tuple(fc.uuid(), fc.subarray([...richFacts]));

const JAPANESE_LETTER = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What has no place in a sentence of the language. */
const FOREIGN: Record<Language, RegExp> = {
  vi: JAPANESE_LETTER,
  en: /[^\x20-\x7e]/,
  ja: /\p{Script=Latin}/u,
};
const DOUBLED_WORD = /(?<![\p{L}\p{M}])(\p{L}+) \1(?![\p{L}\p{M}])/iu;

/** The rate formulas of the house, written again. */
function secondsByRate(text: string, language: Language): number {
  const perMinute = { vi: 200, en: 150, ja: 300 }[language];
  return ((language === "ja" ? Array.from(text).length : text.split(/\s+/).length) / perMinute) * 60;
}

describe("a pitch told by the rules", () => {
  test("is whole, in one language and without slips for any subset of facts", () => {
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        for (const language of LANGUAGES) {
          const pitch = write(storyId, facts, language);
          pitchSchema.parse(pitch);
          for (const say of saysOf(pitch)) {
            expect(say).not.toMatch(/\{\{|\}\}|undefined|NaN|\[|\]|\u2060|\s[,.!?。、]|[,、]{2}|[.。]{2}|\s{2}|^\s|\s$/u);
            expect(say.replaceAll("VietGAP", "")).not.toMatch(FOREIGN[language]);
            expect(language === "ja" ? "" : say).not.toMatch(DOUBLED_WORD);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("says no sentence twice", () => {
    fc.assert(
      fc.property(subsets, fc.constantFrom(...LANGUAGES), ([storyId, facts], language) => {
        const sentences = saysOf(write(storyId, facts, language)).flatMap(sentencesOf);
        expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("takes the seconds of the speech rates, block by block, and 30 to 60 for the intro", () => {
    fc.assert(
      fc.property(subsets, fc.constantFrom(...LANGUAGES), ([storyId, facts], language) => {
        const pitch = write(storyId, facts, language);
        for (const { say, seconds } of blocksOf(pitch)) {
          const expected = secondsByRate(say, language);
          expect(Math.abs(seconds - expected)).toBeLessThanOrEqual(expected * 0.1);
        }
        const intro = pitch.intro.reduce((sum, { seconds }) => sum + seconds, 0);
        expect(intro).toBeGreaterThanOrEqual(30);
        expect(intro).toBeLessThanOrEqual(60);
      }),
      { numRuns: 60 },
    );
  });

  test("fills three to five minutes in every language where the notes say as much as a grower's usually do", () => {
    for (const language of LANGUAGES) {
      const loop = write("story-1", richFacts, language).loop.reduce((sum, { seconds }) => sum + seconds, 0);
      expect(loop).toBeGreaterThanOrEqual(180);
      expect(loop).toBeLessThanOrEqual(300);
    }
  });

  test("tells the same facts in every language, block by block, and only facts that exist", () => {
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        const [vi, ...others] = LANGUAGES.map((language) => write(storyId, facts, language));
        const shape = (pitch: Pitch | undefined) =>
          pitch && [
            ...blocksOf(pitch).map(({ id, factIds }) => [id, factIds]),
            ...pitch.answers.map(({ known, factIds }) => [known, factIds]),
          ];
        for (const other of others) expect(shape(other)).toEqual(shape(vi));
        const ids = new Set(facts.map(({ id }) => id));
        for (const { factIds } of vi === undefined ? [] : [...blocksOf(vi), ...vi.answers])
          for (const id of factIds) expect(ids).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  test("tells each known price, pack, order and origin in intro and loop", () => {
    const wanted = richFacts
      .filter(({ kind }) => ["price", "pack", "minimum-order", "contact", "origin"].includes(kind))
      .map(({ id }) => id);
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        const { intro, loop } = write(storyId, facts, "ja");
        const known = wanted.filter((id) => facts.some((fact) => fact.id === id));
        for (const part of [intro, loop]) expect(part.flatMap(({ factIds }) => factIds)).toEqual(expect.arrayContaining(known));
      }),
      { numRuns: 60 },
    );
  });

  test("writes the amounts themselves into each language", () => {
    const said = LANGUAGES.map((language) => saysOf(write("story-1", richFacts, language)).join("\n"));
    const amounts = [
      ["35.000 đồng một cân", "thùng 10 cân", "2 tấn", "18 đến 20 độ Brix", "từ ngày 10 tháng 6 đến ngày 20 tháng 7", "0912 345 678"],
      ["35,000 dong per kilo", "boxes of 10 kilos", "2 tonnes", "18 to 20 degrees Brix", "from June 10 to July 20", "0912 345 678"],
      ["1キロ3万5千ドン", "10キロ入りの箱", "2トン", "18～20度", "6月10日から7月20日まで", "0912 345 678"],
    ];
    for (const [index, each] of amounts.entries()) for (const amount of each) expect(said[index]).toContain(amount);
  });

  test("has no price, no urgency and no feature where the grower gave none, and says so to the buyers", () => {
    const pitch = write(
      "story-1",
      richFacts.filter(({ kind }) => kind === "product" || kind === "origin"),
      "vi",
    );
    const beats = new Set(blocksOf(pitch).map(({ beat }) => beat));
    for (const beat of ["price", "urgency", "feature"]) expect(beats).not.toContain(beat);
    expect(pitch.answers).toHaveLength(10);
    for (const { known, factIds } of pitch.answers) expect([known, factIds]).toEqual([false, []]);
  });

  test("is the same for the same story and facts", () => {
    for (const language of LANGUAGES) expect(write("story-7", richFacts, language)).toEqual(write("story-7", richFacts, language));
  });

  test("sounds different from one story to the next: no two of thirty intros share more than half of their sentences", () => {
    const intros = Array.from({ length: 30 }, (_, index) =>
      write(`0199c0de-7a1e-7000-8000-${String(index).padStart(12, "0")}`, richFacts, "vi").intro.flatMap(({ say }) => sentencesOf(say)),
    );
    for (const [index, intro] of intros.entries()) {
      for (const other of intros.slice(index + 1)) {
        const shared = intro.filter((sentence) => other.includes(sentence)).length;
        expect(shared).toBeLessThanOrEqual(Math.min(intro.length, other.length) / 2);
      }
    }
  });

  test("can be read aloud by a Vietnamese reader: no Japanese letter and no digit is left in a respelling", () => {
    for (const language of ["en", "ja"] as const) {
      for (const { read } of blocksOf(write("story-1", richFacts, language))) {
        expect(read).toBeDefined();
        expect(read).not.toMatch(JAPANESE_LETTER);
        expect(read).not.toMatch(/\d/);
      }
    }
    for (const { read } of blocksOf(write("story-1", richFacts, "vi"))) expect(read).toBeUndefined();
  });
});

const CASES = new URL("../../../shared/cases/notes.jsonl", import.meta.url);
const caseSchema = z.object({ id: z.string(), notes: z.string() });

describe.runIf(existsSync(CASES))("over the labelled notes", () => {
  const cases = existsSync(CASES)
    ? readFileSync(CASES, "utf8")
        .trim()
        .split("\n")
        .map((line) => caseSchema.parse(JSON.parse(line)))
    : [];

  test.each(cases)("the gate blocks nothing of $id, and nothing is missing in one language", ({ id, notes }) => {
    const grower = { notes, answers: [] };
    const { facts } = readFactsByRules(grower, [...MARKETS]);
    const textOf = (language: Language): string => {
      const listing: Listing = writeListingByRules({ storyId: id, facts, language, slug: listingSlug(id, facts), words });
      return [...saysOf(write(id, facts, language)), listing.title, listing.summary, ...listing.bullets, listing.body].join("\n");
    };
    const texts = { vi: textOf("vi"), en: textOf("en"), ja: textOf("ja") };
    const findings = checkTexts({ words: grower, facts, texts, markets: [...MARKETS], say: words.in("vi", "findings") });
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });
});
