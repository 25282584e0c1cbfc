import { describe, expect, test } from "vitest";
import type { Amount } from "#facts/fact.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { writeAmount, type Manner } from "#pitches/write-amount.ts";
import { writeDateRange } from "#pitches/write-date-range.ts";
import { writePack, writePackPrice, type Pack } from "#pitches/write-pack.ts";

const one = (value: number, unit: Amount["unit"], per?: Amount["unit"]): Amount => ({ min: value, max: value, unit, ...(per && { per }) });
const packed = (value: number, unit: Amount["unit"], per: Amount["unit"]): Pack => ({ unit: per, amount: one(value, unit), said: "" });
const all = (amount: Amount, manner?: Manner) => LANGUAGES.map((language) => writeAmount(amount, language, manner));

describe("amounts are written as sellers say them", () => {
  test("money in its own currency, per what it is for", () => {
    expect(all(one(35000, "VND", "kg"))).toEqual(["35.000 đồng một cân", "35,000 dong per kilo", "1キロ3万5千ドン"]);
    expect(all(one(16500, "VND", "kg"))[2]).toBe("1キロ1万6500ドン");
    expect(all(one(2100000, "VND", "box"), { said: "hộp 100g 2tr1" })).toEqual([
      "2.100.000 đồng một hộp",
      "2,100,000 dong per box",
      "1箱210万ドン",
    ]);
    expect(all(one(38.5, "USD", "box"))).toEqual(["38,50 đô la một thùng", "38.50 US dollars per box", "1箱38.50ドル"]);
    expect(all(one(4500, "JPY"))).toEqual(["4.500 yên", "4,500 yen", "4,500円"]);
  });

  test("ranges, singular and plural, and the grower's own word for the unit", () => {
    expect(all({ min: 18, max: 20, unit: "brix" })).toEqual(["18 đến 20 độ Brix", "18 to 20 degrees Brix", "18～20度"]);
    expect(all(one(1, "month"))).toEqual(["1 tháng", "1 month", "1か月"]);
    expect(all(one(12, "bottle"))).toEqual(["12 chai", "12 bottles", "12本"]);
    expect(writeAmount(one(500, "kg"), "vi", { said: "từ năm trăm ký trở lên" })).toBe("500 ký");
    expect(writeAmount({ min: 400, max: 500, unit: "g", per: "fruit" }, "ja")).toBe("1個400～500グラム");
    expect(writeAmount(one(-18, "celsius"), "ja")).toBe("マイナス18度");
  });

  test("packs and what they cost", () => {
    const bag = packed(5, "kg", "bag");
    expect([writePack(bag, "vi"), writePack(bag, "en"), writePack(bag, "ja")]).toEqual(["bao 5 cân", "5-kilo bags", "5キロ入りの袋"]);
    const price = one(175000, "VND", "bag");
    expect(writePackPrice(price, bag, "en")).toBe("175,000 dong for a 5-kilo bag");
    expect(writePackPrice(price, bag, "ja")).toBe("5キロ入り1袋17万5千ドン");
  });

  test("aloud, numbers are put as they are said, in the region's words", () => {
    expect(all(one(35000, "VND", "kg"), { aloud: "north" })).toEqual(["35 nghìn một cân", "35,000 dong a kilo", "1キロ3万5千ドン"]);
    expect(writeAmount(one(16500, "VND", "kg"), "vi", { aloud: "south" })).toBe("16 ngàn rưỡi một ký");
    expect(writeAmount(one(1250000, "VND", "box"), "vi", { aloud: "central", said: "hộp" })).toBe("1 triệu 250 ngàn một hộp");
    expect(writeAmount(one(2500000, "VND"), "vi", { aloud: "north" })).toBe("2 triệu rưỡi");
    expect(writeAmount({ min: 35000, max: 40000, unit: "VND", per: "kg" }, "vi", { aloud: "north" })).toBe("35 đến 40 nghìn một cân");
    expect(writeAmount(one(16750, "VND"), "vi", { aloud: "north" })).toBe("16.750 đồng");
    expect(writeAmount(one(3.5, "t"), "vi", { aloud: "south" })).toBe("3 tấn rưỡi");
    expect(writeAmount({ min: 1.2, max: 1.5, unit: "kg", per: "fruit" }, "vi", { aloud: "south" })).toBe("1 ký 2 đến 1 ký rưỡi một trái");
    expect(writeAmount({ min: 2, max: 2.5, unit: "kg", per: "fruit" }, "vi", { aloud: "north" })).toBe("2 đến 2 cân rưỡi một quả");
    expect(writeAmount(one(12.25, "t"), "vi", { aloud: "north" })).toBe("12,25 tấn");
    expect(all(one(0.5, "kg"), { aloud: "south" })).toEqual(["nửa ký", "half a kilo", "半キロ"]);
    const lang: Amount = { min: 600, max: 700, unit: "g", per: "fruit" };
    expect(writeAmount(lang, "vi", { aloud: "south", said: "sáu đến bảy lạng" })).toBe("6 đến 7 lạng một trái");
    expect(writeAmount(lang, "en", { aloud: "south" })).toBe("600 to 700 grams each");
    expect(writeAmount({ min: 60, max: 70, unit: "fruit", per: "kg" }, "en", { aloud: "north" })).toBe("60 to 70 to the kilo");
    expect(writePack(packed(0.5, "kg", "bag"), "en", { aloud: "south" })).toBe("half-kilo bags");
    expect(writePack(packed(12, "bottle", "box"), "en", { aloud: "south" })).toBe("boxes of 12 bottles");
  });

  test("seasons by day, by whole months, and with one end open", () => {
    expect(writeDateRange({ from: "--07-20", to: "--08-30" }, "en")).toBe("from July 20 to August 30");
    expect(writeDateRange({ from: "--11-01", to: "--12-31" }, "vi")).toBe("từ tháng 11 đến hết tháng 12");
    expect(writeDateRange({ from: "--11-01", to: "--12-31" }, "ja")).toBe("11月から12月末まで");
    expect(writeDateRange({ to: "--07-31" }, "en")).toBe("until the end of July");
    expect(LANGUAGES.map((language) => writeDateRange({ from: "--11-01", to: "--11-30" }, language))).toEqual([
      "tháng 11",
      "November",
      "11月",
    ]);
    expect(writeDateRange({ from: "2026-02-01", to: "2026-02-28" }, "en")).toBe("February 2026");
    expect(writeDateRange({ from: "2026-03-15" }, "vi")).toBe("từ ngày 15 tháng 3 năm 2026");
  });
});
