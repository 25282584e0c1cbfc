import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { Market } from "#i18n/language.ts";

const read = (notes: string, ...markets: Market[]) => readFactsByRules({ notes, answers: [] }, markets);
const kinds = (notes: string, ...markets: Market[]) => read(notes, ...markets).conflicts.map(({ kind }) => kind);

test.each<[string, Market[], string]>([
  ["Vải thiều Lục Ngạn, có chứng nhận hữu cơ EU, 40k/kg", ["jp"], "organic-fumigated"],
  ["Vải thiều Lục Ngạn, có chứng nhận hữu cơ EU, 40k/kg", ["us"], "organic-irradiated"],
  ["Thanh long ruột đỏ Bình Thuận, chứng nhận hữu cơ USDA", ["us"], "organic-irradiated"],
  ["Vải thiều Lục Ngạn không hóa chất", ["jp"], "no-chemicals-fumigated"],
  ["Sầu riêng Ri6 Chợ Lách 90k/kg", ["vn", "jp"], "not-open-to-japan"],
  ["Bưởi da xanh Bến Tre 45k/trái", ["jp"], "not-open-to-japan"],
  ["Vải u hồng Phương Nam 60k/kg", ["jp"], "variety-not-open-to-japan"],
  ["Vải thiều Thanh Hà ngon như vải Lục Ngạn, bán ở Thanh Hà và Lục Ngạn", ["vn"], "two-lychee-places"],
  ["Vườn có VietGAP (GlobalGAP) từ 2022", ["vn"], "gap-mixed"],
  ["Chứng nhận VietGAP hay còn gọi là GlobalGAP", ["vn"], "gap-mixed"],
  ["Ổi lê 20k/kg. Giá 25k/kg", ["vn"], "two-prices"],
  ["Cà phê bột, gói 500g 110k, gói 500g 120k", ["vn"], "two-prices"],
  ["Vải thiều tươi Lục Ngạn, thu hoạch từ tháng 11 đến tháng 12", ["vn"], "out-of-season"],
  ["Xoài Cao Lãnh còn 8 tạ", ["vn"], "regional-unit"],
  ["Nhà có 3 sào bưởi", ["vn"], "regional-unit"],
])("%s (%j): %s", (notes, markets, kind) => expect(kinds(notes, ...markets)).toContain(kind));

test.each<[string, Market[]]>([
  ["Vải thiều Lục Ngạn, có chứng nhận hữu cơ EU, sấy khô", ["jp", "us"]],
  ["Vải thiều Lục Ngạn, có chứng nhận hữu cơ EU", ["vn"]],
  ["Sầu riêng cấp đông Chợ Lách 190k/kg", ["jp"]],
  ["Xoài cát chu Cao Lãnh 30k/kg", ["jp"]],
  ["Vườn có VietGAP và GlobalGAP", ["vn"]],
  ["Ổi lê loại 1 25k/kg, loại 2 20k/kg", ["vn"]],
  ["Ổi lê lẻ 25k/kg, sỉ 20k/kg", ["vn"]],
  ["Ổi lê 25k/kg, từ 50kg 20k/kg", ["vn"]],
  ["Gạo ST25 bao 5kg 175k, bao 10kg 340k", ["vn"]],
  ["xà lách 35k/kg, cà rốt 18k/kg", ["vn"]],
  ["Vải thiều Lục Ngạn chín từ 10/6 đến 20/7", ["vn"]],
  ["Bưởi Thái Bình, còn 2 tạ", ["vn"]],
])("nothing clashes: %s (%j)", (notes, markets) => expect(kinds(notes, ...markets)).toEqual([]));

test("a conflict names its facts and speaks plain Vietnamese, with nothing left to fill in", () => {
  const notes = "Sầu riêng Ri6 Chợ Lách 90k/kg. Giá 95k/kg. Còn 8 tạ";
  const { facts, conflicts } = read(notes, "jp");
  expect(conflicts.map(({ kind, factIds }) => [kind, factIds.map((id) => facts.find((fact) => fact.id === id)?.quote)])).toEqual([
    ["not-open-to-japan", ["Sầu riêng Ri6"]],
    ["two-prices", ["90k/kg", "95k/kg"]],
    ["regional-unit", ["8 tạ"]],
  ]);
  for (const { text } of conflicts) expect(text).not.toMatch(/[{}]/);
});
