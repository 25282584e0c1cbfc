import { describe, expect, test } from "vitest";
import { findTerm, loadLexicon, termsIn } from "#lexicon/lexicon.ts";

const places = loadLexicon().filter(({ kind }) => kind === "place");
const provinces = places.filter(({ level }) => level === "province");
const placesIn = (text: string, language: "vi" | "en" | "ja" = "vi") =>
  termsIn(text, language)
    .map(({ id }) => id)
    .filter((id) => findTerm(id)?.kind === "place");

/** Resolution 202/2025/QH15: what became of each province that was merged into another. */
const MERGED: Record<string, string> = {
  "ha-giang": "tuyen-quang",
  "yen-bai": "lao-cai",
  "bac-kan": "thai-nguyen",
  "vinh-phuc": "phu-tho",
  "hoa-binh": "phu-tho",
  "bac-giang": "bac-ninh",
  "thai-binh": "hung-yen",
  "hai-duong": "hai-phong",
  "ha-nam": "ninh-binh",
  "nam-dinh": "ninh-binh",
  "quang-binh": "quang-tri",
  "quang-nam": "da-nang",
  "kon-tum": "quang-ngai",
  "binh-dinh": "gia-lai",
  "ninh-thuan": "khanh-hoa",
  "dak-nong": "lam-dong",
  "binh-thuan": "lam-dong",
  "phu-yen": "dak-lak",
  "ba-ria-vung-tau": "ho-chi-minh",
  "binh-duong": "ho-chi-minh",
  "binh-phuoc": "dong-nai",
  "long-an": "tay-ninh",
  "soc-trang": "can-tho",
  "hau-giang": "can-tho",
  "tra-vinh": "vinh-long",
  "ben-tre": "vinh-long",
  "tien-giang": "dong-thap",
  "bac-lieu": "ca-mau",
  "kien-giang": "an-giang",
};

