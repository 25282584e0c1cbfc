import { expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

test("where goods have been exported to is told, each country once", () => {
  expect(tellNotes("Mật ong Bắc Giang 200k/lít, đã xuất Nhật", "story")).toEqual([
    ["nhà em đã xuất hàng đi Nhật Bản", "we have exported to Japan", "日本へ輸出したことがあります"],
  ]);
  expect(tellNotes("Mật ong Bắc Giang 200k/lít, đã xuất Nhật, đã xuất khẩu sang Hàn Quốc", "story")[0]?.[1]).toBe(
    "we have exported to Japan and South Korea",
  );
  expect(tellNotes("ca phe Cau Dat 200k/kg, da xuat sang Duc, Nhat", "story")[0]?.[1]).toBe("we have exported to Germany and Japan");
});

test("every country and city of a list is told, joined as each language joins them", () => {
  expect(tellNotes("Cà phê Cầu Đất 200k/kg, đã xuất Hà Lan và Dubai", "story")).toEqual([
    ["nhà em đã xuất hàng đi Hà Lan và Dubai", "we have exported to the Netherlands and Dubai", "オランダとドバイへ輸出したことがあります"],
  ]);
  expect(tellNotes("Xoài Cát Chu 70k/kg. Xuất Nhật, Hàn Quốc và Ý.", "story")).toEqual([
    [
      "nhà em đã xuất hàng đi Nhật Bản, Hàn Quốc và Ý",
      "we have exported to Japan, South Korea, and Italy",
      "日本、韓国、イタリアへ輸出したことがあります",
    ],
  ]);
});

test("no export is told that the notes deny, plan or only name a code for", () => {
  expect(tellNotes("Vải Lục Ngạn 30k/kg, chưa từng xuất Nhật", "story")).toEqual([]);
  expect(tellNotes("Nhãn Hưng Yên 20k/kg, sang năm đang tính xuất Nhật", "story")).toEqual([]);
  expect(tellNotes("Nhãn Hưng Yên 20k/kg, mã số vùng trồng xuất Nhật", "story")).toEqual([]);
  expect(tellNotes("Nhãn Hưng Yên 20k/kg. Xuất Nhật giá 3 USD/kg", "story")).toEqual([]);
});

test("at which port the price for export stands", () => {
  expect(tellNotes("Gạo ST25 giá FOB Hải Phòng 600 USD/tấn", "delivery")).toEqual([
    ["giá xuất khẩu là giá FOB Hải Phòng", "the export price is free on board at Hai Phong", "輸出価格はハイフォンでの本船渡しです"],
  ]);
});

test("how far a price bears the freight, with its port where one is named", () => {
  expect(tellNotes("Hạt điều 5 USD/kg CIF cảng Yokohama", "delivery")).toEqual([
    [
      "giá CIF Yokohama đã gồm cước phí và bảo hiểm",
      "the CIF price covers freight and insurance to Yokohama",
      "横浜着の輸出価格は、運賃と保険料込みです",
    ],
  ]);
  expect(tellNotes("Gạo ST25 giá EXW 500 USD/tấn", "delivery")).toEqual([
    [
      "giá EXW là giá nhận hàng tại chỗ nhà em",
      "the ex works price is for goods you collect from us",
      "工場渡し価格は、うちでお引き渡しする場合のお値段です",
    ],
  ]);
  expect(tellNotes("Hạt điều giá CIF Durban 5 USD/kg", "delivery")).toEqual([]);
  expect(tellNotes("Cà phê 3200 USD/tấn, không làm CIF", "delivery")).toEqual([]);
});

test("prices are told apart by their terms of trade", () => {
  expect(tellNotes("Gạo ST25 giá FOB Hải Phòng 600 USD/tấn, CIF Yokohama 700 USD/tấn", "price")).toEqual([
    [
      "600 đô la một tấn giá FOB Hải Phòng, còn 700 đô la một tấn giá CIF Yokohama",
      "600 US dollars a tonne FOB Hai Phong and 700 US dollars a tonne CIF Yokohama",
      "ハイフォン本船渡しで1トン600ドル、横浜までの運賃・保険料込みで1トン700ドル",
    ],
  ]);
  expect(tellNotes("Thanh long 20k/kg EXW, 1.2 USD/kg FOB Cát Lái", "price")[0]?.[1]).toBe(
    "20,000 dong a kilo ex works and 1.20 US dollars a kilo FOB Cat Lai for orders from abroad",
  );
});

test("who buys from abroad is named once, then each term of trade with its price", () => {
  const notes = "Cà phê Cầu Đất, gói 250g 120k, gói 500g 230k. FOB Hải Phòng 8 USD/kg, CIF Yokohama 9 USD/kg";
  expect(tellNotes(notes, "price")).toEqual([
    [
      "gói 250 gam 120 ngàn, gói 500 gam 230 ngàn, còn khách nước ngoài thì 8 đô la một ký giá FOB Hải Phòng, 9 đô la một ký giá CIF Yokohama",
      "250-gram packs at 120,000 dong each, 500-gram packs at 230,000 dong each, and for orders from abroad, 8 US dollars a kilo FOB Hai Phong or 9 US dollars a kilo CIF Yokohama",
      "250グラム入りは1パック12万ドン、500グラム入りは1パック23万ドン、海外のお客様へはハイフォン本船渡しで1キロ8ドル、横浜までの運賃・保険料込みで1キロ9ドル",
    ],
  ]);
  expect(tellNotes(notes, "delivery")).toEqual([
    [
      "giá FOB tính tại Hải Phòng, giá CIF Yokohama đã gồm cước phí và bảo hiểm",
      "the FOB price is for delivery on board at Hai Phong and the CIF price covers freight and insurance to Yokohama",
      "FOB価格はハイフォンでの本船渡しで、横浜着の輸出価格は、運賃と保険料込みです",
    ],
  ]);
});
