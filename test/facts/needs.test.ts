import fc from "fast-check";
import { expect, test } from "vitest";
import { lighten } from "#facts/fold.ts";
import { heldBy, isMet, neededBy } from "#facts/needs.ts";

test.each([
  ["ngon nhất", "ngon lắm", "ngon nhất"],
  ["(?:rất )?ngon", "ngọt", "ngon"],
  ["giảm (?:đau|sốt)", "giảm giá, đầu tư", "giảm sốt"],
  ["không(?: \\p{L}+){0,3} thuốc", "không phân", "không dùng thuốc"],
  ["(?=vitamin)\\p{L}+ c", "chanh c", "vitamin c"],
  ["\\d{1,3}か国", "3箱", "3か国"],
  ["(?:một|1|)(?:ký|cân){1,2}", "một tạ", "1ký"],
  ["an(?!h)toàn", "an, toàn", "antoàn"],
])("%s is not looked for in %j, but in %j", (source, without, within) => {
  const needs = neededBy(new RegExp(source, "u"));
  expect(isMet(needs, heldBy(lighten(without)))).toBe(false);
  expect(isMet(needs, heldBy(lighten(within)))).toBe(true);
});

const atom = fc.constantFrom(
  "a",
  "bc",
  "def",
  "[ab]",
  "(?:ab|cde)",
  "(?:abcd|e.|f)",
  "(?:a(?:b|cd)?|(?:c|(?!de)d)e)",
  "(?:ab|)",
  "(b|cde)",
  "(?<x>ef)?",
  "\\d",
  "(?:bc){2}",
  "(?:ef)*",
  "d+",
  "(?!ab)",
  "(?<!a)",
  "(?=cd|e)",
  "(?<=ab|c)",
  "^",
  "🍊",
);
const sources = fc
  .array(fc.uniqueArray(atom, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((either) => either.map((atoms) => atoms.join("")).join("|"));
const texts = fc.string({ unit: fc.constantFrom(..."abcdef0", "🍊"), maxLength: 24 });

test("a text that an expression matches in holds all that it needs", () => {
  fc.assert(
    fc.property(sources, texts, (source, text) => {
      const pattern = new RegExp(source.replaceAll("?<x>", ""), "u");
      fc.pre(pattern.test(text));
      expect(isMet(neededBy(pattern), heldBy(lighten(text)))).toBe(true);
    }),
  );
});
