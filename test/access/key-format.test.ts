import fc from "fast-check";
import { expect, test } from "vitest";
import { keyIdOf, makeKey } from "#access/key-format.ts";

test("a key is told from a mistyped one without a store", () => {
  const { id, key } = makeKey();
  expect(keyIdOf(key)).toBe(id);
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom("0", "7", "a", "f", "k", "z", "_"), (at, put) => {
      const altered = key.slice(0, at) + put + key.slice(at + 1);
      fc.pre(altered !== key);
      expect(keyIdOf(altered)).toBeUndefined();
    }),
  );
});

test("no text at all breaks the reading of a key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(keyIdOf(text)).toBeUndefined();
    }),
  );
});

test("ten thousand keys are ten thousand different ones", () => {
  const keys = Array.from({ length: 10_000 }, makeKey);
  expect(new Set(keys.flatMap(({ id, key }) => [id, key])).size).toBe(20_000);
});
