import { expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

test("goods that are named in full first and by their head with the price are the same goods", () => {
  expect(tellNotes("Bán trà sen Tây Hồ Hà Nội với giỏ tre Phú Vinh. Trà hộp 100g 800k, ướp 7 lần. Giỏ 120k/cái", "price")).toEqual([
    [
      "trà sen hộp 100 gam 800 nghìn, còn giỏ tre 120 nghìn một cái",
      "lotus tea in 100-gram boxes at 800,000 dong each and bamboo baskets at 120,000 dong each",
      "ハス茶の100グラム入りは1箱80万ドン、竹かごは1個12万ドン",
    ],
  ]);
});

test("a price from a wholesale amount, of the regular kind, and of goods that are only described in between", () => {
  expect(tellNotes("Bưởi da xanh Bến Tre 55k/kg. Sỉ 1 tấn 45k", "price")[0]?.[1]).toBe(
    "55,000 dong a kilo and 45,000 dong a kilo from 1 tonne up",
  );
  expect(tellNotes("Tỏi cô đơn Lý Sơn 900k/kg, tỏi thường 120k/kg", "price")).toEqual([
    [
      "900 ngàn một ký, còn loại thường 120 ngàn một ký",
      "900,000 dong a kilo and the regular kind at 120,000 dong a kilo",
      "1キロ90万ドン、通常品は1キロ12万ドン",
    ],
  ]);
  expect(tellNotes("Cam Cao Phong 30k/kg, cam lòng vàng, vụ từ tháng 11, thùng 20kg 550k", "price")[0]?.[1]).toBe(
    "30,000 dong a kilo and 20-kilo boxes at 550,000 dong each",
  );
});

test("what goods cost delivered, and cut or whole", () => {
  expect(tellNotes("Nhãn lồng Hưng Yên 45k/kg tại vườn, ship Hà Nội 55k/kg", "price")).toEqual([
    [
      "45 nghìn một cân tại vườn, còn 55 nghìn một cân giao Hà Nội",
      "45,000 dong a kilo at the farm and 55,000 dong a kilo delivered to Hanoi",
      "産地渡しで1キロ4万5千ドン、ハノイお届けで1キロ5万5千ドン",
    ],
  ]);
  expect(tellNotes("Nhãn lồng Hưng Yên 45k/kg, ship Hà Nội 2 ngày", "price")[0]?.[1]).toBe("45,000 dong a kilo");
  expect(tellNotes("Cá thu một nắng Lý Sơn, cắt khúc 300k/kg, nguyên con 280k/kg", "price")[0]?.[1]).toBe(
    "cut in pieces at 300,000 dong a kilo and whole at 280,000 dong a kilo",
  );
});

test("cloth by the metre is no lychees, and what is sewn of it has its own price", () => {
  expect(tellNotes("Vải lanh Lùng Tám, vẽ sáp ong, vải 260.000đ/mét, khăn 480.000đ/chiếc", "price")).toEqual([
    [
      "vải lanh 260 nghìn mỗi mét, còn khăn 480 nghìn một chiếc",
      "hemp fabric at 260,000 dong a metre and scarves at 480,000 dong each",
      "麻布は1メートル26万ドン、スカーフは1点48万ドン",
    ],
  ]);
});
