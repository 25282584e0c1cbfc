import { expect, test } from "vitest";
import { acceptModelFacts } from "#facts/accept-model-facts.ts";
import type { CandidateFact } from "#facts/ask-model-for-facts.ts";
import type { Fact } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const NOTES = "Nhãn lồng, vỏ mỏng, chưa có VietGAP, 35k/kg. Sang năm đóng hộp 1kg. Nghe nói ngọt 22 brix. Uống vào mát gan.";
const words = { notes: NOTES, answers: [{ questionId: "q-stock", text: "còn hai tấn, hái tay cả" }] };
const rules = readFactsByRules(words, ["vn"]).facts;
const candidate = (kind: Fact["kind"], quote: string, rest: Partial<CandidateFact> = {}): CandidateFact => ({
  kind,
  source: "notes",
  quote,
  text: quote,
  ...rest,
});
const accept = (...candidates: CandidateFact[]) => {
  const { facts, dropped } = acceptModelFacts(words, rules, candidates);
  return { added: facts.slice(rules.length), dropped };
};

test("what the rules did not read is taken over where it stands in the words, with the words' own offsets", () => {
  const { added, dropped } = accept(candidate("size", "vo mong"));
  expect([added.map(({ quote, start, end }) => [quote, NOTES.slice(start, end)]), dropped]).toEqual([[["vỏ mỏng", "vỏ mỏng"]], 0]);
});

test.each<[string, CandidateFact]>([
  ["a quote that nobody wrote", candidate("taste", "ngọt lịm")],
  ["a certificate that is not there yet", candidate("certification", "VietGAP")],
  ["an amount other than the one said", candidate("price", "35k/kg", { amount: { min: 36_000, max: 36_000, unit: "VND", per: "kg" } })],
  ["an amount of the wrong kind", candidate("stock", "35k/kg", { amount: { min: 35_000, max: 35_000, unit: "VND", per: "kg" } })],
  ["a text that brings a number of its own", candidate("size", "vỏ mỏng", { text: "vỏ mỏng 2 mm" })],
  ["a plan", candidate("pack", "hộp 1kg", { amount: { min: 1, max: 1, unit: "kg", per: "box" } })],
  ["hearsay", candidate("sweetness", "22 brix", { amount: { min: 22, max: 22, unit: "brix" } })],
  ["a health claim", candidate("story", "mát gan")],
  ["a unit that no schema knows", candidate("price", "35k/kg", { amount: { min: Number.NaN, max: 35_000, unit: "VND" } })],
])("dropped and counted: %s", (_what, wrong) => {
  expect(accept(wrong)).toEqual({ added: [], dropped: 1 });
});

test("a model may give words their marks back, and add none", () => {
  const bare = { notes: "nhan long vo mong", answers: [] };
  const told = (text: string) => acceptModelFacts(bare, [], [candidate("size", "vo mong", { text })]).facts.map((fact) => fact.text);
  expect(told("vỏ mỏng")).toEqual(["vỏ mỏng"]);
  expect(told("vỏ mỏng, ngon nhất vùng")).not.toEqual(["vỏ mỏng, ngon nhất vùng"]);
});

test("a date must be said in the quote; a month begins on its first day and ends on its last", () => {
  const season = (quote: string, date: Fact["date"]) =>
    acceptModelFacts({ notes: `mùa nhãn ${quote}`, answers: [] }, [], [candidate("season", quote, { date })]);
  expect(season("20/7", { from: "--07-20" }).dropped).toBe(0);
  expect(season("20/7", { from: "--07-20", to: "--08-25" }).dropped).toBe(1);
  expect(season("tháng 7", { from: "--07-01", to: "--07-31" }).dropped).toBe(0);
  expect(season("tháng 7", { from: "--07-15" }).dropped).toBe(1);
});

test("a fact of an answer keeps its source; what the rules read already is neither added nor counted", () => {
  const { added, dropped } = accept(candidate("practice", "hái tay", { source: "answer:q-stock" }), candidate("price", "35k/kg"));
  expect([added, dropped]).toEqual([[], 0]);
  expect(rules.find(({ kind }) => kind === "practice")?.source).toBe("answer:q-stock");
});
