import { expect, test } from "vitest";
import type { FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";

const words = loadWords();

/** What is told of some notes in each language. */
function tell(notes: string, ...kinds: FactKind[]) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const phrases = openPhrases(words, readVoice("story-1", facts));
  const tellings = tellFacts({ facts, phrases, words: said }, kinds);
  return tellings.map(({ slots }) => LANGUAGES.map((language) => plainText(Object.values(slots)[0]?.text(language) ?? "")));
}

test("how strong a sauce is, as its label says it, but not where prices tell one strength from another", () => {
  expect(tell("nước mắm Phú Quốc 40 độ đạm", "variety")).toEqual([["40 độ đạm", "40 degrees N", "40度"]]);
  expect(tell("nuoc mam phan thiet do dam 35-40", "variety")).toEqual([["35 đến 40 độ đạm", "35 to 40 degrees N", "35～40度"]]);
  expect(tell("nước mắm Phú Quốc trên 40 độ đạm", "variety")).toEqual([]);
  expect(tell("nước mắm Phú Quốc 30 độ đạm 60k/chai, 40 độ đạm 90k/chai", "variety")).toEqual([]);
});

test("in what and for how long a sauce ferments, in one breath", () => {
  expect(tell("nước mắm Phú Quốc ủ chượp trong thùng gỗ 12 tháng", "practice")).toEqual([
    ["nhà tui ủ trong thùng gỗ 12 tháng", "we age it in wooden vats for 12 months", "木の樽で12か月熟成させています"],
  ]);
  expect(tell("nước mắm Gành Đỏ ủ mười lăm tháng trong lu sành", "practice")).toEqual([
    ["nhà em ủ trong lu sành 15 tháng", "we age it in earthenware jars for 15 months", "甕で15か月熟成させています"],
  ]);
  expect(tell("nuoc mam nhi phu quoc u chuop 12 thang thung go boi loi", "practice")[0]?.[1]).toBe(
    "we age it in wooden vats for 12 months",
  );
  expect(tell("nước mắm Cát Hải ủ chum", "practice")).toEqual([
    ["nhà em ủ trong chum sành", "we age it in earthenware jars", "甕で熟成させています"],
  ]);
  expect(tell("nước mắm Phan Thiết, ủ chượp theo nghề nhà", "practice")).toEqual([
    ["nhà tui ủ chượp", "we ferment fish in salt", "魚を塩で発酵させています"],
  ]);
  expect(tell("nước mắm Nam Ô ủ chượp 18 tháng", "practice")[0]?.[1]).toBe("we ferment fish in salt for 18 months");
});

test("an award by its metal or its paper", () => {
  expect(tell("cà phê Cầu Đất được huy chương bạc hội chợ 2021", "award")).toEqual([
    ["huy chương bạc, năm 2021", "a silver medal in 2021", "2021年に銀メダル"],
  ]);
  expect(tell("bột ca cao Ea Kar, đạt giải bạc cuộc thi ca cao 2024", "award")[0]?.[2]).toBe("2024年に銀賞");
  expect(tell("chè Tân Cương, bằng khen của UBND tỉnh năm 2021", "award")[0]?.[1]).toBe("a certificate of merit in 2021");
  expect(tell("chè Tân Cương, huy chương vàng hội chợ 2021", "award")).toEqual([]);
});

test("how a craft is made", () => {
  expect(tell("gốm Bát Tràng vẽ tay men lam", "practice")).toEqual([["nhà em vẽ bằng tay", "we paint it by hand", "手で絵を描いています"]]);
  expect(tell("tượng gỗ Sơn Đồng chạm khắc bằng tay", "practice")).toEqual([
    ["nhà em chạm khắc bằng tay", "we carve them by hand", "手で彫っています"],
  ]);
  expect(tell("gốm Phù Lãng nung củi", "practice")).toEqual([["nhà em nung bằng củi", "we fire it with wood", "薪で焼き上げています"]]);
  expect(tell("khăn thổ cẩm Lùng Tám nhuộm chàm", "practice")).toEqual([
    ["nhà em nhuộm chàm", "we dye them with indigo", "藍で染めています"],
  ]);
});