describe("the provinces", () => {
  test("are the 34 of today and the 29 that were merged into them, each with its successor", () => {
    const merged = provinces.filter(({ province }) => province !== undefined);
    expect(provinces).toHaveLength(63);
    expect(Object.fromEntries(merged.map(({ id, province }) => [id, province]))).toEqual(
      Object.fromEntries(Object.entries(MERGED).map(([before, now]) => [`place.${before}`, `place.${now}`])),
    );
  });

  test("of today have no other one above them, and hold every smaller place", () => {
    const today = new Set(provinces.filter(({ province }) => province === undefined).map(({ id }) => id));
    const astray = places.filter(({ level, province }) => level !== "province" && !(province !== undefined && today.has(province)));
    expect(today.size).toBe(34);
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test("a place's province of before became its province of today", () => {
    const torn = places.filter(({ province, formerProvince }) => {
      if (formerProvince === undefined) return false;
      return (findTerm(formerProvince)?.province ?? formerProvince) !== province;
    });
    expect(torn.map(({ id }) => id)).toEqual([]);
  });
});

test("the places known for their goods are many, and each tells where it lay before", () => {
  const smaller = places.filter(({ level }) => level !== "province");
  expect(places.length).toBeGreaterThanOrEqual(220);
  expect(smaller.filter(({ formerProvince }) => formerProvince === undefined).map(({ id }) => id)).toEqual([]);
});

test.each([
  ["vải thiều Lục Ngạn", "place.luc-ngan"],
  ["ca phe bmt", "place.buon-ma-thuot"],
  ["sầu riêng đlak", "place.dak-lak"],
  ["giao tpHCM trong ngày", "place.ho-chi-minh"],
  ["tiêu brvt", "place.ba-ria-vung-tau"],
  ["nuoc mam phu quoc", "place.phu-quoc"],
  ["hau van don quang ninh nuoi be", "place.van-don"],
  ["ca chua mang den 30k/ky", "place.mang-den"],
  ["Rau Củ Chi hái sáng", "place.cu-chi"],
  ["ban 2 ta nep tu le", "place.tu-le"],
  ["Ca cao Dak R'lap", "place.dak-r-lap"],
  ["bo 034 bao lam lam dong", "place.bao-lam"],
  ["Tiêu trồng ở huyện Lắk", "place.lak"],
  ["Khóm Tắc Cậu 12k/trái", "place.tac-cau"],
])("is found as growers type it: %s", (text, place) => expect(placesIn(text)).toContain(place));

test.each([
  "cat hai trong ngay",
  "chị Ngọc Linh bán",
  "gọi anh Hải Dương nhé",
  "tay ho lam het",
  "vai thieu hai xong mang den tan nha",
  "nep cai hoa vang 25k",
  "rau cat hai trong ngay",
  "hang kia het roi",
  "nước rửa chén bình ba lít",
  "Hạt ca cao Châu Thành khô",
  "sầu riêng giá thống nhất từ đầu mùa",
])("is no place: %s", (text) => expect(placesIn(text)).toEqual([]));

describe("of the places of one name, the province tells which", () => {
  test.each([
    ["thanh long chau thanh long an 20k", "place.chau-thanh-long-an"],
    ["Mãng cầu Châu Thành, tỉnh Tây Ninh", "place.chau-thanh-tay-ninh"],
    ["Vườn ở Phong Điền, dâu Hạ Châu chín rộ. Đón khách từ Cần Thơ", "place.phong-dien-can-tho"],
    ["Thanh trà Phong Điền (Huế)", "place.phong-dien-hue"],
    ["Hạt dẻ Bảo Lâm, Cao Bằng", "place.bao-lam-cao-bang"],
    ["Hồng không hạt Bảo Lâm 60k", "place.bao-lam-lang-son"],
    ["Bơ 034 Bảo Lâm 40k", "place.bao-lam"],
    ["Khoai Tam Nông, Phú Thọ", "place.tam-nong-phu-tho"],
    ["Sen Tam Nông 20k", "place.tam-nong"],
    ["Hến huyện Quảng Ninh, Quảng Bình", "place.quang-ninh-quang-binh"],
    ["Mực Quảng Ninh, ship cả Quảng Bình", "place.quang-ninh"],
    ["Cam Quang Bình, Hà Giang", "place.quang-binh-ha-giang"],
  ])("%s", (text, place) => expect(placesIn(text)[0]).toBe(place));

  test("a name in small letters is one right before its province only", () =>
    expect(placesIn("giá thống nhất cả Đồng Nai")).toEqual(["place.dong-nai"]));
});

test("English tells Hue from a hue by its capital", () => {
  expect(placesIn("a warm hue on the silk", "en")).toEqual([]);
  expect(placesIn("hats from Hue", "en")).toEqual(["place.hue"]);
});

test("a product is not cut out of a place's name", () => {
  expect(termsIn("tiêu Cam Lộ", "vi").map(({ id }) => id)).not.toContain("orange");
});

test("Japanese names are the established ones", () => {
  const names = ["luc-ngan", "phu-quoc", "da-lat", "buon-ma-thuot"].map((id) => findTerm(`place.${id}`)?.ja.name);
  expect(names).toEqual(["ルックガン", "フーコック", "ダラット", "ブオンマトート"]);
});

test("U Minh alone is neither of its halves, in any language", () => {
  expect(placesIn("mật ong tràm U Minh")).toEqual(["place.u-minh"]);
  expect(placesIn("mat ong tram u minh")).toEqual(["place.u-minh"]);
  expect(placesIn("cá đồng U Minh Hạ")).toEqual(["place.u-minh-ha"]);
  expect(placesIn("cá đồng U Minh Thượng")).toEqual(["place.u-minh-thuong"]);
  expect(placesIn("honey from U Minh", "en")).toEqual(["place.u-minh"]);
  expect(placesIn("ウミンのはちみつ", "ja")).toEqual(["place.u-minh"]);
  expect(placesIn("ウミンハーのはちみつ", "ja")).toEqual(["place.u-minh-ha"]);
});
