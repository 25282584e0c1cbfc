import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

// A row of the rules' phrases is one statement in three languages: on air the Vietnamese is said and the others are its captions.
const pitch = (language: string): unknown => JSON.parse(readFileSync(`locales/${language}/pitch.json`, "utf8"));

const rowAt = (language: string, path: string, row: number) => {
  let at: unknown = pitch(language);
  for (const key of [...path.split("."), row]) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  return z
    .string()
    .parse(at)
    .replaceAll(/\[[^\]]*\]/gu, "");
};

test.each([
  ["order.comment", 3, "ngay trong buổi live", /right here as we talk/, /配信中/],
  ["order.after", 0, "nhắn lại từng món", /go over it/, /書いてお返し.*お確かめ/],
  ["order.after", 7, "nhắn một lần", /one message/, /一度にまとめて/],
  ["order.after", 9, "nhận hàng ngày nào", /beforehand which day/, /ご希望の日.*先に/],
  ["demo.pack", 1, "nhận về tay cũng như thế", /will reach you/, /お手元に.*届きます/],
  ["demo.sweet", 1, "hỏi thêm về độ ngọt", /more about the sweetness/, /もっとお聞き/],
  ["pain.craft", 1, "cầm lên tay mới biết", /in your hand/, /手に取る/],
  ["pain.spice", 2, "không được nếm trước", /cannot taste/, /味見/],
  ["pain.any", 4, "không biết ai làm ra", /who made it/, /だれが作った/],
  ["pain.any", 8, "người bán cũng lo", /so do I/, /売る私も.*心配/],
  ["feature.size.proof", 0, "gần ống kính", /lens/, /レンズ/],
  ["ask.fruit", 1, "ngồi xem phim", /film/, /映画/],
  ["ask.craft", 0, "để trưng", /shelf/, /飾り/],
] as const)("%s, row %i, is told alike in every language", (path, row, vi, en, ja) => {
  expect(rowAt("vi", path, row)).toContain(vi);
  expect(rowAt("en", path, row)).toMatch(en);
  expect(rowAt("ja", path, row)).toMatch(ja);
});
