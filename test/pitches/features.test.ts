import { expect, test } from "vitest";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { fact } from "./fixtures.ts";

test("what is said of a measured sweetness comes right behind it, not behind how the flesh is", () => {
  const facts = [
    fact("product", "dưa lưới", { term: "cantaloupe" }),
    fact("sweetness", "14 brix", { amount: { min: 14, max: 14, unit: "brix" } }),
    fact("taste", "cùi dày, mọng nước"),
  ];
  for (const storyId of ["story-1", "story-2", "story-3", "story-4"]) {
    const { loop } = writePitchByRules({ storyId, facts, language: "en", words: loadWords() });
    const feature = loop.find(({ id }) => id === "loop-feature-1")?.sentences?.map(({ text }) => text) ?? [];
    const measured = feature.findIndex((text) => text.includes("14 degrees Brix"));
    expect(feature[measured + 1]).toMatch(/no compliment|Brix scale/);
    expect(feature.findIndex((text) => text.includes("the flesh is thick"))).toBeGreaterThan(measured + 1);
  }
});

test("a price that cannot be read out is told as open, as the buyers' cards tell it", () => {
  const facts = [fact("product", "khoai lang", { term: "sweet-potato" }), fact("price", "620k/tạ"), fact("contact", "0912 345 678")];
  const { loop, answers } = writePitchByRules({ storyId: "story-1", facts, language: "en", words: loadWords() });
  expect(loop.map(({ say }) => say).join(" ")).toMatch(/can't read out a price yet|don't have the price here/);
  expect(answers[0]?.known).toBe(false);
});
