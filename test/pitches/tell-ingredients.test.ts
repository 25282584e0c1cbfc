import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";
import { labelPack } from "#pitches/label-pack.ts";
import { tellNotes } from "./tell-notes.ts";

const SAUCE = "Nước mắm Phan Thiết, thành phần: cá cơm, muối. Chai 500ml giá 60k";

test("what goods are made of is told in the grower's order", () => {
  expect(tellNotes(SAUCE, "practice")).toEqual([
    ["nhà tui làm từ cá cơm và muối", "we make it from anchovies and salt", "カタクチイワシと塩から作っています"],
  ]);
  expect(tellNotes("nuoc mam phan thiet thanh phan ca com, muoi bien. chai 500ml 60k", "practice")[0]?.[1]).toBe(
    "we make it from anchovies and salt",
  );
});

test("of nothing else, where the notes say so", () => {
  expect(tellNotes("Bánh chưng gù Hà Giang, chỉ có nếp, đậu xanh, thịt ba chỉ, không chất bảo quản, 50k/cái", "practice")).toEqual([
    [
      "nhà em chỉ làm từ gạo nếp, đậu xanh và thịt ba chỉ, không dùng chất bảo quản",
      "we make them only from sticky rice, mung beans, and pork belly and use no preservatives",
      "もち米、緑豆、豚ばら肉だけで作り、保存料は使っていません",
    ],
  ]);
  expect(tellNotes("Bún khô làm từ 100% gạo Bao Thai, gói 500g 25k", "practice")).toEqual([
    [
      "nhà em làm từ 100 phần trăm gạo Bao Thai",
      "we make them from 100 percent Bao Thai rice",
      "バオタイ種のお米100パーセントで作っています",
    ],
  ]);
});

test("a filling is no whole cake", () => {
  expect(tellNotes("Bánh pía Sóc Trăng, nhân có đậu xanh, sầu riêng, lòng đỏ trứng, hộp 60k", "practice")).toEqual([
    [
      "bên trong là nhân đậu xanh, sầu riêng và lòng đỏ trứng",
      "the filling is mung beans, durian, and egg yolks",
      "具は緑豆、ドリアン、卵黄です",
    ],
  ]);
});

test("a list with a name that nobody knows is not told in part, and what is in stock is no ingredient", () => {
  expect(tellNotes("Mắm Huế, thành phần: tôm, xà pạch, muối. Hũ 60k", "practice")).toEqual([]);
  expect(tellNotes("Vườn giờ chỉ có cam sành, bưởi da xanh. Cam 20k/kg", "practice")).toEqual([]);
});

test("what goods are made of stands on their pack, for the grower to complete", () => {
  const { facts } = readFactsByRules({ notes: SAUCE, answers: [] }, ["vn"]);
  const rows = labelPack({ facts, markets: ["vn"], family: "fish-sauce", words: loadWords() });
  expect(rows.find(({ field }) => field === "ingredients")).toMatchObject({
    value: { vi: "Cá cơm, muối", en: "Anchovies, salt", ja: "カタクチイワシ、塩" },
    status: "incomplete",
  });
});
