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

test("goods without varieties are told by their name, others only by their variety", () => {
  const [vi, en, ja] = cardOf("variety", "Nón lá làng Chuông làm tay 60k/cái");
  expect([vi?.answer, en?.answer, ja?.answer?.replace(/\[[^\]]*\]/g, "")]).toEqual([
    "Dạ đây là nón lá ạ.",
    "They're conical hats.",
    "はい、ノンラーでございます。",
  ]);
  expect(cardOf("variety", "Rau Đà Lạt: xà lách 35k/kg, cà rốt 18k/kg")[0]?.answer).toBe("Dạ đây là xà lách và cà rốt ạ.");
  expect(cardOf("variety", "Xoài Cao Lãnh 35k/kg")[0]?.known).toBe(false);
});

test("what a grower leaves out does, and without what is said beside it", () => {
  const [vi, en, ja] = cardOf("safety", "Chè Thái Nguyên hái tay, không chất bảo quản 300k/kg");
  expect(vi?.answer).toBe("Dạ nhà em không dùng chất bảo quản ạ.");
  expect(en?.answer).toBe("We use no preservatives.");
  expect(ja?.answer).toBe("保存料は使っていません。");
  expect([vi, en, ja].map((card) => card?.known)).toEqual([true, true, true]);
});

test("from how much on it is sent is the least that can be ordered", () => {
  const notes = "Ổi Thanh Hà 15k/kg, thùng 10kg, nhận ship từ 2 thùng";
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, ["vn"]);
  const { loop } = writePitchByRules({ storyId: "story-1", facts, language: "en", words, said });
  expect(loop.map(({ say }) => say).join(" ")).toMatch(
    /orders of 2 boxes or more|order is 2 boxes|at least 2 boxes|reaches 2 boxes|make it 2 boxes|from 2 boxes up/,
  );
});

test("mats are as big as they are priced by", () => {
  const cards = cardOf("size", "Chiếu cói Nga Sơn 1m6x2m giá 420k/đôi, 1m8 x 2m giá 480k/đôi");
  expect(cards.map((card) => card?.answer)).toEqual([
    "Dạ cỡ 1m6 x 2m hoặc 1m8 x 2m ạ.",
    "They're 1.6 by 2 metres or 1.8 by 2 metres.",
    "はい、大きさは160かける200センチまたは180かける200センチでございます。",
  ]);
});

test("what is poured or spooned has no size but its packs'", () => {
  expect(cardOf("size", "Mật ong hoa nhãn Hưng Yên chai 500ml 180k")[0]?.answer).toBe("Dạ cỡ thì nhà em có chai 500 ml ạ.");
  const [, english] = cardOf("size", "Cà phê Robusta Buôn Ma Thuột gói 500g 110k, gói 1kg 210k");
  expect(english).toMatchObject({ answer: "It comes in 500-gram packs and 1-kilo packs.", known: true });
  for (const card of cardOf("size", "Cam Cao Phong 30k/kg, thùng 10kg")) expect(card?.known).toBe(false);
  for (const card of cardOf("size", "Gạo ST25 Sóc Trăng 30k/kg")) expect(card?.known).toBe(false);
});

test("an answer in Japanese goes on in another way each time", () => {
  const notes = "Miến dong Bình Liêu 90k/kg, giấy ATTP, OCOP 3 sao, VietGAP, không hàn the, không phẩm màu";
  const [, , ja] = cardOf("safety", notes);
  for (const link of ["また、", "さらに、", "それから、"]) expect((ja?.answer ?? "").split(link).length).toBeLessThanOrEqual(2);
  expect(ja?.answer).toContain("ホウ砂も着色料も使っていません");
});
