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

test("from how much on delivery is free, and nothing where the notes leave that open", () => {
  expect(tell("trà Thái Nguyên gói 100g 60k, đơn từ 5 gói freeship")).toEqual([
    [
      "đơn từ 5 gói trở lên nhà em miễn phí giao hàng",
      "delivery is free for orders of 5 packs or more",
      "5パック以上のご注文は送料無料です",
    ],
  ]);
  expect(tell("cam Cao Phong 30k/kg, mua 10 ký trở lên em bao ship Hà Nội")[0]?.[2]).toBe(
    "ハノイへお届けし、10キロ以上のご注文は送料無料です",
  );
  expect(tell("cam Cao Phong 30k/kg, miễn phí giao hàng nội thành Hà Nội")[0]?.[1]).toContain("delivery is free");
  expect(tell("cam Cao Phong 30k/kg, ship Hà Nội, gần thì freeship").join(" ")).not.toMatch(/free/);
});

test("that the buyer pays the freight", () => {
  expect(tell("dưa hấu Long An 8k/kg, xe tải chở tới chợ Hóc Môn nhưng mà khách trả tiền xe")[0]?.[2]).toContain(
    "送料はお客様のご負担です",
  );
});

test("a lead time is not how long delivery takes", () => {
  expect(tell("Chiếu cói Kim Sơn 300k/đôi. Wholesale lead time 25 days")).toEqual([
    ["từ lúc đặt tới lúc có hàng là 25 ngày", "the lead time is 25 days", "ご注文からお渡しまで25日です"],
  ]);
});
