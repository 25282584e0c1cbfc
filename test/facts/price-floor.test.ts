import { expect, test } from "vitest";
import { floorOf } from "#facts/price-floor.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const floors = (notes: string) =>
  readFactsByRules({ notes, answers: [] }, ["vn"]).facts.flatMap((fact) => (fact.kind === "price" ? [floorOf(fact)] : []));

test.each([
  ["Gạo ST25, lấy từ 1 tấn tính 31 ngàn/kg", { min: 1, max: 1, unit: "t" }],
  ["Cam sành, mua trên 100 ký em để 15 ngàn một ký", { min: 100, max: 100, unit: "kg" }],
  ["Chuối, từ 20 thùng giá 200k/thùng", { min: 20, max: 20, unit: "box" }],
])("from how much on a price holds stands in its words: %s", (notes, amount) =>
  expect(floors(notes).map((floor) => floor?.amount)).toEqual([amount]),
);

test.each(["Cam sành 20k/kg", "Gạo ST25 bao 5kg 175k", "Gạo ST25 túi 5kg giá từ 100k"])(
  "a price with a pack or alone has no floor: %s",
  (notes) => expect(floors(notes)).toEqual([undefined]),
);
