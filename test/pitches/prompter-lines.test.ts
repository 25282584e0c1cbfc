import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { breathGroups } from "#pitches/breath-groups.ts";
import { prompterLines } from "#pitches/prompter-lines.ts";
import { respell } from "#pitches/respell.ts";
import { restsOf } from "#pitches/rests-of.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { judgePace } from "#web/client/judge-pace.ts";
import { richFacts } from "./fixtures.ts";
import { blocksOf } from "./pitch-texts.ts";

const words = loadWords();
const write = (storyId: string, language: Language) => writePitchByRules({ storyId, facts: richFacts, language, words });
const storyIds = fc.integer({ min: 1, max: 10_000 }).map((number) => `story-${number}`);
const squeeze = (texts: readonly (string | undefined)[]) => texts.join("").replaceAll(/\s/g, "");

test("a prompter leaves out no word and no reading, in their order, in any language", () => {
  fc.assert(
    fc.property(storyIds, fc.constantFrom(...LANGUAGES), (storyId, language) => {
      for (const block of blocksOf(write(storyId, language))) {
        const lines = prompterLines(block, language);
        expect(squeeze(lines.flatMap(({ breaths }) => breaths))).toBe(squeeze([block.say]));
        expect(squeeze(lines.map(({ read }) => read))).toBe(squeeze([block.read]));
        expect(squeeze(lines.map(({ kana }) => kana))).toBe(squeeze([block.kana]));
      }
    }),
    { numRuns: 20 },
  );
});

test("Japanese readings stand under their own clause, and a number read with pauses of its own keeps its sentence together", () => {
  const block = {
    say: "ライチです、どうぞ。0912 345 678へ、お電話を。",
    kana: "ライチです、 どうぞ。 ゼロキュウイチニ、 サンヨンゴ、 ロクナナハチへ、 おでんわを。",
    read: "raichi desu, douzo. zero kyuu ichi ni, san yon go, roku nana hachi e, odenwa o.",
  };
  expect(prompterLines(block, "ja").map(({ breaths, read }) => [breaths.join(""), read])).toEqual([
    ["ライチです、", "raichi desu,"],
    ["どうぞ。", "douzo."],
    ["0912 345 678へ、お電話を。", "zero kyuu ichi ni, san yon go, roku nana hachi e, odenwa o."],
  ]);
});

test.each([
  ["vi", "vải", ["10–15 tháng 6", "2 - 3 ngày", "35.000 đồng", "ba mươi lăm nghìn đồng"]],
  ["en", "fresh", ["June 10–15", "2 - 3 days", "VND 35,000", "1.2 million dong"]],
] as const)("in %s no breath is taken inside a number or before what it counts, wherever it stands", (language, word, wholes) => {
  for (const whole of wholes)
    for (let before = 0; before <= 14; before += 1) {
      const words = Array.from<string>({ length: 14 }).fill(word);
      const breaths = breathGroups(words.toSpliced(before, 0, whole).join(" "), language);
      expect(breaths.length).toBeGreaterThan(1);
      expect(breaths.some((breath) => breath.includes(whole))).toBe(true);
    }
});

test("no breath cuts a phone number in two, so that it is read out whole", () => {
  const say = "Call our family home today 0912 345 678 any hour you like tonight friends";
  const lines = prompterLines({ say }, "en");
  expect(breathGroups(say, "en").some((breath) => breath.includes("0912 345 678"))).toBe(true);
  expect(lines.map(({ read }) => read).join(" ")).toBe(respell(say, "en"));
});

test("each sentence of the rules' pitch rests on its own facts, and together they are what the block rests on", () => {
  fc.assert(
    fc.property(storyIds, fc.constantFrom(...LANGUAGES), (storyId, language) => {
      for (const block of blocksOf(write(storyId, language))) {
        const rests = restsOf(block);
        expect(rests).toHaveLength(block.sentences?.length ?? 0);
        expect(squeeze(rests.map(({ text }) => text))).toBe(squeeze([block.say]));
        expect(new Set(rests.flatMap(({ factIds }) => factIds))).toEqual(new Set(block.factIds));
      }
    }),
    { numRuns: 20 },
  );
});

test("a sentence the gate cut is gone from what a block rests on, and a person's own words rest on the block's facts", () => {
  const sentences = [
    { text: "Vải nhà em đây.", factIds: ["f1"] },
    { text: "Giá 35 nghìn.", factIds: ["f2"] },
  ];
  const block = { say: "Vải nhà em đây. Giá 35 nghìn.", sentences, factIds: ["f1", "f2"] };
  expect(restsOf(block)).toEqual(sentences);
  expect(restsOf({ ...block, say: "Giá 35 nghìn." })).toEqual(sentences.slice(1));
  expect(restsOf({ ...block, say: "Giá 35 nghìn. Nhanh tay nhé!" })).toEqual([
    { text: "Giá 35 nghìn. Nhanh tay nhé!", factIds: ["f1", "f2"] },
  ]);
});

test("a pace is judged against the part's own seconds, with room for a late tap on a short one", () => {
  expect([7, 8, 10, 12, 13].map((seconds) => judgePace(seconds, 10))).toEqual(["fast", "good", "good", "good", "slow"]);
  expect([1, 2, 4, 5].map((seconds) => judgePace(seconds, 3))).toEqual(["fast", "good", "good", "slow"]);
});
