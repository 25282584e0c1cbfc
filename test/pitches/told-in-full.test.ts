import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { contractEnglish } from "#pitches/contract-english.ts";
import { nameInKatakana } from "#pitches/katakana-name.ts";
import { nameProduct } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import { readVoice } from "#pitches/voice.ts";
import { stopped } from "./stopped-of.ts";
import { tellNotes } from "./tell-notes.ts";

test("goods that go all over the country pass the gate as they are told", () => {
  expect(stopped("Hạt điều Bù Đăng 230k/kg, hộp 500g 120k, gửi khắp nước 3 ngày")).toEqual([]);
  expect(stopped("hat dieu Bu Dang 230k/kg, ship khap nuoc")).toEqual([]);
});

describe("a price for so many on", () => {
  test.each([
    [
      "Rổ mây Phú Vinh 90k/cái, đặt từ 20 cái 75k",
      "90 nghìn một cái, còn lấy từ 20 cái trở lên thì 75 nghìn một cái",
      "90,000 dong each and 75,000 dong each from 20 pieces up",
      "1点9万ドン、20点以上は1点7万5千ドン",
    ],
    [
      "Khan ran An Giang 60k/chiec, mua tu 50 chiec 48k",
      "60 ngàn một chiếc, còn lấy từ 50 chiếc trở lên thì 48 ngàn một chiếc",
      "60,000 dong each and 48,000 dong each from 50 pieces up",
      "1枚6万ドン、50枚以上は1枚4万8千ドン",
    ],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "price")).toEqual([told]);
  });
});

describe("how goods are sent", () => {
  test.each([
    [
      "Gạo Séng Cù Mường Khương 35k/kg, mua từ 40kg giao tận nơi",
      "đơn từ 40 cân trở lên thì nhà em giao tận nhà",
      "for orders of 40 kilos or more, we deliver to your door",
      "40キロ以上のご注文は、ご自宅までお届けします",
    ],
    [
      "Ổi Thanh Hà 20k/kg, đặt trên 10 thùng chở tận nhà",
      "đơn từ 10 thùng trở lên thì nhà em giao tận nhà",
      "for orders of 10 boxes or more, we deliver to your door",
      "10箱以上のご注文は、ご自宅までお届けします",
    ],
    ["Dâu Đà Lạt 200k/kg, ship Nha Trang", "nhà em gửi hàng tới Nha Trang", "we deliver to Nha Trang", "ニャチャンへお届けします"],
    [
      "Rau mầm Củ Chi 20k/hộp, giao trong ngày nội thành Sài Gòn",
      "nhà tui giao nội thành Sài Gòn trong ngày",
      "we deliver within Saigon the same day",
      "サイゴン市内へ当日中にお届けします",
    ],
    [
      "Rau muống Hà Đông 8k/bó, giao nội thành Hải Phòng",
      "nhà em giao nội thành Hải Phòng",
      "we deliver within Hai Phong",
      "ハイフォン市内へお届けします",
    ],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "delivery")).toEqual([told]);
  });
});

test("years of work are told of the parent who worked them", () => {
  const [telling] = tellNotes("Mắm ruốc Vũng Tàu 80k/hũ, má em làm 25 năm nay", "grower");
  expect(telling).toEqual(["má tui làm nghề này đã 25 năm", "my mother has done this work for 25 years", "母はこの仕事を25年続けています"]);
  expect(tellNotes("Mắm ruốc Vũng Tàu 80k/hũ, em làm 25 năm nay", "grower")).toEqual([["25 năm", "25 years", "25年"]]);
});

test("a size that stands beside the only price is told as well", () => {
  expect(tellNotes("Chiếu cói Kim Sơn dệt tay, khổ 1m5x1m9 giá 290k/chiếc", "size")).toEqual([
    ["1m5 x 1m9", "1.5 by 1.9 metres", "150かける190センチ"],
  ]);
  expect(tellNotes("Chiếu cói Kim Sơn khổ 1m6x2m 290k/chiếc, 1m8x2m 340k/chiếc", "size")).toEqual([]);
});

test("fish sauce of anchovies says so in every language", () => {
  const { facts } = readFactsByRules({ notes: "Nước mắm cá cơm Cà Ná 40 độ đạm, chai 1 lít 150k", answers: [] }, [...MARKETS]);
  const name = nameProduct(facts);
  expect(LANGUAGES.map((language) => plainText(name?.text(language) ?? ""))).toEqual([
    "nước mắm cá cơm",
    "anchovy fish sauce",
    "カタクチイワシのヌックマム",
  ]);
});

test("whole fruit in stock are themselves, not pieces", () => {
  expect(tellNotes("Sầu riêng Ri6 Cai Lậy 90k/kg, còn 70 trái", "stock")[0]?.[1]).toBe("70 durians");
});

test("`it is with us` stays in full", () => {
  expect(contractEnglish("This is how it is with us: {{clause}}.")).toBe("This is how it is with us: {{clause}}.");
});

test("-anh sounds in katakana as it does in the names of places", () => {
  expect(nameInKatakana("Thanh")).toBe("タイン");
  expect(nameInKatakana("Hạnh")).toBe("ハイン");
  expect(nameInKatakana("Oanh")).toBe("オアイン");
  expect(nameInKatakana("Minh")).toBe("ミン");
});

test("who says `má em` speaks as `em`", () => {
  const notes = "Mắm ruốc Vũng Tàu 80k/hũ, má em làm 25 năm nay";
  const { facts } = readFactsByRules({ notes, answers: [] }, [...MARKETS]);
  for (const story of ["story-1", "story-2", "story-3"]) expect(readVoice(story, facts, { notes, answers: [] }).self).toBe("em");
});
