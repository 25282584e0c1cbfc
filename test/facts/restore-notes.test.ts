import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lightText } from "#facts/fold.ts";
import { restore } from "#facts/restore.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { withoutMarks } from "./without-marks.ts";

const NAMES = new Set(["product", "variety", "place"]);
type Span = { start: number; end: number };

describe("a whole note typed without marks has nearly all of them back", () => {
  test.each([
    ["seen", 0.96, 0.99],
    ["unseen", 0.93, 0.96],
  ])("%s", (name, syllablesMin, namesMin) => {
    const notes = readNotes(name).map((text) => ({ text, restored: restore(withoutMarks(text)) }));
    expect(shareBack(notes, syllablesOf)).toBeGreaterThan(syllablesMin);
    expect(shareBack(notes, namesOf)).toBeGreaterThan(namesMin);
  });
});

describe("a number in words is written as it is read", () => {
  test.each([
    "giá mười bốn ngàn một ký",
    "mười lăm nghìn một cân",
    "hai lăm nghìn một cân",
    "còn năm chục ký nữa thôi",
    "hai mươi mốt nghìn, lấy năm ký tính hai mươi",
    "vỏ mỏng, mười hai trái một ký",
    "hạn mười tám tháng",
    "một triệu hai trăm nghìn một cặp",
    "mỗi năm sáu trăm ký",
  ])("%s", (marked) => expect(restore(withoutMarks(marked))).toBe(marked));
});

describe("what stands around a syllable decides between its readings", () => {
  test.each([
    "nửa cân, cần bán gấp 2 tấn",
    "gà ta, con 3kg trở lên",
    "gà ta, còn 3 tạ",
    "hàng nhà làm nên số lượng có hạn",
    "còn 2 tấn nữa thôi",
    "cành cứng, bông to",
    "giống cũ của ông bà để lại",
  ])("%s", (marked) => expect(restore(withoutMarks(marked))).toBe(marked));
});

function readNotes(name: string): string[] {
  const lines = readFileSync(new URL(`./marked-notes/${name}.txt`, import.meta.url), "utf8")
    .normalize("NFC")
    .split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function shareBack(notes: readonly { text: string; restored: string }[], spansOf: (text: string) => Span[]): number {
  const back = notes.flatMap(({ text, restored }) =>
    spansOf(text).map(({ start, end }) => lightText(restored.slice(start, end)) === lightText(text.slice(start, end))),
  );
  return back.filter(Boolean).length / back.length;
}

function syllablesOf(text: string): Span[] {
  return [...text.matchAll(/\p{L}+/gu)].map(({ index, 0: syllable }) => ({ start: index, end: index + syllable.length }));
}

function namesOf(text: string): Span[] {
  return termsIn(text, "vi").filter(({ id }) => NAMES.has(findTerm(id)?.kind ?? ""));
}
