import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmounts } from "#facts/amounts.ts";
import { readDates } from "#facts/dates.ts";
import { readPhones } from "#facts/phones.ts";
import type { Language } from "#i18n/language.ts";

const read = (text: string, language: Language) =>
  readAmounts(text, language).map(({ min, max, unit, per }) => [min, max, unit, ...(per === undefined ? [] : [per])].join(" "));

describe("an amount reads the same in every form that people write or say", () => {
  test.each<[Language, string, string[]]>([
    ["vi", "35k", ["35000 35000 VND"]],
    ["vi", "35.000đ/kg", ["35000 35000 VND kg"]],
    ["vi", "1tr2", ["1200000 1200000 VND"]],
    ["vi", "một triệu hai", ["1200000 1200000 VND"]],
    ["vi", "hai lăm nghìn", ["25000 25000 VND"]],
    ["vi", "mot trieu hai tram nghin", ["1200000 1200000 VND"]],
    ["vi", "trăm rưỡi trái", ["150 150 fruit"]],
    ["vi", "thùng trăm tư nghìn", ["140000 140000 VND"]],
    ["vi", "hai trăm bảy chín thôi", ["279 279 "]],
    ["vi", "một trăm năm tám nghìn", ["158000 158000 VND"]],
    ["vi", "sống một trăm năm", ["100 100 year"]],
    ["vi", "năm mươi mốt cân", ["51 51 kg"]],
    ["vi", "2 củ", ["2000000 2000000 VND"]],
    ["vi", "2 củ tỏi", ["2 2 "]],
    ["vi", "chục bó", ["10 10 bunch"]],
    ["vi", "một trăm linh năm cây", ["105 105 tree"]],
    ["vi", "hai mốt ngày", ["21 21 day"]],
    ["vi", "làm nghề từ năm mười lăm tuổi", ["15 15 year"]],
    ["vi", "nghỉ từ năm mươi lăm tuổi", ["55 55 year"]],
    ["vi", "nửa ký", ["0.5 0.5 kg"]],
    ["vi", "đi tour 1/2 ngày", ["0.5 0.5 day"]],
    ["vi", "mở cửa ngày 1/2 năm nay", []],
    ["vi", "ký hai tới ký rưỡi", ["1.2 1.5 kg"]],
    ["vi", "trái 650g-1,1kg", ["650 1100 g"]],
    ["vi", "bảy lạng đến 1 cân", ["700 1000 g"]],
    ["vi", "sáu trăm gram tới cả ký lận", ["600 1000 g"]],
    ["vi", "con 7 lang toi gan ky", ["700 1000 g"]],
    ["vi", "con 5 lạng tới cả ký hai", ["500 1200 g"]],
    ["vi", "túi 5 ký giao tới cả 63 tỉnh", ["5 5 kg", "63 63 "]],
    ["en", "650 g to 1.1 kg each", ["650 1100 g"]],
    ["en", "700 g, a few even up to a kilo", ["700 1000 g"]],
    ["en", "700 g and some even up to 1.2 kg", ["700 1200 g"]],
    ["en", "boxes of 5 kg, up to 10 kg by motorbike", ["5 5 kg", "10 10 kg"]],
    ["ja", "650gから1.1kgです", ["650 1100 g"]],
    ["vi", "sáu đến bảy lạng một trái", ["600 700 g fruit"]],
    ["vi", "từ 18 đến 20 độ brix", ["18 20 brix"]],
    ["vi", "bốn năm ký", ["4 5 kg"]],
    ["vi", "bốn năm rồi", ["4 4 year"]],
    ["vi", "35-40k/kg", ["35000 40000 VND kg"]],
    ["vi", "trái cân 1-1,3 kg", ["1 1.3 kg"]],
    ["vi", "con cân 8 tới ký 9", ["1.8 1.9 kg"]],
    ["vi", "1 cân 30 nghìn", ["30000 30000 VND kg"]],
    ["vi", "mười tám nghìn một ký", ["18000 18000 VND kg"]],
    ["vi", "2 tuần", ["14 14 day"]],
    ["vi", "1 tấn 200 kg", ["1.2 1.2 t"]],
    ["en", "35,000 VND per kilo", ["35000 35000 VND kg"]],
    ["en", "three kilos", ["3 3 kg"]],
    ["en", "a dozen jars to the case", ["12 12 jar box"]],
    ["en", "1.28 million VND", ["1280000 1280000 VND"]],
    ["en", "one and a half tonnes", ["1.5 1.5 t"]],
    ["en", "six and a half million dong", ["6500000 6500000 VND"]],
    ["en", "6 and a half million dong", ["6500000 6500000 VND"]],
    ["vi", "lay 4 ta con 9k", ["400 400 kg", "9000 9000 VND"]],
    ["vi", "hang 2 con 47k", ["47000 47000 VND"]],
    ["vi", "tre em duoi 1m2", ["120 120 cm"]],
    ["en", "a 1/2 day visit", ["0.5 0.5 day"]],
    ["vi", "Chú Bảy năm nay 61 tuổi", ["61 61 year"]],
    ["vi", "chú nuôi bảy năm nay", ["7 7 year"]],
    ["vi", "bà tám hai tuổi vẫn dệt", ["82 82 year"]],
    ["vi", "bà tám hai ký", ["2 2 kg"]],
    ["en", "a K'Ho weaver, two or three hundred shawls", ["200 300 "]],
    ["en", "a quilt and a half a month", ["1.5 1.5 "]],
    ["en", "three quilts and a half", ["3.5 3.5 "]],
    ["en", "six months frozen, one chilled", ["6 6 month", "1 1 month"]],
    ["en", "90,000 VND a litre, 50,000 VND for half", ["90000 90000 VND l", "50000 50000 VND", "0.5 0.5 l"]],
    ["en", "six months frozen, one of many", ["6 6 month"]],
    ["en", "open from 1/2", []],
    ["en", "US$9 per kilo", ["9 9 USD kg"]],
    ["en", "-18°C", ["-18 -18 celsius"]],
    ["ja", "1キロ3万5千ドン", ["35000 35000 VND kg"]],
    ["ja", "１２キロ", ["12 12 kg"]],
    ["ja", "二十キロ", ["20 20 kg"]],
    ["ja", "二・五キロ", ["2.5 2.5 kg"]],
    ["ja", "糖度は18～20度", ["18 20 brix"]],
    ["ja", "三十二万ドン", ["320000 320000 VND"]],
    ["ja", "マイナス18度", ["-18 -18 celsius"]],
    ["ja", "3日に1度", ["3 3 day", "1 1 "]],
    ["ja", "5度で保存", ["5 5 celsius"]],
  ])("%s: %s", (language, text, amounts) => expect(read(text, language)).toEqual(amounts));
});

