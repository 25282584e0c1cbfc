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

test("no export is told that the notes deny, plan or only name a code for", () => {
  expect(tellNotes("Vải Lục Ngạn 30k/kg, chưa từng xuất Nhật", "story")).toEqual([]);
  expect(tellNotes("Nhãn Hưng Yên 20k/kg, sang năm đang tính xuất Nhật", "story")).toEqual([]);
  expect(tellNotes("Nhãn Hưng Yên 20k/kg, mã số vùng trồng xuất Nhật", "story")).toEqual([]);
});

test("at which port the price for export stands", () => {
  expect(tellNotes("Gạo ST25 giá FOB Hải Phòng 600 USD/tấn", "delivery")).toEqual([
    ["giá xuất khẩu là giá FOB Hải Phòng", "the export price is free on board at Hai Phong", "輸出価格はハイフォンでの本船渡しです"],
  ]);
});
