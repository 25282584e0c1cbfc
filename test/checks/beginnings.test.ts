import fc from "fast-check";
import { expect, test } from "vitest";
import { BEGINNING, mayBeginAnyhow, variantsOf } from "#checks/beginnings.ts";
import { openBeginnings } from "#checks/candidates.ts";
import { lighten } from "#facts/fold.ts";

test.each([
  ["ngon nhất|số 1", { "ngon nhất": ["ngon nhất"], "số 1": ["số 1"] }],
  ["(?<!思った)より(?:も)?甘", { "(?<!思った)より(?:も)?甘": ["よりも甘", "より甘"] }],
  ["(?!ít)(?:rất )?ngon", { "(?!ít)rất ngon": ["rất ngon"], "(?!ít)ngon": ["ngon"] }],
  ["(?:a|(?:b|c)d)e|f", { ae: ["ae"], bde: ["bde"], cde: ["cde"], f: ["f"] }],
  ["(?:(?!ab)a|b)?c", { "(?!ab)ac": ["ac"], bc: ["bc"], c: ["c"] }],
  ["[a-c]{0,2}x", { "[a-c]{0,2}x": ["a", "b", "c", "x"] }],
  ["[ab]?xy", { "[ab]xy": ["axy", "bxy"], xy: ["xy"] }],
  ["1 ?%|5\\p{L}", { "1 ?%": ["1 %", "1%"], "5\\p{L}": ["5"] }],
  ["\\d{1,9}%", { "\\d{1,9}%": [..."0123456789"] }],
])("%s begins in one of these ways", (source, ways) => {
  const variants = variantsOf(source).map((variant) => [variant.source, variant.strings]);
  expect(variants).toEqual(Object.entries(ways).map(([variant, strings]) => [variant, new Set(strings)]));
});

test.each(["\\p{L}+er than", "a?", "[^a]b", ".b", "(?:a|)"])("%s may begin with anything", (source) => {
  expect(variantsOf(source).some(mayBeginAnyhow)).toBe(true);
});

const atom = fc.constantFrom(
  "a",
  "b",
  "[ab]",
  "(?:ab|c)",
  "(?:abcd|e.|f)",
  "(?:a(?:b|cd)?|(?:c|(?!de)d)e)",
  "\\d",
  "d?",
  "(?:bc)?",
  "(?:d|ef)??",
  "(?:e|f?)",
  "(?<!a)",
  "(?=c)",
  "[c-e]{0,2}",
  "c+",
);
const sources = fc
  .array(fc.array(atom, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((either) => either.map((atoms) => atoms.join("")).join("|"));
const texts = fc.string({ unit: fc.constantFrom(..."abcdef01"), maxLength: 20 });

test("whatever an expression matches begins with a beginning of one of its variants", () => {
  fc.assert(
    fc.property(sources, texts, (source, text) => {
      const variants = variantsOf(source);
      const cuts = Array.from({ length: BEGINNING }, (_, index) => index + 1);
      for (const [match] of text.matchAll(new RegExp(source, "gu")))
        expect(
          variants.some(mayBeginAnyhow) || variants.some(({ strings }) => cuts.some((length) => strings.has(match.slice(0, length)))),
        ).toBe(true);
    }),
  );
});

test("where a text begins in some of its ways and holds what they need, those alone match what the whole expression does", () => {
  fc.assert(
    fc.property(sources, texts, (source, text) => {
      const variants = variantsOf(source);
      fc.pre(!variants.some(mayBeginAnyhow));
      const ways = variants.map((variant) => ({ ...variant, pattern: () => new RegExp(variant.source, "uy") }));
      const candidatesAt = openBeginnings([{ ways }])(lighten(text));
      for (const place of text.split("").keys()) {
        const matchOf = (pattern: RegExp) => {
          pattern.lastIndex = place;
          return pattern.exec(text)?.[0];
        };
        const first = candidatesAt(place).flatMap(({ pattern }) => matchOf(pattern) ?? [])[0];
        expect(first).toBe(matchOf(new RegExp(source, "uy")));
      }
    }),
  );
});
