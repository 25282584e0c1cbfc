import { expect, test } from "vitest";
import { checkLanguage } from "#checks/check-language.ts";
import { loadWords } from "#i18n/words.ts";

const say = loadWords().in("en", "findings");
const OTHER =
  /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test("no letter of another script passes for a usual one", () => {
  const others = units.filter((unit) => OTHER.test(unit));
  expect(others.length).toBeGreaterThan(12_000);
  expect(others.filter((unit) => checkLanguage({ language: "vi", text: `Bán ${unit.repeat(3)} ngon`, say }).length === 0)).toEqual([]);
});
