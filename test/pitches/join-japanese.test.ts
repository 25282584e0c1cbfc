import { expect, test } from "vitest";
import type { FactKind } from "#facts/fact.ts";
import { tellNotes } from "./tell-notes.ts";

/** What is told of some notes in Japanese. */
const tell = (notes: string, ...kinds: FactKind[]) => tellNotes(notes, ...kinds).map(([, , japanese]) => japanese);

test("where goods go and how or how soon is one thing, said with one verb", () => {
  expect(tell("cam Cao Phong 30k/kg, gửi xe khách đi Hà Nội", "delivery")).toEqual(["ハノイへ長距離バス便でお送りします"]);
  expect(tell("bơ Đắk Lắk 30k/kg, ship Sài Gòn 2-3 ngày", "delivery")).toEqual(["サイゴンまでのお届けは2～3日です"]);
  expect(tell("rau Đà Lạt 30k/kg, ship SG sáng mai có", "delivery")).toEqual(["サイゴンへは翌日にお届けします"]);
  expect(tell("chè Thái Nguyên 300k/kg, ship toàn quốc", "delivery")).toEqual(["ベトナム全国へ発送します"]);
  expect(tell("chè Thái Nguyên 300k/kg, gửi bưu điện 3 ngày", "delivery")).toEqual(["郵便でお送りし、お届けまで3日です"]);
});

test("how the buyer pays comes last", () => {
  expect(tell("chè Thái Nguyên 300k/kg, ship cod toàn quốc 3-5 ngày", "delivery")).toEqual([
    "ベトナム全国へは、お届けまで3～5日で、代金引換をご利用いただけます",
  ]);
});

test("what is left out or put in is listed, not said each with its own verb", () => {
  expect(tell("giò lụa Ước Lễ 180k/kg, không hàn the, không phẩm màu, không chất bảo quản", "practice")).toEqual([
    "ホウ砂も着色料も保存料も使っていません",
  ]);
  expect(tell("bánh tráng Trảng Bàng 60k/kg, không hàn the, phơi nắng", "practice")).toEqual(["天日で干し、ホウ砂は使っていません"]);
});

test("two places to keep are one request", () => {
  expect(tell("Chả cá Quy Nhơn 180k/kg. Bỏ tủ đông 3 tháng, tủ mát 5 ngày", "storage")).toEqual(["冷凍庫か冷蔵庫で保存してください"]);
  expect(tell("chè kho Nam Định 90k/hộp, để chỗ mát hoặc tủ lạnh", "storage")).toEqual(["涼しい場所に置くか、冷蔵庫で保存してください"]);
});
