import { expect, test } from "vitest";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { fact } from "./fixtures.ts";

const words = loadWords();

test("nobody is asked to plan for a season that is on", () => {
  const product = fact("product", "vải", { term: "lychee" });
  const urgencyOf = (season: ReturnType<typeof fact>, storyId: string) =>
    writePitchByRules({ storyId, facts: [product, season], language: "en", words }).loop.find(({ beat }) => beat === "urgency")?.say;
  for (const storyId of ["story-1", "story-2", "story-3"]) {
    expect(urgencyOf(fact("season", "đang chín rộ"), storyId)).not.toMatch(/plan|remember/i);
    expect(urgencyOf(fact("season", "từ 10/6 đến 20/7", { date: { from: "--06-10", to: "--07-20" } }), storyId)).toMatch(/plan|remember/i);
  }
});