test("a unit that a region decides has no amount", () => {
  for (const text of ["15 công ruộng", "3 sào vườn", "bà con ơi tui còn 8 tạ nghen"]) {
    expect(readAmounts(text, "vi").filter(({ unit }) => unit !== undefined)).toEqual([]);
  }
  expect(read("Thái Bình bán buôn 1 tạ", "vi")).toEqual(["100 100 kg"]);
});

test("phones, dates and names are no amounts", () => {
  expect(
    readAmounts("ST25, Ri6, 0912 345 678, chín từ 10/6 đến 5/7, tháng 11-12, số không chín ba tám không không không một hai ba", "vi"),
  ).toEqual([]);
  expect(readPhones("+84 912 345 678; không chín ba tám không không không một hai ba").map(({ digits }) => digits)).toEqual([
    "0912345678",
    "0938000123",
  ]);
  expect(readDates("June 10 to July 5", "en").map(({ month, day }) => [month, day])).toEqual([
    [6, 10],
    [7, 5],
  ]);
  expect(readDates("6月10日から11月まで", "ja").map(({ month }) => month)).toEqual([6, 11]);
});

test("`không` before a word that can be a unit denies it; only degrees, percent and money are counted from nought", () => {
  for (const denied of ["không sao đâu ạ", "không ký hợp đồng", "không tấn công", "không lạng nào"]) expect(read(denied, "vi")).toEqual([]);
  expect(read("phí ship không đồng", "vi")).toEqual(["0 0 VND"]);
  expect(read("giữ ở không độ C", "vi")).toEqual(["0 0 celsius"]);
});

test("a phone number is one also where a Japanese sentence runs into it", () => {
  expect(readPhones("お電話は0912 345 678へどうぞ").map(({ digits }) => digits)).toEqual(["0912345678"]);
  expect(readAmounts("お電話は0912 345 678へどうぞ", "ja")).toEqual([]);
});

test.each(["ký mốt tới ", "một ký ba tới ", "hai cân tám đến "])("weights that never end, %s…, cost no more than others", (weight) => {
  const cost = (said: string) => {
    const text = said.repeat(2_000);
    const start = process.cpuUsage();
    readAmounts(text, "vi");
    return process.cpuUsage(start).user;
  };
  cost("một ký ba nha, ");
  // Read over and over they cost a hundred times as much.
  expect(cost(weight)).toBeLessThan(20 * cost("một ký ba nha, "));
});

test("no text of any Unicode makes it throw, and every quote is exact", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }));
  fc.assert(
    fc.property(text, fc.constantFrom<Language>("vi", "en", "ja"), (notes, language) => {
      for (const { start, end, quote } of readAmounts(notes, language)) expect(notes.slice(start, end)).toBe(quote);
    }),
  );
});
