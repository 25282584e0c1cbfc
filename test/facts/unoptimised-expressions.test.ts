import { setFlagsFromString } from "node:v8";
import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

test("a name is read however the engine compiles its expressions, as it does less well once a process holds many", () => {
  setFlagsFromString("--no-regexp-optimization");
  const { facts } = readFactsByRules({ notes: "Bán mật ong rừng, cần gì gọi A Páo: 0385 227 904", answers: [] }, ["vn"]);
  setFlagsFromString("--regexp-optimization");
  expect(facts.filter(({ kind }) => kind === "grower").map(({ quote }) => quote)).toEqual(["A Páo"]);
});
