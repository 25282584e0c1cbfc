import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";

const words = loadWords();

function pricesOf(notes: string): string[] {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const [price] = tellFacts({ facts, phrases: openPhrases(words, readVoice("story-1", facts)), words: said }, ["price"]);
  return LANGUAGES.map((language) => plainText(price?.slots.price?.text(language) ?? ""));
}

describe("goods are counted in Japanese by what they are", () => {
  test.each([
    ["Khăn lụa Vạn Phúc 250k/chiếc", "1枚25万ドン"],
    ["Chiếu cói Nga Sơn 180k/chiếc", "1枚18万ドン"],
    ["Tranh Đông Hồ 120k/bức", "1枚12万ドン"],
    ["Bánh chưng Tranh Khúc 60k/cái", "1個6万ドン"],
    ["Bắp cải Đà Lạt 15k/cái", "1個1万5千ドン"],
    ["Bánh phu thê Đình Bảng 10k/cặp", "2個1万ドン"],
    ["Dép cói Kim Sơn 60k/đôi", "1足6万ドン"],
    ["Đũa tre Phú Vinh 30k/đôi", "1膳3万ドン"],
    ["Dao Phúc Sen 200k/cái", "1本20万ドン"],
    ["Quạt giấy Chàng Sơn 40k/cái", "1本4万ドン"],
    ["Áo dài Huế 900k/bộ", "1着90万ドン"],
    ["Đèn lồng Hội An 120k/cái", "1個12万ドン"],
    ["Giỏ mây Phú Vinh 150k/cái", "1個15万ドン"],
    ["Gốm Bát Tràng 150k/cái", "1点15万ドン"],
    ["Nón lá làng Chuông 60k/cái", "1点6万ドン"],
  ])("%s", (notes, told) => {
    expect(pricesOf(notes)[2]).toBe(told);
  });

  test.each([
    ["Bánh tráng Trảng Bàng 25k/xấp", "25 ngàn một xấp"],
    ["Tranh Đông Hồ 120k/bức", "120 nghìn mỗi bức"],
    ["Trứng gà Đông Tảo 5k/quả, vỉ 10 quả 48k", "5 nghìn một quả, còn vỉ 10 quả 48 nghìn"],
  ])("and in Vietnamese by the seller's own word: %s", (notes, told) => {
    expect(pricesOf(notes)[0]).toBe(told);
  });
});
