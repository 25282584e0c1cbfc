import fc from "fast-check";
import { expect, test } from "vitest";
import { BEGINNING, beginningsOf } from "#checks/beginnings.ts";

test.each([
  ["ngon nhất|số 1", ["ngo", "số "]],
  ["(?<!思った)より(?:も)?甘", ["よりも", "より甘"]],
  ["(?!ít)(?:rất )?ngon", ["rất", "ngo"]],
  ["[a-c]{0,2}x", ["a", "b", "c", "x"]],
  ["[ab]?xy", ["axy", "bxy", "xy"]],
  ["1 ?%|5\\p{L}", ["1 %", "1%", "5"]],
  ["\\d{1,9}%", [..."0123456789"]],
])("%s begins with one of %s", (source, strings) => {
  expect(beginningsOf(source)).toEqual(new Set(strings));
});

test.each(["\\p{L}+er than", "a?", "[^a]b", ".b", "(?:a|)"])("%s may begin with anything", (source) => {
  expect(beginningsOf(source)).toBeUndefined();
});

test("whatever an expression matches begins with one of its beginnings", () => {
  const atom = fc.constantFrom(
    "a",
    "b",
    "[ab]",
    "(?:ab|c)",
    "(?:abcd|e.|f)",
    "\\d",
    "d?",
    "(?:e|f?)",
    "(?<!a)",
    "(?=c)",
    "[c-e]{0,2}",
    "c+",
  );
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 5 }), fc.string({ unit: fc.constantFrom(..."abcdef01") }), (atoms, text) => {
      const source = atoms.join("");
      const begins = beginningsOf(source);
      const cuts = Array.from({ length: BEGINNING }, (_, index) => index + 1);
      for (const [match] of text.matchAll(new RegExp(source, "gu")))
        expect(begins === undefined || cuts.some((length) => begins.has(match.slice(0, length)))).toBe(true);
    }),
  );
});
