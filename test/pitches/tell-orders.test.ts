import { expect, test } from "vitest";
import type { FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { tellNotes } from "./tell-notes.ts";

const words = loadWords();

/** How facts of a kind are told, and in what words. */
function tell(notes: string, kind: FactKind) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const tellings = tellFacts({ facts, phrases: openPhrases(words, readVoice("story-1", facts)), words: said }, [kind]);
  return tellings.map(({ key, slots }) => [key, ...LANGUAGES.map((language) => plainText(Object.values(slots)[0]?.text(language) ?? ""))]);
}

test("the least order, wholesale and a printed logo are no invitation to ask", () => {
  expect(tell("Bơ Đắk Lắk 30k/kg. Nhận ship từ 2 thùng", "minimum-order")).toEqual([["minimum.least", "2 thùng", "2 boxes", "2箱"]]);
  expect(tell("Bột sắn dây Kinh Môn 90k/hộp. 日本のお客様は最低3箱です。", "minimum-order")[0]?.[0]).toBe("minimum.least");
  expect(tell("Mắm Châu Đốc 90k/hũ, sỉ từ 20 hũ", "minimum-order")).toEqual([["minimum.wholesale", "20 hũ", "20 jars", "20瓶"]]);
  expect(tell("Chè Thái Nguyên 300k/kg, bán buôn từ 50 kg", "minimum-order")[0]?.[0]).toBe("minimum.wholesale");
  expect(tell("Gốm Bát Tràng 90k/cái, đặt in logo từ 100 hộp", "minimum-order")[0]?.[0]).toBe("minimum.logo");
});

test("what goods are packed into is named as the grower names it, and in Japanese joined as things are", () => {
  expect(tell("Hành tím Vĩnh Châu 20k/kg, lưới 20 ký", "pack")).toEqual([
    ["pack", "lưới 20 ký", "20-kilo mesh bags", "20キロ入りのネット"],
  ]);
  expect(tell("Chè Thái Nguyên hộp 100g, túi 500g", "pack")[0]?.[3]).toBe("100グラム入りの箱と500グラム入りの袋");
  expect(tell("Nước mắm Phú Quốc chai 500ml, hũ 200ml", "pack")[0]?.[3]).toBe("500ミリリットル入りの瓶と200ミリリットル入りの瓶");
});

test("a length says which way it is measured", () => {
  expect(tell("Gốm Bát Tràng lọ hoa cao 35cm 650k", "size")).toEqual([["size.each", "cao 35 cm", "35 cm tall", "高さ35センチ"]]);
  expect(tell("Nón lá làng Chuông đường kính 40 cm, 60k/cái", "size")).toEqual([
    ["size.each", "đường kính 40 cm", "40 cm across", "直径40センチ"],
  ]);
  expect(tell("Giỏ tre Phú Vinh size 30cm, 80k/cái", "size")).toEqual([["size.each", "30 cm", "30 cm", "30センチ"]]);
});

test("at room temperature and how warm that is are one request", () => {
  expect(tell("rong nho Ninh Hòa 90k/kg, để nhiệt độ phòng 20-28 độ", "storage")).toEqual([
    [
      "store",
      "để ở nhiệt độ phòng, 20 đến 28 độ",
      "keep them at a room temperature of 20 to 28 degrees Celsius",
      "20～28度の常温で保存してください",
    ],
  ]);
});

test("how to order by message is said once", () => {
  const said = { notes: "Chuối laba Đơn Dương 18k/ký", answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const phrases = openPhrases(words, readVoice("a", facts));
  const ways = [...Array(phrases.count("order.comment")).keys()].map((variant) => plainText(phrases.raw("ja", "order.comment", variant)));
  for (const storyId of ["story-1", "story-2", "story-3"]) {
    const { loop } = writePitchByRules({ storyId, facts, language: "ja", words, said });
    const told = loop.find(({ beat }) => beat === "order")?.say ?? "";
    expect(ways.filter((way) => told.includes(way))).toHaveLength(1);
  }
});

test("what is given with so many, what is taken off and what is paid ahead is told beside the orders", () => {
  expect(tellNotes("Ổi lê Thanh Hà 22k/kg, mua từ 8kg bớt 15%, đặt cọc 35%", "minimum-order")).toEqual([
    ["lấy từ 8 cân trở lên thì bớt 15 phần trăm", "15 percent off from 8 kilos up", "8キロ以上で15パーセント引き"],
    ["35 phần trăm", "35 percent", "35パーセント"],
  ]);
  expect(tellNotes("Banh gai Ninh Giang 6k/cai, mua 12 cai tang 2 cai", "minimum-order")).toEqual([
    ["mua 12 cái tặng 2 cái", "buy 12 pieces and get 2 pieces free", "12個お買い上げで2個サービス"],
  ]);
  expect(tellNotes("Mật ong Hưng Yên 180k/chai, mua 3 chai tặng 1 hũ sáp", "minimum-order")).toEqual([]);
});
