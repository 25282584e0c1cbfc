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
