import { expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";

const words = loadWords();
const blocked = (notes: string, en: string): string[] => {
  const grower = { notes, answers: [] };
  const { facts } = readFactsByRules(grower, ["us"]);
  const findings = checkTexts({ words: grower, facts, texts: { en }, markets: ["us"], say: words.in("en", "findings") });
  return findings.filter(({ severity }) => severity === "block").map(({ quote }) => quote);
};

test("a name that the notes name claims nothing by its words", () => {
  expect(blocked("Sữa ong chúa Đắk Lắk, hũ 100g 250k", "Our royal jelly from Dak Lak comes in 100 g jars.")).toEqual([]);
  expect(blocked("Mắm tôm chua Huế, hũ 500g 60k", "Our sour fermented shrimp comes in 500 g jars.")).toEqual([]);
});

test("the same words about other goods are a claim", () => {
  expect(blocked("Xoài cát Chu, 45k/kg", "Our Cat Chu mangoes were loved by royalty.")).not.toEqual([]);
  expect(blocked("Xoài cát Chu, 45k/kg", "Our Cat Chu mangoes, like royal jelly.")).not.toEqual([]);
});
