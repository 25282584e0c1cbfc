import { describe, expect, test } from "vitest";
import { acceptModelFacts } from "#facts/accept-model-facts.ts";
import { saysTheSame } from "#facts/says-the-same.ts";

describe("a model's text of a quote", () => {
  test.each([
    ["vỏ mỏng", "vo mong"],
    ["35.000 đồng một ký", "35k/ký"],
    ["không phun thuốc", "ko phun thuốc"],
    ["giao hàng toàn quốc", "ship toàn quốc"],
    ["độ ngọt 18 đến 20 độ Brix", "độ ngọt 18-20 brix"],
    ["Từ 10/6 đến 20/7", "từ 10/6 - 20/7"],
  ])("may restore and spell out: %s", (text, quote) => expect(saysTheSame(text, quote)).toBe(true));

  test.each([
    ["vỏ mỏng, hạt nhỏ", "vo mong"],
    ["đạt chuẩn GlobalGAP", "dat chuan"],
    ["không phun thuốc", "phun thuốc"],
    ["phun thuốc", "không phun thuốc"],
    ["không phun thuốc 35k", "phun thuốc 35k"],
    ["hái ở Đà Lạt", "hái"],
  ])("adds nothing and denies nothing: %s", (text, quote) => expect(saysTheSame(text, quote)).toBe(false));

  test("is left, where it does, for the quote itself", () => {
    const candidates = [{ kind: "practice" as const, source: "notes", quote: "bao trai", text: "bao trái theo chuẩn Nhật" }];
    const { facts } = acceptModelFacts({ notes: "xoai nha em bao trai", answers: [] }, [], candidates);
    expect(facts.map(({ text }) => text)).not.toContain("bao trái theo chuẩn Nhật");
    expect(facts).toHaveLength(1);
  });
});
