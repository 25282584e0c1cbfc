import { expect, test } from "vitest";
import { lighten } from "#facts/fold.ts";
import { openPhraseBook, phrasesIn } from "#facts/phrase-book.ts";
import { readTokens } from "#facts/tokens.ts";

const sets = { no: ["không", "chưa từng"], poison: ["thuốc", "thuốc trừ sâu", "hóa chất"], deny: ["{no}", "chẳng"] };
const cues = {
  clean: ["{deny} (phun|xịt) {poison}"],
  left: ["còn (lại)"],
  dried: ["phơi # nắng|ngày", "phơi nắng"],
  given: ["giá _ rẻ"],
  carried: ["~chở"],
};
const book = openPhraseBook(sets, cues);
const same = new Map([["ko", "không"]]);
const find = (text: string) =>
  phrasesIn(book, readTokens(lighten(text)), same).map(({ cue, start, end }) => `${cue}: ${text.slice(start, end)}`);

test.each<[string, string[]]>([
  ["vườn không phun thuốc trừ sâu nha", ["clean: không phun thuốc trừ sâu"]],
  ["vuon khong phun thuoc tru sau nha", ["clean: khong phun thuoc tru sau"]],
  ["vườn ko xịt thuốc", ["clean: ko xịt thuốc"]],
  ["chưa từng thuốc, chẳng hóa chất", ["clean: chưa từng thuốc", "clean: chẳng hóa chất"]],
  ["còn lại 5kg, còn 2", ["left: còn lại", "left: còn"]],
  ["phơi 3 nắng rồi phơi nắng", ["dried: phơi 3 nắng", "dried: phơi nắng"]],
  ["phơi hai nắng", ["dried: phơi hai nắng"]],
  ["giá quá rẻ", ["given: giá quá rẻ"]],
])("%s", (text, phrases) => expect(find(text)).toEqual(phrases));

test("a word without its mark is that word only where its neighbours have none either", () => {
  expect(find("đàn gà có năm con mái đẻ")).toEqual([]);
  expect(find("vuon nha con 2 tan")).toEqual(["left: con"]);
});

test("a word that keeps its marks is never matched without them", () => {
  expect(find("chở ra chợ")).toEqual(["carried: chở"]);
  expect(find("cho ra cho")).toEqual([]);
});

test("sentences and signs between break a phrase", () => {
  expect(find("không. phun thuốc")).toEqual([]);
});

test("a set that does not exist and a phrase that may be nothing are mistakes in the data", () => {
  expect(() => openPhraseBook({}, { wrong: ["{nothing}"] })).toThrow(/nothing/);
  expect(() => openPhraseBook({}, { wrong: ["(có) (lẽ)"] })).toThrow(/may be nothing/);
});
