import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmounts } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { dongForms, english, fullWidth, grouped, kanji, vietnameseHundreds } from "./number-forms.ts";

const read = (text: string, language: Language) =>
  readAmounts(text, language).map(({ min, max, unit, per }) => [min, max, unit, ...(per === undefined ? [] : [per])].join(" "));
const reads = (text: string, language: Language, ...amounts: string[]) =>
  expect([text, ...read(text, language)]).toEqual([text, ...amounts]);

test("a sum of dong reads back from every form in which it is written or said, with its marks and without", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99_999 }), (thousands) => {
      const dong = thousands * 1000;
      for (const form of dongForms(thousands)) {
        reads(`giá ${form}`, "vi", `${dong} ${dong} VND`);
        reads(foldText(`giá bán ${form} thôi`), "vi", `${dong} ${dong} VND`);
      }
    }),
  );
});

test("a price reads back with what it is per, whichever stands first", () => {
  const units = [
    ["kg", "kg"],
    ["ký", "kg"],
    ["cân", "kg"],
    ["lít", "l"],
    ["trái", "fruit"],
    ["quả", "fruit"],
    ["thùng", "box"],
    ["hộp", "box"],
    ["gói", "pack"],
    ["chai", "bottle"],
    ["hũ", "jar"],
    ["bó", "bunch"],
  ] as const;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9999 }), fc.constantFrom(...units), (thousands, [name, unit]) => {
      const amount = `${thousands * 1000} ${thousands * 1000} VND ${unit}`;
      for (const form of dongForms(thousands)) {
        for (const text of [`${form}/${name}`, `${form} một ${name}`, `${form} mỗi ${name}`]) reads(`giá ${text}`, "vi", amount);
        if (unit === "kg") reads(`1 ${name} giá ${form}`, "vi", amount);
      }
    }),
  );
});

test("weights, volumes and counts read back, whole, halved and with a decimal comma", () => {
  const masses = [
    ["kg", 1, "kg"],
    ["ký", 1, "kg"],
    ["lạng", 100, "g"],
    ["yến", 10, "kg"],
    ["tấn", 1, "t"],
    ["gram", 1, "g"],
    ["lít", 1, "l"],
    ["ml", 1, "ml"],
    ["tuần", 7, "day"],
    ["tháng", 1, "month"],
    ["thùng", 1, "box"],
    ["chai", 1, "bottle"],
  ] as const;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999 }), fc.constantFrom(...masses), fc.boolean(), (value, [name, factor, unit], north) => {
      const amount = (of: number) => `${of * factor} ${of * factor} ${unit}`;
      reads(`còn ${value} ${name}`, "vi", amount(value));
      reads(`còn ${vietnameseHundreds(value, { north })} ${name}`, "vi", amount(value));
      if (name !== "gram" && name !== "ml") reads(`còn ${value} ${name} rưỡi`, "vi", amount(value + 0.5));
      reads(`còn ${value},5 ${name}`, "vi", amount(value + 0.5));
    }),
  );
});

test("a range reads back as one, its scale and unit said once or twice", () => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 98 }), fc.integer({ min: 1, max: 80 }), fc.boolean(), (low, wide, north) => {
      const high = low + wide;
      const [from, to] = [vietnameseHundreds(low, { north }), vietnameseHundreds(high, { north })];
      const money = `${low * 1000} ${high * 1000} VND kg`;
      for (const text of [
        `${low}-${high}k/kg`,
        `${low}k - ${high}k/kg`,
        `${low} đến ${high} nghìn/kg`,
        `từ ${low}k tới ${high}k một ký`,
        `${from} đến ${to} nghìn một cân`,
        `${low}.000đ–${high}.000đ/kg`,
      ])
        reads(`giá ${text}`, "vi", money);
      for (const text of [`${low}-${high} ngày`, `${low} – ${high} ngày`, `${from} tới ${to} ngày`])
        reads(`để được ${text}`, "vi", `${low} ${high} day`);
      reads(`${low} to ${high} days`, "en", `${low} ${high} day`);
      reads(`${low}–${high} kg`, "en", `${low} ${high} kg`);
      reads(`${low}～${high}日間`, "ja", `${low} ${high} day`);
      reads(`${low}キロから${high}キロ`, "ja", `${low} ${high} kg`);
    }),
  );
});

test("English words and Japanese kanji, full-width digits and myriads read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999 }), (value) => {
      reads(`${english(value)} kilos`, "en", `${value} ${value} kg`);
      reads(`${english(value)} thousand dong per kilo`, "en", `${value * 1000} ${value * 1000} VND kg`);
      reads(`${grouped(value * 1000, ",")} VND/kg`, "en", `${value * 1000} ${value * 1000} VND kg`);
      reads(`${fullWidth(value)}キロ`, "ja", `${value} ${value} kg`);
      reads(`${kanji(value)}キロ`, "ja", `${value} ${value} kg`);
      reads(`1キロ${grouped(value * 1000, ",")}ドン`, "ja", `${value * 1000} ${value * 1000} VND kg`);
      reads(`${value}万ドン`, "ja", `${value * 10_000} ${value * 10_000} VND`);
      reads(`${kanji(value)}万五千ドン`, "ja", `${value * 10_000 + 5000} ${value * 10_000 + 5000} VND`);
    }),
  );
});
