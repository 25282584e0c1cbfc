import { expect, test } from "vitest";
import type { Language } from "#i18n/language.ts";
import { speechDuration } from "#pitches/speech-duration.ts";

/** What is written, and what is said: it takes as long. */
const READ_OUT: [Language, string, string][] = [
  ["vi", "Giá 35 nghìn một cân", "Giá ba mươi lăm nghìn một cân"],
  ["vi", "Thùng 10 cân giá 1.250.000 đồng", "Thùng mười cân giá một triệu hai trăm năm mươi nghìn đồng"],
  ["vi", "Còn 205 hộp, độ ngọt 18,5", "Còn hai trăm lẻ năm hộp, độ ngọt mười tám phẩy năm"],
  ["vi", "Mỗi quả 12-14 lạng", "Mỗi quả mười hai đến mười bốn lạng"],
  ["vi", "Gọi 0912 345 678 nhé", "Gọi không chín một hai ba bốn năm sáu bảy tám nhé"],
  ["vi", "Một mẻ 3.050 con", "Một mẻ ba nghìn không trăm năm mươi con"],
  ["en", "It is 35,000 dong a kilo", "It is thirty five thousand dong a kilo"],
  ["en", "They measure 18–20 degrees", "They measure eighteen to twenty degrees"],
  ["en", "Just call 0912 345 678", "Just call zero nine one two three four five six seven eight"],
  ["en", "The box is 1.5 metres", "The box is one point five metres"],
];

test.each(READ_OUT)("%s %s takes as long as it is read out", (language, written, said) => {
  expect(speechDuration(written, language)).toBe(speechDuration(said, language));
});

test("two hundred syllables, a hundred and fifty words and three hundred characters take a minute", () => {
  expect(speechDuration("ba ".repeat(200), "vi")).toBe(60);
  expect(speechDuration("word ".repeat(150), "en")).toBe(60);
  expect(speechDuration("あ".repeat(300), "ja")).toBe(60);
});
