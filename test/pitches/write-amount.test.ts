import { describe, expect, test } from "vitest";
import type { Amount } from "#facts/fact.ts";
import { writeAmount, writePack, writePackPrice } from "#pitches/write-amount.ts";
import { writeDateRange } from "#pitches/write-date-range.ts";

const one = (value: number, unit: Amount["unit"], per?: Amount["unit"]): Amount => ({ min: value, max: value, unit, ...(per && { per }) });
const all = (amount: Amount, said?: string) => [
  writeAmount(amount, "vi", said),
  writeAmount(amount, "en", said),
  writeAmount(amount, "ja", said),
];

describe("amounts are written as sellers say them", () => {
  test("money in its own currency, per what it is for", () => {
    expect(all(one(35000, "VND", "kg"))).toEqual(["35.000 đồng một cân", "35,000 dong per kilo", "1キロ3万5千ドン"]);
    expect(all(one(16500, "VND", "kg"))[2]).toBe("1キロ1万6500ドン");
    expect(all(one(2100000, "VND", "box"), "hộp 100g 2tr1")).toEqual(["2.100.000 đồng một hộp", "2,100,000 dong per box", "1箱210万ドン"]);
    expect(all(one(38.5, "USD", "box"))).toEqual(["38,50 đô la một thùng", "38.50 US dollars per box", "1箱38.50ドル"]);
    expect(all(one(4500, "JPY"))).toEqual(["4.500 yên", "4,500 yen", "4,500円"]);
  });

  test("ranges, singular and plural, and the grower's own word for the unit", () => {
    expect(all({ min: 18, max: 20, unit: "brix" })).toEqual(["18 đến 20 độ Brix", "18 to 20 degrees Brix", "18～20度"]);
    expect(all(one(1, "month"))).toEqual(["1 tháng", "1 month", "1か月"]);
    expect(all(one(12, "bottle"))).toEqual(["12 chai", "12 bottles", "12本"]);
    expect(writeAmount(one(500, "kg"), "vi", "từ năm trăm ký trở lên")).toBe("500 ký");
    expect(writeAmount({ min: 400, max: 500, unit: "g", per: "fruit" }, "ja")).toBe("1個400～500グラム");
    expect(writeAmount(one(-18, "celsius"), "ja")).toBe("マイナス18度");
  });

  test("packs and what they cost", () => {
    const bag = one(5, "kg", "bag");
    expect([writePack(bag, "vi"), writePack(bag, "en"), writePack(bag, "ja")]).toEqual(["bao 5 cân", "bags of 5 kilos", "5キロ入りの袋"]);
    const price = one(175000, "VND", "bag");
    expect(writePackPrice(price, bag, "en")).toBe("175,000 dong per bag of 5 kilos");
    expect(writePackPrice(price, bag, "ja")).toBe("5キロ入り1袋17万5千ドン");
  });

  test("seasons by day, by whole months, and with one end open", () => {
    expect(writeDateRange({ from: "--07-20", to: "--08-30" }, "en")).toBe("from July 20 to August 30");
    expect(writeDateRange({ from: "--11-01", to: "--12-31" }, "vi")).toBe("từ tháng 11 đến hết tháng 12");
    expect(writeDateRange({ from: "--11-01", to: "--12-31" }, "ja")).toBe("11月から12月末まで");
    expect(writeDateRange({ to: "--07-31" }, "en")).toBe("until the end of July");
    expect(writeDateRange({ from: "2026-03-15" }, "vi")).toBe("từ ngày 15 tháng 3 năm 2026");
  });
});
