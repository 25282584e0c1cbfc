import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import words from "#facts/marked-words.json" with { type: "json" };
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { restore } from "#facts/restore.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import { withoutMarks } from "./without-marks.ts";

const again = (marked: string) => restore(withoutMarks(marked));

describe("a bare syllable with more than one reading gets the one its neighbours speak for", () => {
  test.each([
    "GlobalGAP thì cả xã có rồi",
    "nhà em bán 20 thùng",
    "nhà có bàn ghế gỗ",
    "chào các bạn",
    "dưa hấu ruột đỏ giá 9k/kg",
    "dừa xiêm xanh Bến Tre",
    "dứa mật Đồng Giao",
    "mỗi quả 8 lạng",
    "gửi qua bưu điện",
    "hộp quà tết",
    "cây giống 2 năm tuổi",
    "tiêu cay nồng",
    "gọi chị giúp em",
    "chỉ còn 20 kg",
    "cam ngọt, mọng nước",
    "cam kết không phun thuốc",
    "giá 35k/kg, đóng thùng 5 kg",
    "muối tôm Tây Ninh",
    "mười nghìn một ký",
    "năm nay được mùa",
    "nấm rơm tươi",
    "ướp muối rồi phơi nắng",
    "cá lóc đồng",
    "cà phê Buôn Ma Thuột",
  ])("%s", (marked) => expect(again(marked)).toBe(marked));
});

describe("stays as typed", () => {
  test.each([
    ["what has its marks", "Vải thiều Lục Ngạn, giá 35k/kg. Ship toàn quốc nhé!"],
    ["English", "We can ship to Japan, 5-layer carton boxes available"],
    ["names of goods and standards", "ST25 VietGAP GlobalG.A.P. OCOP"],
    ["an address", "https://facebook.com/vuon.cam.sach"],
  ])("%s", (_what, text) => expect(restore(text)).toBe(text));

  test("a person's name before a number", () => {
    expect(restore("lh chi Hoa 0978 123 456")).toContain("Hoa 0978 123 456");
    expect(restore("ai mua lh chi hoa 0978 123 456")).toContain(" hoa 0978 123 456");
    expect(restore("goi anh Nam 0912345678 nhe")).toContain("Nam 0912345678");
  });

  test("no text of any Unicode changes its length or what is not bare Vietnamese", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const restored = restore(text);
        expect(restored).toHaveLength(text.length);
        expect(foldText(restored)).toBe(foldText(text));
      }),
    );
  });

  test("what is bare stays the same word under its marks", () => {
    const syllables = fc.constantFrom(...words.syllables, "5", "kg", ",", "\n");
    fc.assert(
      fc.property(fc.array(syllables, { maxLength: 30 }), (said) => {
        const restored = restore(withoutMarks(said.join(" ")));
        expect(foldText(restored)).toBe(foldText(said.join(" ")));
      }),
    );
  });
});

test("keeps capitals", () => {
  expect(restore("GIA RE, GIAO TOAN QUOC")).toBe("GIÁ RẺ, GIAO TOÀN QUỐC");
  expect(restore("tieu gia lai 90k")).toBe("tiêu Gia Lai 90k");
});

test("names beside other words keep their marks: no `quốc gia` in Phú Quốc giá", () => {
  for (const marked of ["nước mắm Phú Quốc giá 90k", "rau trồng trong nhà màng"]) expect(again(marked)).toBe(marked);
});

test("nearly all names of products and places come back from bare notes", () => {
  const names = loadLexicon().filter(
    ({ kind, vi }) => (kind === "product" || kind === "place") && vi.name.includes(" ") && hasMarks(vi.name),
  );
  const told = names.map(({ kind, vi }) => `nhà em ${kind === "place" ? "ở" : "bán"} ${vi.name}, gọi trước`);
  const back = told.filter((text) => lightText(restore(withoutMarks(text))) === lightText(text));
  // `ca kho` is cá khô or cá kho: what has two readings cannot be right for both.
  expect(back.length / told.length).toBeGreaterThan(0.975);
});

test("every fact tells its quote with marks, and the quote stays as typed", () => {
  const notes = "vai thieu luc ngan gia 35k/kg, bao quan noi kho rao thoang mat";
  const { facts } = readFactsByRules({ notes, answers: [] }, ["vn"]);
  const stored = facts.find(({ kind }) => kind === "storage");
  expect(stored?.quote).toBe(notes.slice(stored?.start, stored?.end));
  expect(stored?.text).toContain("nơi khô ráo thoáng mát");
});

test("the list has each bare form once, and only settled Vietnamese", () => {
  const groups: string[][] = Object.values(words.words);
  const all = groups.flat();
  expect(all.length + Object.values(words.pairs).join(" ").split(" ").length).toBeGreaterThan(1500);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(words.syllables.map(foldText)).size).toBe(words.syllables.length);
  const rights = Object.entries(words.pairs).flatMap(([left, right]) => [left, ...right.split(" ")]);
  for (const word of [...words.syllables, ...words.names, ...all, ...rights]) expect(lightText(word)).toBe(word.toLowerCase());
});

test("twelve thousand characters take no longer than a breath", () => {
  const text = "xoai cat hoa loc cao lanh gia 35k/kg, dong thung 5 kg, giao trong ngay, lh chi hoa 0912 345 678. ".repeat(125);
  restore(text);
  const start = process.cpuUsage();
  restore(text);
  expect(text.length).toBeGreaterThan(12_000);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(250);
});

test("a form of address before somebody's name is one, and the name stays as typed", () => {
  expect(restore("anh Tuan ban cam sanh Ham Yen")).toBe("anh Tuan bán cam sành Hàm Yên");
  expect(restore("gui anh Tuan 5 ky")).toBe("gửi anh Tuan 5 ký");
  expect(restore("chu Bay Dong Thap")).toBe("chú Bảy Đồng Tháp");
  expect(restore("gui anh san pham")).toBe("gửi ảnh sản phẩm");
  expect(restore("thanh phan ca com, muoi")).toBe("thành phần cá cơm, muối");
});

test("a smaller place is not lost behind what a larger one is known for", () => {
  expect(again("mật ong rừng U Minh Thượng, chai 700ml")).toBe("mật ong rừng U Minh Thượng, chai 700ml");
});
