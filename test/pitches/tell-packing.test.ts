import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { tellNotes } from "./tell-notes.ts";

test("what goods are sent in is told, with the layers of its board and where it goes", () => {
  expect(tellNotes("Thanh long 20k/kg, thùng carton xuất khẩu 5 lớp, xếp pallet", "pack")).toEqual([
    [
      "nhà em đóng thùng carton xuất khẩu 5 lớp, xếp trên pallet",
      "we pack them in 5-layer export cartons and stack them on pallets",
      "輸出用の5層段ボール箱に詰め、パレットに積んでいます",
    ],
  ]);
  expect(tellNotes("tom su Quang Ninh 300k/kg, dong thung xop", "pack")).toEqual([
    ["nhà em đóng thùng xốp", "we pack it in foam boxes", "発泡スチロールの箱に詰めています"],
  ]);
  expect(tellNotes("Gốm Bát Tràng 650k/chiếc, 5-layer carton", "pack")[0]?.[1]).toBe("we pack it in 5-layer cardboard boxes");
});

test("how much stands on a pallet is told beside what a box holds, and is no pack to print", () => {
  expect(tellNotes("Xoài Cát Chu 70k/kg, thùng 10kg, 72 thùng/pallet", "pack")).toEqual([
    ["thùng 10 cân", "10-kilo boxes", "10キロ入りの箱"],
    ["mỗi pallet xếp 72 thùng", "each pallet holds 72 boxes", "パレット1枚に72箱を積んでいます"],
  ]);
  expect(tellNotes("Gạo ST25 20k/kg, mỗi pallet xếp 800 kg", "pack")[0]?.[1]).toBe("each pallet holds 800 kilos");
});

test("a box that says how much it holds also says what it is", () => {
  expect(tellNotes("Bưởi da xanh 40k/kg, thùng carton 5 lớp 10kg", "pack").map(([, english]) => english)).toEqual([
    "10-kilo boxes",
    "we pack them in 5-layer cardboard boxes",
  ]);
});

test("what a box costs, what grows in one and what is not done is no packing", () => {
  expect(tellNotes("Bưởi 40k/kg, thùng xốp tính thêm 15k", "pack")).toEqual([]);
  expect(tellNotes("Rau cải 20k/kg, trồng thùng xốp", "pack")).toEqual([]);
  expect(tellNotes("Bưởi Diễn 40k/kg, không đóng thùng xốp", "pack")).toEqual([]);
});

test("how much a box holds is still asked where the notes only say what it is", () => {
  const { questions } = readFactsByRules(
    { notes: "Bưởi da xanh Bến Tre 40k/kg, đóng thùng xốp, ship toàn quốc, 0912345678", answers: [] },
    ["vn"],
  );
  expect(questions.map(({ about }) => about)).toContain("pack");
});
