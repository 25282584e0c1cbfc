import { expect, test } from "vitest";
import { restore } from "#facts/restore.ts";
import { indications } from "#lexicon/geographical-indications.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { withoutMarks } from "../facts/without-marks.ts";

test("are many, each of a place and goods that the lexicon knows", () => {
  expect(indications.length).toBeGreaterThanOrEqual(40);
  expect(new Set(indications.map(({ name, goods }) => `${goods} ${name}`)).size).toBe(indications.length);
  for (const { name, place, product } of indications) {
    expect([name, findTerm(place)?.kind]).toEqual([name, "place"]);
    if (product !== undefined) expect([name, findTerm(product)?.kind]).toEqual([name, "product"]);
  }
});

test("are named in Japan as registered there", () => {
  const japanese = indications.flatMap(({ name, abroad = [] }) =>
    abroad.filter(({ market }) => market === "jp").map((row) => [name, row.number, row.names]),
  );
  expect(japanese).toEqual([
    ["Bình Thuận", "110", ["ビントゥアン ドラゴンフルーツ", "タインロン ビントゥアン", "Binh Thuan Dragon Fruit", "Thanh long Bình Thuận"]],
    ["Lục Ngạn", "107", ["ルックガン ライチ", "ヴァイティエウ ルックガン"]],
  ]);
});

test("get back all their marks in bare notes", () => {
  for (const { name, goods } of indications) {
    const marked = `${goods} ${name}`;
    expect(restore(`nha em co ${withoutMarks(marked)} gia 90k`)).toBe(`nhà em có ${marked} giá 90k`);
    expect(restore(withoutMarks(marked).toLowerCase()).toLowerCase()).toBe(marked.toLowerCase());
  }
});
