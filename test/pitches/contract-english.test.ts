import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { contractEnglish } from "#pitches/contract-english.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { saysOf } from "./pitch-texts.ts";

const words = loadWords();
const NOTES =
  "Vải thiều Lục Ngạn không phun thuốc cỏ, không chất bảo quản, chưa có VietGAP, 25k/kg, thùng 5kg, không để ngăn đá. Chị Hoa 0912 345 678";

describe("English aloud", () => {
  test.each([
    ["We do not spray, and I will tell you why.", "We don't spray, and I'll tell you why."],
    ["I am here, and you are there; it is cold.", "I'm here, and you're there; it's cold."],
    ["I tell it as it is, and that is how it is.", "I tell it as it is, and that's how it is."],
    ["That is what there is now.", "That's what there is now."],
    ["What we have here is tea.", "What we have here is tea."],
    ["I cannot say; we will not guess.", "I can't say; we won't guess."],
    ["I have our tea here, and I have brought a cup.", "I have our tea here, and I've brought a cup."],
    ["Let us look: here is {{product}}.", "Let's look: here's {{product}}."],
  ])("%s", (written, aloud) => {
    expect(contractEnglish(written)).toBe(aloud);
  });

  test("is how a pitch is told, and a listing stays in full", () => {
    const said = { notes: NOTES, answers: [] };
    const { facts } = readFactsByRules(said, [...MARKETS]);
    const pitch = saysOf(writePitchByRules({ storyId: "story-1", facts, language: "en", words, said })).join(" ");
    expect(pitch).toMatch(/\bwe don't spray weedkiller\b/);
    expect(pitch.match(/\b(?:do|does|is|are|have|will|can) ?not\b|\bI (?:am|will) \w/i)?.[0]).toBeUndefined();
    const listing = writeListingByRules({ storyId: "story-1", facts, language: "en", slug: "s", words, said });
    expect(JSON.stringify(listing)).not.toMatch(/[a-z]'(?:m|re|ve|ll|d|t)\b/);
  });

  test("denies and claims before the gate what it does in full", () => {
    const said = { notes: NOTES, answers: [] };
    const { facts } = readFactsByRules(said, [...MARKETS]);
    const found = (text: string) =>
      checkTexts({ words: said, facts, texts: { en: text }, markets: [...MARKETS], say: words.in("vi", "findings") })
        .filter(({ kind }) => kind !== "missing")
        .map(({ kind, severity }) => `${severity} ${kind}`);
    for (const sentence of [
      "We do not have VietGAP certification.",
      "It is not VietGAP certified.",
      "We are VietGAP certified.",
      "We have not got VietGAP yet.",
      "We have got VietGAP.",
      "It is organic.",
      "It is not organic.",
      "We do not use preservatives.",
      "We will not use preservatives.",
      "They have not been sprayed with weedkiller.",
      "It does not cure anything.",
      "It will cure a cold.",
      "It is the best in Vietnam.",
      "It is not the best in Vietnam.",
      "We cannot sell at 20,000 dong a kilo.",
      "We will sell at 20,000 dong a kilo.",
      "That is 25,000 dong a kilo, and I will not ask more.",
      "There is no award to show.",
      "We have won first prize.",
      "We have not won a prize.",
      "They are only available today.",
    ])
      expect([sentence, found(contractEnglish(sentence))]).toEqual([sentence, found(sentence)]);
  });
});
