import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";

const words = loadWords();

/** What is told of how the goods of some notes are sent, in each language. */
function tell(notes: string) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const phrases = openPhrases(words, readVoice("story-1", facts));
  const tellings = tellFacts({ facts, phrases, words: said }, ["delivery"]);
  return tellings.map(({ slots }) => LANGUAGES.map((language) => plainText(Object.values(slots)[0]?.text(language) ?? "")));
}

test("several towns with one verb", () => {
  expect(tell("xoài Cao Lãnh 30k/kg, giao Sài Gòn và Hà Nội 3-4 ngày")[0]).toEqual([
    "nhà tui gửi hàng tới Sài Gòn và Hà Nội, hàng tới trong 3 đến 4 ngày",
    "we deliver to Saigon and Hanoi and your order arrives in 3 to 4 days",
    "サイゴンとハノイへお届けし、お届けまで3～4日です",
  ]);
});

test("that the buyer pays the freight", () => {
  expect(tell("dưa hấu Long An 8k/kg, xe tải chở tới chợ Hóc Môn nhưng mà khách trả tiền xe")[0]?.[2]).toContain(
    "送料はお客様のご負担です",
  );
});

test("each place with its own time", () => {
  expect(tell("bưởi Diễn 30k/quả, giao Sài Gòn 1 ngày Hà Nội 3 ngày")[0]?.[1]).toBe(
    "delivery to Saigon takes 1 day and delivery to Hanoi takes 3 days",
  );
  expect(tell("xoài Cao Lãnh 30k/kg, giao Huế 2 ngày, Sài Gòn 3-4 ngày")[0]?.[1]).toBe(
    "delivery to Hue takes 2 days and delivery to Saigon takes 3 to 4 days",
  );
  const told = tell("bưởi Diễn 30k/quả, ship nội thành 1 ngày, tỉnh 2-3 ngày").map((each) => each[1]);
  expect(told).toEqual([
    "we deliver within the city and your order arrives in 1 day",
    "to other provinces your order arrives in 2 to 3 days",
  ]);
});

test("that it costs nothing, and where", () => {
  expect(tell("nấm rơm Đồng Tháp 90k/kg, freeship toàn quốc")[0]).toEqual([
    "nhà tui giao miễn phí toàn quốc",
    "we ship nationwide in Vietnam free of charge",
    "ベトナム全国へ送料無料で発送します",
  ]);
  expect(tell("nem nướng 120k/kg, miễn phí giao nội thành Huế")[0]).toEqual([
    "nhà em giao miễn phí nội thành Huế",
    "we deliver within Hue free of charge",
    "フエ市内へは送料無料でお届けします",
  ]);
  expect(tell("giò lụa 180k/kg, phí ship 25k, đơn trên 400k miễn phí ship")[0]).toEqual([
    "đơn từ 400 nghìn trở lên thì nhà em không tính tiền gửi",
    "delivery is free from 400,000 dong up",
    "40万ドン以上は送料無料です",
  ]);
  expect(tell("giò lụa 180k/kg, mua nguyên cây thì giao miễn phí").map(([, en]) => en)).not.toContain("we deliver free of charge");
});

test("two ways of sending are not run together", () => {
  expect(tell("bún khô 40k/kg, giao nội thành Huế, ship toàn quốc qua bưu điện")[0]?.[0]).toBe(
    "nhà em giao nội thành Huế, gửi đi toàn quốc, gửi bưu điện",
  );
});
