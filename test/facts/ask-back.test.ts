import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { Market } from "#i18n/language.ts";

const ask = (notes: string, ...markets: Market[]) => readFactsByRules({ notes, answers: [] }, markets).questions;
const about = (notes: string, ...markets: Market[]) => ask(notes, ...markets).map(({ id }) => id);

test("at home a buyer asks for the price and how it comes; abroad for pack, least order and the grower's code", () => {
  expect(about("ổi lê Thanh Hà", "vn")).toEqual(["q-price", "q-contact", "q-delivery", "q-pack", "q-stock"]);
  expect(about("thanh long ruột đỏ Bình Thuận", "vn", "jp")).toEqual([
    "q-pack",
    "q-minimum-order",
    "q-area-code",
    "q-certification",
    "q-price",
  ]);
});

test("what was told is not asked, nor what was said not to be", () => {
  const full =
    "Ổi lê Thanh Hà 20k/kg, thùng 10kg, tối thiểu 5 thùng, còn 2 tấn, mã số vùng trồng có rồi, để ngăn mát 7 ngày, ship toàn quốc, 0912345678";
  expect(about(full, "vn", "us")).toEqual(["q-season"]);
  expect(about("Ổi lê Thanh Hà 20k/kg, chưa có VietGAP, không ship", "vn", "us")).not.toContain("q-certification");
  expect(about("Ổi lê Thanh Hà 20k/kg, không ship, lh 0912345678", "vn")).not.toContain("q-delivery");
});

test("the words fit the goods, and what does not spoil is not asked how long it keeps", () => {
  expect(ask("Nước mắm Phú Quốc 165k", "vn").find(({ about: kind }) => kind === "pack")?.text).toContain("ml");
  const craft = ask("Gốm Bát Tràng 650k/chiếc, đóng thùng carton 20 cái, ship toàn quốc, còn 50 bộ, 0912345678", "vn").map(
    ({ about: kind }) => kind,
  );
  expect(craft).not.toContain("shelf-life");
  expect(craft).not.toContain("season");
});

test("a unit that the region decides is asked about first, and never again once it was", () => {
  const notes = "Xoài Cao Lãnh còn 8 tạ";
  expect(ask(notes, "vn")[0]).toEqual({ id: "q-unit", about: "stock", text: "Mình nói “8 tạ”, bên mình tính là mấy ký ạ?" });
  const told = readFactsByRules({ notes, answers: [{ questionId: "q-unit", text: "1 tạ là 100 ký" }] }, ["vn"]);
  expect(told.questions.map(({ id }) => id)).not.toContain("q-unit");
});

test("a thiên of fruit is asked about in fruit", () => {
  expect(ask("Dừa khô Mỏ Cày, 9k/trái, vườn còn hai thiên trái", "vn")[0]?.text).toBe(
    "Mình nói “hai thiên trái”, bên mình tính là mấy trái ạ?",
  );
});

test("there are five at most, each once, in plain words with nothing left to fill in", () => {
  for (const notes of ["", "bán hàng", "mật ong", "nón lá Huế 3 sào 5 công 2 giạ"]) {
    for (const market of ["vn", "jp"] as const) {
      const questions = ask(notes, market);
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      for (const { text } of questions) expect(text).toMatch(/^[^{}]+ạ\?$/);
    }
  }
});
