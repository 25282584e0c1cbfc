import { expect, test } from "vitest";
import { unitTable } from "#lexicon/units.ts";

test.each([
  ["thùng", "carton", "ケース", "box"],
  ["hộp", "gift box", "化粧箱", "box"],
  ["sọt", "crate", "箱", "box"],
  ["bao", "sack", "袋", "bag"],
  ["khay", "tray", "トレー", "pack"],
  ["gói", "sachet", "小袋", "pack"],
  ["chai", "bottle", "ペットボトル", "bottle"],
  ["lon", "tin", "缶", "jar"],
  ["hũ", "tub", "カップ", "jar"],
  ["nải", "bunch", "房", "bunch"],
  ["bó", "bouquet", "花束", "bunch"],
  ["trái", "fruit", "玉", "fruit"],
] as const)("%s, %s and %s are one pack of the contract: %s", (vi, en, ja, unit) => {
  const rows = [unitTable("vi").exact.get(vi), unitTable("en").exact.get(en), unitTable("ja").exact.get(ja)];
  expect(rows.map((row) => row?.unit)).toEqual([unit, unit, unit]);
});

test.each([
  ["giỏ", "basket", "かご", 1],
  ["con", "piece", "尾", 1],
  ["cành", "stem", "鉢", 1],
  ["đôi", "pair", "対", 2],
] as const)("%s, %s and %s count things that the contract has no unit for", (vi, en, ja, factor) => {
  for (const row of [unitTable("vi").exact.get(vi), unitTable("en").exact.get(en), unitTable("ja").exact.get(ja)])
    expect([row?.unit, row?.dimension, row?.factor]).toEqual([undefined, "count", factor]);
});

test("a bare `gio` is an hour and a bare `ro` is clear, no basket", () => {
  expect(unitTable("vi").folded.get("gio")?.unit).toBe("hour");
  expect(unitTable("vi").folded.get("ro")).toBeUndefined();
});
