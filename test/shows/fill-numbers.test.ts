import { expect, test } from "vitest";
import { fillNumbers } from "#shows/fill-numbers.ts";

const change = (from: number, to: number) => [{ from, to, occurrence: 0 }];

test.each([
  ["5キロ箱は22万5千ドンです。", 225_000, 210_000, "5キロ箱は21万ドンです。"],
  ["10キロ箱は40万ドンです。", 400_000, 385_000, "10キロ箱は38万5千ドンです。"],
  ["1キロ3.5万ドンです。", 35_000, 36_000, "1キロ3.6万ドンです。"],
  ["1箱225,000ドンです。", 225_000, 210_000, "1箱210,000ドンです。"],
])("a Japanese price said anew is written as the line writes its own: %s", (line, from, to, filled) => {
  expect(fillNumbers(line, "ja", change(from, to), [from, 5, 10, 1])).toBe(filled);
});
