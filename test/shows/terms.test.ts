import { expect, test } from "vitest";
import { checkTerms } from "#shows/check-terms.ts";
import { termsFor } from "#shows/terms-for.ts";

const glossary = [
  { vi: "cân", en: "kilo", ja: "キロ" },
  { vi: "vải thiều", en: "Thieu lychee", ja: "ティエウ・ライチ" },
  { vi: "quả mọng", en: "berry" },
];
const written = (text: string, language: "en" | "ja") => termsFor(text, glossary, language).map(({ write }) => write);

test("a term occurs as it is said, and another tone is another word", () => {
  expect(written("hai cân vải thiều nhé", "en").slice(0, 2)).toEqual(["kilo", "Thieu lychee"]);
  expect(written("ai cần hỏi gì thì hỏi nhé", "en")).toEqual([]);
  expect(written("hai can vai thieu", "en")).toContain("kilo");
});

test("a term without a word in the language asked for is none", () => {
  expect(written("quả mọng này", "ja")).toEqual([]);
});

test.each([
  ["Two kilos of Thieu lychees, please.", "en", "cân vải thiều", []],
  ["Two kg of thieu-lychee.", "en", "cân vải thiều", ["kilo"]],
  ["These berries are ripe.", "en", "quả mọng", []],
  ["ティエウライチ2キロです", "ja", "cân vải thiều", []],
  ["ライチ2kgです", "ja", "cân vải thiều", ["キロ", "ティエウ・ライチ"]],
] as const)("%s lacks %s's words: %s", (text, language, said, missing) => {
  expect(checkTerms(text, language, termsFor(said, glossary, language)).missing).toEqual(missing);
});

test.each([
  ["Fresh from the pot.", "en", ["♥", "–"], []],
  ["Fresh from the pot ♥", "en", ["♥", "–"], ["♥"]],
  ["鍋から出したてです", "ja", ["・", "☆"], []],
] as const)("a sign that is no word is only itself: %s", (text, language, never, forbidden) => {
  const term = { vi: "nồi đất", en: "clay pot", ja: "土鍋", forbidden: { [language]: [...never] } };
  const terms = termsFor("nồi đất còn nóng", [term], language);
  expect(checkTerms(text, language, terms).forbidden).toEqual(forbidden);
});
