import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareAmounts } from "#checks/compare-amounts.ts";
import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { loadLexicon, nameOf } from "#lexicon/lexicon.ts";
import { breathGroups, breathLength, BREATH_MAX } from "#pitches/breath-groups.ts";
import { BEATS, pitchSchema, type Pitch } from "#pitches/pitch.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { fact, richFacts } from "./fixtures.ts";
import { blocksOf, saysOf, secondsOf, sentencesOf, slipsIn } from "./pitch-texts.ts";

const words = loadWords();
const write = (storyId: string, facts: readonly Fact[], language: Language): Pitch =>
  writePitchByRules({ storyId, facts, language, words });
const subsets = fc.tuple(fc.uuid(), fc.subarray([...richFacts]));

const products = loadLexicon().filter(({ kind }) => kind === "product");
const places = loadLexicon().filter(({ kind }) => kind === "place");
const others = richFacts.filter(({ kind }) => !["product", "variety", "origin"].includes(kind));
/** One product or two of the whole lexicon, from anywhere, and any facts besides. */
const anyGoods = fc
  .tuple(fc.uuid(), fc.subarray(products, { minLength: 1, maxLength: 2 }), fc.subarray(places, { maxLength: 1 }), fc.subarray(others))
  .map(([storyId, goods, origins, facts]): [string, Fact[]] => [
    storyId,
    [
      ...goods.map(({ id, vi }) => fact("product", vi.name, { term: id })),
      ...origins.map(({ id, vi }) => fact("origin", vi.name, { term: id })),
      ...facts,
    ],
  ]);

