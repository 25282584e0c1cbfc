import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, lighten } from "#facts/fold.ts";
import { locateQuote } from "#facts/locate-quote.ts";

test("folding takes Vietnamese marks off, whatever the form of Unicode they came in", () => {
  for (const form of ["NFC", "NFD"] as const) expect(fold("Vải thiều Đà Lạt".normalize(form)).text).toBe("vai thieu da lat");
  expect(fold("１２キロ、ガラス").text).toBe("12キロ、ガラス");
});

test("both places for a tone mark are one word", () => {
  expect(lighten("hoà thuỷ quý").text).toBe(lighten("hòa thủy quý").text);
});

test("a match on folded text cuts the raw quote with its marks and emoji whole", () => {
  const notes = "🥭 Xoài cát Hòa Lộc 👨‍🌾 ngọt".normalize("NFD");
  const folded = fold(notes);
  const at = folded.text.indexOf("hoa loc");
  const { start, end, quote } = folded.span(at, at + "hoa loc".length);
  expect(notes.slice(start, end)).toBe(quote);
  expect(quote.normalize("NFC")).toBe("Hòa Lộc");
});

test("every span of any folded text lies in the raw text and cuts what it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(80), fc.nat(80), (raw, from, length) => {
      for (const folded of [fold(raw), lighten(raw)]) {
        const start = Math.min(from, folded.text.length);
        const end = Math.min(start + length, folded.text.length);
        const span = folded.span(start, end);
        expect(raw.slice(span.start, span.end)).toBe(span.quote);
      }
    }),
  );
});

test("a model's quote is found with other case, spaces and without marks, and never inside a word", () => {
  const words = { notes: "Vải  thiều Lục Ngạn, 35k/kg", answers: [{ questionId: "q-stock", text: "còn 2 tấn" }] };
  expect(locateQuote(words, "vai thieu luc ngan")).toEqual({ source: "notes", start: 0, end: 19, quote: "Vải  thiều Lục Ngạn" });
  expect(locateQuote(words, "Còn 2 tấn")?.source).toBe("answer:q-stock");
  expect(locateQuote(words, "thie")).toBeUndefined();
});
