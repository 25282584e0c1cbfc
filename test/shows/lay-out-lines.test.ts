import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf, layOutLines } from "#shows/lay-out-lines.ts";

const JAPANESE = [
  "今日の",
  "価格は",
  "キロあたり",
  "35,000ドン",
  "です。",
  "10キロ入り",
  "ジューシー",
  "ルックガン",
  "ティエウライチ",
  "「甘い」",
  "みなさん、",
  "95,000ドン",
  "50％",
  "とても",
  "ちょっと",
  "。",
  "！",
  "500グラム",
  "VietGAP",
  "（税込み）",
];
const LATIN = [
  "Giá",
  "hôm",
  "nay",
  "35.000",
  "đồng",
  "một",
  "cân,",
  "Lục",
  "Ngạn",
  "10",
  "kilos",
  "and",
  "the",
  "vườn",
  "nghiêng",
  "lychees.",
  "150",
  "cân",
];
const FORBIDDEN_START = /^[、。，．！？!?）」』】ー〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%]/u;
const FORBIDDEN_END = /[（「『【¥$]$/u;

test("Japanese lines fit, keep kinsoku, lose nothing, and no number is broken", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...JAPANESE), { minLength: 1, maxLength: 14 }), (parts) => {
      const text = `みなさん${parts.join("")}`;
      const lines = layOutLines(text, "ja");
      expect(lines.join("")).toBe(text);
      for (const [index, line] of lines.entries()) {
        expect(columnsOf(line)).toBeLessThanOrEqual(26);
        if (index > 0) expect(line).not.toMatch(FORBIDDEN_START);
        if (index < lines.length - 1) {
          expect(line).not.toMatch(FORBIDDEN_END);
          expect(`${line.slice(-1)}|${lines[index + 1]?.slice(0, 1) ?? ""}`).not.toMatch(/[\d,.]\|[\d,.]/);
        }
      }
    }),
  );
});

test("Vietnamese and English lines fit, lose nothing, and keep a number with its unit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LATIN), { minLength: 1, maxLength: 30 }),
      fc.constantFrom("vi" as const, "en" as const),
      (parts, language) => {
        const text = parts.join(" ");
        const lines = layOutLines(text, language);
        expect(lines.join(" ")).toBe(text);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(42);
      },
    ),
  );
  const lines = layOutLines("Cả nhà ơi hôm nay em bán vải thiều loại ngon 35.000 đồng một cân nhé", "vi");
  expect(lines.join("|")).not.toMatch(/35\.000\|đồng/);
});

test("a caption is NFC, whatever it came as", () => {
  expect(layOutLines("Vải thiều".normalize("NFD"), "vi")).toEqual(["Vải thiều".normalize("NFC")]);
});

test("an original shown to Japanese viewers breaks between its words", () => {
  const lines = layOutLines("con mèo nhà em nó vừa nhảy lên bàn rồi cả nhà ơi", "ja");
  expect(lines.every((line) => columnsOf(line) <= 26)).toBe(true);
  expect(lines.join(" ")).toBe("con mèo nhà em nó vừa nhảy lên bàn rồi cả nhà ơi");
});
