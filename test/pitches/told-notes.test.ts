import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import type { Fact, FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import type { Pitch } from "#pitches/pitch.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { labelledNotes } from "./labelled-notes.ts";
import { blocksOf, saysOf, secondsOf, sentencesOf, slipsIn } from "./pitch-texts.ts";

const words = loadWords();
const STORIES = 30;

function read(notes: string) {
  const said = { notes, answers: [] };
  return { said, facts: readFactsByRules(said, [...MARKETS]).facts };
}

function write(storyId: string, { said, facts }: ReturnType<typeof read>, language: Language): Pitch {
  return writePitchByRules({ storyId, facts, language, words, said });
}

/** Without figures or a known name there is nothing to tell in three languages. */
const TOLD: Partial<Record<FactKind, (fact: Fact) => boolean>> = {
  price: ({ amount }) => amount !== undefined,
  pack: ({ amount }) => amount !== undefined,
  "minimum-order": ({ amount }) => amount !== undefined,
  contact: ({ text }) => /\d{3}/.test(text),
  origin: ({ term }) => term !== undefined,
};

describe.runIf(labelledNotes.length > 0)("over the labelled notes", () => {
  test.each(labelledNotes)("$id: the gate blocks nothing, and nothing is missing in one language", ({ id, notes }) => {
    const { said, facts } = read(notes);
    const textOf = (language: Language): string => {
      const listing = writeListingByRules({ storyId: id, facts, language, slug: listingSlug(id, facts), words, said });
      return [...saysOf(write(id, { said, facts }, language)), listing.title, listing.summary, ...listing.bullets, listing.body].join("\n");
    };
    const texts = { vi: textOf("vi"), en: textOf("en"), ja: textOf("ja") };
    const findings = checkTexts({ words: said, facts, texts, markets: [...MARKETS], say: words.in("vi", "findings") });
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });

  test.each(labelledNotes)("$id: whole, clean, in time, without a sentence twice, and told alike in three languages", ({ id, notes }) => {
    const reading = read(notes);
    const shapes = LANGUAGES.map((language) => {
      const pitch = write(id, reading, language);
      for (const say of saysOf(pitch)) expect([say, slipsIn(say, language)]).toEqual([say, []]);
      const sentences = saysOf(pitch).flatMap(sentencesOf);
      expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
      expect(secondsOf(pitch.intro)).toBeGreaterThanOrEqual(30);
      expect(secondsOf(pitch.intro)).toBeLessThanOrEqual(60);
      expect(secondsOf(pitch.loop)).toBeGreaterThanOrEqual(180);
      expect(secondsOf(pitch.loop)).toBeLessThanOrEqual(300);
      if (language !== "vi")
        for (const { read: respelling, say } of blocksOf(pitch)) expect([say, respelling]).not.toEqual([say, undefined]);
      return [...blocksOf(pitch), ...pitch.answers].map(({ factIds }) => factIds);
    });
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });

  test.each(labelledNotes)("$id: every price, pack, order and origin that was read is told", ({ id, notes }) => {
    const reading = read(notes);
    const told = new Set(blocksOf(write(id, reading, "en")).flatMap(({ factIds }) => factIds));
    const untold = reading.facts.filter((fact) => TOLD[fact.kind]?.(fact) === true && !told.has(fact.id));
    expect(untold.map(({ text }) => text)).toEqual([]);
  });

  test(`no two of ${STORIES} Vietnamese intros share more than half of their sentences`, () => {
    const intros = Array.from({ length: STORIES }, (_, index) => {
      const { notes } = labelledNotes[index % labelledNotes.length] ?? { notes: "" };
      const storyId = `0199c0de-7a1e-7000-8000-${String(index).padStart(12, "0")}`;
      return write(storyId, read(notes), "vi").intro.flatMap(({ say }) => sentencesOf(say));
    });
    for (const [index, intro] of intros.entries()) {
      for (const other of intros.slice(index + 1)) {
        const shared = intro.filter((sentence) => other.includes(sentence)).length;
        expect(shared).toBeLessThanOrEqual(Math.min(intro.length, other.length) / 2);
      }
    }
  });

  test("no two growers of one village sound the same: thirty stories from the same notes", () => {
    for (const { notes } of labelledNotes.slice(0, 3)) {
      const reading = read(notes);
      const intros = Array.from({ length: STORIES }, (_, index) =>
        write(`village-${index}`, reading, "vi").intro.flatMap(({ say }) => sentencesOf(say)),
      );
      for (const [index, intro] of intros.entries()) {
        for (const other of intros.slice(index + 1)) {
          const shared = intro.filter((sentence) => other.includes(sentence)).length;
          expect(shared).toBeLessThanOrEqual(Math.min(intro.length, other.length) / 2);
        }
      }
    }
  });
});
