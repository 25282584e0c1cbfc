import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { BUYERS_QUESTIONS } from "#pitches/answer-buyers.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

function cardOf(about: (typeof BUYERS_QUESTIONS)[number], notes: string) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, ["vn"]);
  return LANGUAGES.map((language) => {
    const { answers } = writePitchByRules({ storyId: "story-1", facts, language, words, said });
    return answers[BUYERS_QUESTIONS.indexOf(about)];
  });
}

test.each(["Nón lá làng Chuông làm tay 60k/cái", "Chè Thái Nguyên hái tay 300k/kg", "Gạo ST25 Sóc Trăng lúa tôm 30k/kg"])(
  "how it is made does not answer whether it is safe: %s",
  (notes) => {
    for (const card of cardOf("safety", notes)) expect(card).toMatchObject({ known: false, factIds: [] });
  },
);

test("what a grower leaves out does, and without what is said beside it", () => {
  const [vi, en, ja] = cardOf("safety", "Chè Thái Nguyên hái tay, không chất bảo quản 300k/kg");
  expect(vi?.answer).toBe("Dạ nhà em không dùng chất bảo quản ạ.");
  expect(en?.answer).toBe("We use no preservatives.");
  expect(ja?.answer).toBe("保存料は使っていません。");
  expect([vi, en, ja].map((card) => card?.known)).toEqual([true, true, true]);
});

test("an answer in Japanese goes on in another way each time", () => {
  const notes = "Miến dong Bình Liêu 90k/kg, giấy ATTP, OCOP 3 sao, VietGAP, không hàn the, không phẩm màu";
  const [, , ja] = cardOf("safety", notes);
  for (const link of ["また、", "さらに、", "それから、"]) expect((ja?.answer ?? "").split(link).length).toBeLessThanOrEqual(2);
  expect(ja?.answer).toContain("ホウ砂も着色料も使っていません");
});
