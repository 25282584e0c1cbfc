import { describe, expect, test } from "vitest";
import type { Amount } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const NOTES = "Na dai Chi Lăng";

function answer(about: string, text: string) {
  const questionId = `q-${about}`;
  const { facts, questions } = readFactsByRules({ notes: NOTES, answers: [{ questionId, text }] }, ["vn", "us"]);
  const told = facts.filter(({ source }) => source === `answer:${questionId}`);
  for (const { quote, start, end } of told) expect(text.slice(start, end)).toBe(quote);
  return { told, asked: questions.map(({ id }) => id).includes(questionId) };
}

const kg = (min: number): Amount => ({ min, max: min, unit: "kg" });

describe("a short answer is read with its question", () => {
  test.each<[about: string, text: string, quote: string, amount: Amount]>([
    ["minimum-order", "30kg", "30kg", kg(30)],
    ["minimum-order", "từ 30kg", "từ 30kg", kg(30)],
    ["minimum-order", "tu 30kg nha", "tu 30kg", kg(30)],
    ["minimum-order", "dạ, 2 thùng ạ", "2 thùng", { min: 2, max: 2, unit: "box" }],
    ["minimum-order", "không, từ 5 ký", "từ 5 ký", kg(5)],
    ["stock", "3 tấn", "3 tấn", { min: 3, max: 3, unit: "t" }],
    ["stock", "khoảng 3 tấn", "khoảng 3 tấn", { min: 3, max: 3, unit: "t" }],
    ["stock", "khoang 3 tan", "khoang 3 tan", { min: 3, max: 3, unit: "t" }],
    ["shelf-life", "12 ngày", "12 ngày", { min: 12, max: 12, unit: "day" }],
    ["shelf-life", "da 6 thang", "6 thang", { min: 6, max: 6, unit: "month" }],
    ["pack", "10kg", "10kg", kg(10)],
    ["pack", "tầm 10 ký thôi", "10 ký", kg(10)],
    ["price", "35k", "35k", { min: 35_000, max: 35_000, unit: "VND" }],
  ])("%s: %s", (about, text, quote, amount) => {
    const { told, asked } = answer(about, text);
    expect(told.map((fact) => [fact.kind, fact.quote, fact.amount])).toEqual([[about, quote, amount]]);
    expect(asked).toBe(false);
  });

  test.each([
    ["delivery", "xe khách"],
    ["delivery", "bưu điện"],
    ["storage", "tủ lạnh"],
    ["origin", "Vân An"],
    ["pack", "thùng xốp"],
  ])("%s: %s", (about, text) => {
    expect(answer(about, text).told.map(({ kind, quote }) => [kind, quote])).toEqual([[about, text]]);
  });
});

test.each([
  ["certification", "chưa có"],
  ["certification", "dạ hông ạ"],
  ["minimum-order", "bao nhiêu cũng bán"],
  ["stock", "hết rồi"],
  ["delivery", "không"],
  ["delivery", "tùy chỗ"],
  ["shelf-life", "chưa biết"],
])("there is nothing to tell, and nothing to ask again, of %s: %s", (about, text) => {
  expect(answer(about, text)).toEqual({ told: [], asked: false });
});

test("an answer that tells nothing is asked for again, and is no product", () => {
  expect(answer("minimum-order", "vài thùng")).toEqual({ told: [], asked: true });
  expect(answer("minimum-order", "20")).toEqual({ told: [], asked: true });
  expect(answer("certification", "giấy gì em")).toEqual({ told: [], asked: true });
  expect(readFactsByRules({ notes: "", answers: [{ questionId: "q-product", text: "bún ngũ sắc" }] }, ["vn"]).facts[0]?.kind).toBe(
    "product",
  );
});