/** The rate formulas of the house, written again for what has no numbers to read out. */
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
          for (const say of saysOf(pitch)) expect([say, slipsIn(say, language)]).toEqual([say, []]);
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

  test("lasts 30 to 60 seconds and three to five minutes however little is known, its hook at most fifteen, at the speech rates", () => {
    fc.assert(
      fc.property(subsets, fc.constantFrom(...LANGUAGES), ([storyId, facts], language) => {
        const pitch = write(storyId, facts, language);
        for (const { beat, say, seconds } of blocksOf(pitch)) {
          const expected = secondsByRate(say, language);
          if (language === "ja" || !/\d/.test(say)) expect(Math.abs(seconds - expected)).toBeLessThanOrEqual(expected * 0.1);
          else expect(seconds).toBeGreaterThanOrEqual(expected * 0.9);
          if (beat === "hook") expect(seconds).toBeLessThanOrEqual(15.1);
        }
        expect(secondsOf(pitch.intro)).toBeGreaterThanOrEqual(30);
        expect(secondsOf(pitch.intro)).toBeLessThanOrEqual(60);
        expect(secondsOf(pitch.loop)).toBeGreaterThanOrEqual(180);
        expect(secondsOf(pitch.loop)).toBeLessThanOrEqual(300);
      }),
      { numRuns: 60 },
    );
  });

  test("tells any product from any place, in time and without slips", () => {
    fc.assert(
      fc.property(anyGoods, ([storyId, facts]) => {
        const names = new Set(facts.flatMap(({ term = "" }) => LANGUAGES.flatMap((language) => nameOf(term, language) ?? [])));
        for (const language of LANGUAGES) {
          const pitch = write(storyId, facts, language);
          for (const { beat, seconds } of pitch.loop) if (beat === "hook") expect(seconds).toBeLessThanOrEqual(15.1);
          expect(secondsOf(pitch.intro)).toBeGreaterThanOrEqual(30);
          expect(secondsOf(pitch.intro)).toBeLessThanOrEqual(60);
          expect(secondsOf(pitch.loop)).toBeGreaterThanOrEqual(180);
          expect(secondsOf(pitch.loop)).toBeLessThanOrEqual(300);
          for (const say of saysOf(pitch)) {
            const bare = [...names].reduce((text, name, at) => text.replaceAll(new RegExp(RegExp.escape(name), "giu"), `X${at}`), say);
            expect([say, slipsIn(bare, language).filter((slip) => slip !== "foreign")]).toEqual([say, []]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("goes through the beats in their order, ends the intro with how to order, and shortens the loop to the minutes asked for", () => {
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        const { intro, loop } = write(storyId, facts, "vi");
        for (const part of [intro, loop]) {
          const places = part.map(({ beat }) => BEATS.indexOf(beat));
          expect(places).toEqual(places.toSorted((left, right) => left - right));
        }
        expect(intro.at(-1)?.beat).toBe("order");
        expect(loop.at(-1)?.beat).toBe("bridge");
      }),
      { numRuns: 30 },
    );
    const short = writePitchByRules({ storyId: "story-1", facts: [], language: "vi", minutes: 1, words });
    expect(secondsOf(short.loop)).toBeLessThan(180);
  });

  test("tells the same facts in every language, block by block, with the same amounts, and only facts that exist", () => {
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        const told = { vi: write(storyId, facts, "vi"), en: write(storyId, facts, "en"), ja: write(storyId, facts, "ja") };
        const shape = (pitch: Pitch) => [
          ...blocksOf(pitch).map(({ id, factIds }) => [id, factIds]),
          ...pitch.answers.map(({ known, factIds }) => [known, factIds]),
        ];
        for (const language of ["en", "ja"] as const) {
          expect(shape(told[language])).toEqual(shape(told.vi));
          for (const [index, { say }] of blocksOf(told[language]).entries()) {
            const { missing, extra } = compareAmounts(blocksOf(told.vi)[index]?.say ?? "", "vi", say, language);
            expect([...missing, ...extra].map(({ quote }) => quote)).toEqual([]);
          }
        }
        const ids = new Set(facts.map(({ id }) => id));
        for (const { factIds } of [...blocksOf(told.vi), ...told.vi.answers]) for (const id of factIds) expect(ids).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  test("rests every block and answer that holds a figure on facts", () => {
    fc.assert(
      fc.property(subsets, fc.constantFrom(...LANGUAGES), ([storyId, facts], language) => {
        const pitch = write(storyId, facts, language);
        const texts = [
          ...blocksOf(pitch).map(({ say, factIds }) => ({ say, factIds })),
          ...pitch.answers.map(({ answer, factIds }) => ({ say: answer, factIds })),
        ];
        for (const { say, factIds } of texts) {
          const figures = readAmounts(say, language).filter(({ spelled }) => !spelled);
          expect([say, figures.length > 0 && factIds.length === 0]).toEqual([say, false]);
        }
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

  test("writes the amounts themselves into each language, as they are said", () => {
    const said = LANGUAGES.map((language) => saysOf(write("story-1", richFacts, language)).join("\n"));
    const amounts = [
      ["35 nghìn một cân", "thùng 10 cân", "2 tấn", "18 đến 20 độ Brix", "từ ngày 10 tháng 6 đến ngày 20 tháng 7", "0912 345 678"],
      ["35,000 dong a kilo", "10-kilo boxes", "2 tonnes", "18 to 20 degrees Brix", "from June 10 to July 20", "0912 345 678"],
      ["1キロ3万5千ドン", "10キロ入りの箱", "2トン", "18～20度", "6月10日から7月20日まで", "0912 345 678"],
    ];
    for (const [index, each] of amounts.entries()) for (const amount of each) expect(said[index]).toContain(amount);
  });

  test("has no price, no urgency and no feature where the grower gave none, says what is still open, and tells buyers it will ask", () => {
    const few = richFacts.filter(({ kind }) => kind === "product" || kind === "origin");
    const pitch = write("story-1", few, "vi");
    const beats = new Set(blocksOf(pitch).map(({ beat }) => beat));
    for (const beat of ["price", "urgency", "feature"]) expect(beats).not.toContain(beat);
    expect(pitch.loop.find(({ beat }) => beat === "ask")?.say).toContain("Giá thì buổi này em chưa đọc được");
    expect(pitch.answers).toHaveLength(10);
    for (const { known, factIds, answer } of pitch.answers) {
      expect([known, factIds]).toEqual([false, []]);
      expect(answer).toContain("nhà vườn");
    }
  });

  test("has one to three features, each on facts and with its evidence, a price only where one is known, urgency only of stock and season, and directions throughout", () => {
    fc.assert(
      fc.property(subsets, ([storyId, facts]) => {
        const { intro, loop } = write(storyId, facts, "vi");
        const kindsOf = new Map(facts.map(({ id, kind }) => [id, kind]));
        const told = (beat: string) => loop.filter((block) => block.beat === beat);
        const kinds = (beat: string) => told(beat).flatMap(({ factIds }) => factIds.map((id) => kindsOf.get(id)));
        expect(told("feature").length).toBeLessThanOrEqual(3);
        for (const { factIds, say } of told("feature")) {
          expect(factIds.length).toBeGreaterThan(0);
          expect(sentencesOf(say).length).toBeGreaterThanOrEqual(4);
        }
        if (told("price").length > 0) expect(kinds("price").some((kind) => kind === "price" || kind === "pack")).toBe(true);
        for (const kind of kinds("urgency")) expect(["stock", "season"]).toContain(kind);
        expect(told("urgency").length).toBe(facts.some(({ kind }) => kind === "stock" || kind === "season") ? 1 : 0);
        for (const block of [...intro, ...loop]) expect([block.id, Boolean(block.do), Boolean(block.show)]).toEqual([block.id, true, true]);
      }),
      { numRuns: 40 },
    );
  });

  test("is the same for the same story and facts", () => {
    for (const language of LANGUAGES)
      expect(write("story-7", [...richFacts], language)).toEqual(write("story-7", [...richFacts], language));
  });

  test("can be read aloud by a Vietnamese reader: no Japanese letter and no digit in a respelling, and Japanese in kana besides", () => {
    for (const language of ["en", "ja"] as const) {
      for (const { read } of blocksOf(write("story-1", richFacts, language))) {
        expect(read).toBeDefined();
        expect(read).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|\d/u);
      }
    }
    for (const { kana } of blocksOf(write("story-1", richFacts, "ja"))) {
      expect(kana).toMatch(/\p{Script=Hiragana}/u);
      expect(kana).not.toMatch(/\p{Script=Han}|\d/u);
    }
    for (const { read, kana } of blocksOf(write("story-1", richFacts, "vi"))) expect([read, kana]).toEqual([undefined, undefined]);
  });

  test("comes in short breaths that lose no word", () => {
    fc.assert(
      fc.property(subsets, fc.constantFrom(...LANGUAGES), ([storyId, facts], language) => {
        for (const { say } of blocksOf(write(storyId, facts, language))) {
          const breaths = breathGroups(say, language);
          expect(breaths.join(language === "ja" ? "" : " ")).toBe(say);
          for (const breath of breaths) expect(breathLength(breath, language)).toBeLessThanOrEqual(BREATH_MAX[language]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
