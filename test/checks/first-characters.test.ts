import fc from "fast-check";
import { expect, test } from "vitest";
import { firstCharacters } from "#checks/first-characters.ts";

test.each([
  ["ngon nhất|số 1", "ns"],
  ["(?<!思った)より(?:も)?甘", "よ"],
  ["(?!ít)(?:rất )?ngon", "rn"],
  ["[a-c]{0,2}x", "abcx"],
  ["\\d{1,9}%", "0123456789"],
])("%s begins with one of %s", (source, characters) => {
  expect(firstCharacters(source)).toEqual(new Set(characters));
});

test.each(["\\p{L}+er than", "a?", "[^a]b", ".b", "(?:a|)"])("%s may begin with anything", (source) => {
  expect(firstCharacters(source)).toBeUndefined();
});

test("whatever an expression matches begins with one of its first characters", () => {
  const atom = fc.constantFrom("a", "b", "[ab]", "(?:ab|c)", "\\d", "d?", "(?:e|f?)", "(?<!a)", "(?=c)", "[c-e]{0,2}");
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 4 }), fc.string({ unit: fc.constantFrom(..."abcdef01") }), (atoms, text) => {
      const source = atoms.join("");
      const first = firstCharacters(source);
      for (const [match] of text.matchAll(new RegExp(source, "gu"))) expect(first === undefined || first.has(match.charAt(0))).toBe(true);
    }),
  );
});
