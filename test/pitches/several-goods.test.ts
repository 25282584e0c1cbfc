import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

/** Intro, loop and cards of several stories from the same notes, in all languages. */
function toldOf(notes: string): string {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  return ["story-1", "story-2", "story-3", "story-4"]
    .flatMap((storyId) => LANGUAGES.map((language) => writePitchByRules({ storyId, facts, language, words, said })))
    .flatMap(({ intro, loop, answers }) => [...intro, ...loop].map(({ say }) => say).concat(answers.map(({ answer }) => answer)))
    .join("\n");
}

test("a line that fits one kind of goods is told where all are of that kind, and of no others", () => {
  const OF_TEA = /\b(?:teapot|brew|cup|packet)|pha một ấm|ấm trà|急須|湯呑/iu;
  expect(toldOf("Trà shan tuyết Hà Giang 500k/kg, trà sen Tây Hồ 900k/kg")).toMatch(OF_TEA);
  expect(toldOf("Trà shan tuyết Hà Giang 500k/kg. Gốm Bát Tràng men rạn 650k/chiếc")).not.toMatch(OF_TEA);
  const OF_FRUIT = /\bfruit\b|trái cây|hoa quả|果物/iu;
  expect(toldOf("Sầu riêng Cái Mơn 120k/kg, măng cụt 60k/kg")).toMatch(OF_FRUIT);
  expect(toldOf("Sầu riêng Cái Mơn 120k/kg. Mật ong hoa nhãn 200k/lít")).not.toMatch(OF_FRUIT);
});

test("the degrees of a fish sauce are told of it alone", () => {
  const told = toldOf("Mực một nắng Nam Ô 500k/kg. Nước mắm Nam Ô 90k/lít, 40 độ đạm");
  expect(told).toMatch(/the fish sauce, the number is 40 degrees N|Our fish sauce, to be exact, is 40 degrees N/u);
  expect(told).not.toMatch(/products (?:is|are) 40|Hàng nhà (?:em|tui|mình) 40|商品の窒素度/iu);
});
