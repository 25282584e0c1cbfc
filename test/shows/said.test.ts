import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { indexLines, wordsOf } from "#shows/index-lines.ts";
import { matchScript } from "#shows/match-script.ts";
import { readNumberPlaces } from "#shows/number-places.ts";
import { scriptTexts } from "#shows/script-texts.ts";
import { scriptLineSchema } from "#shows/show.ts";

/** Scripts of many kinds of produce, what was heard of them, and what only sounds like them. */
const FOLDER = new URL("./said/", import.meta.url);
const showSchema = z.object({
  script: z.array(scriptLineSchema.required()),
  /** What was heard, the lines it is, and the numbers their captions must hold. */
  said: z.array(z.tuple([z.string(), z.string()]).rest(z.number())),
  /** Why it is no line of the script, and what was heard. */
  other: z.array(z.tuple([z.string(), z.string()])),
  /** The same, of what differs from a line by its marks alone. */
  marked: z.array(z.tuple([z.string(), z.string()])).default([]),
});
const setOf = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((left, right) => left - right);

/** Each line as it is written, with one word that its contrary replaces or one that makes it a wish. */
const CONTRARIES: readonly (readonly [string, string])[] = [
  ["trước", "sau"],
  ["sau", "trước"],
  ["từ", "đến"],
  ["nhiều", "ít"],
  ["ít", "nhiều"],
  ["mua", "bán"],
  ["tặng", "bán"],
  ["trả", "lấy"],
  ["gửi", "nhận"],
  ["miễn", "tính"],
  ["tăng", "giảm"],
  ["giảm", "tăng"],
  ["sáng", "chiều"],
  ["tối", "sáng"],
  ["trong", "ngoài"],
  ["lên", "xuống"],
  ["đầu", "cuối"],
  ["cuối", "đầu"],
  ["dày", "mỏng"],
  ["to", "nhỏ"],
  ["nhỏ", "to"],
  ["ngọt", "chua"],
  ["nay", "qua"],
  ["này", "sau"],
  ["còn", "hết"],
  ["hết", "còn"],
  ["có", "mất"],
  ["gần", "xa"],
  ["về", "đi"],
  ["tay", "máy"],
  ["nóng", "lạnh"],
];
/** In a shorter one its middle is its edge. */
const WISHED_FROM = 6;
const WISHES = ["sắp", "suýt", "chưa", "dự kiến", "phấn đấu"];

const numbersIn = (text: string, language: Language) =>
  readNumberPlaces(text, language).flatMap(({ value, name, spelled }) => (name || spelled ? [] : [value]));

describe.each(readdirSync(FOLDER))("%s", (file) => {
  const { script, said, other, marked } = showSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));
  const index = indexLines(script);
  // Wherever the show has come to: a line is found again after an hour, and no other one for being the next.
  const places = [-1, 0, Math.floor(script.length / 2), script.length];
  const tell = (text: string, next: number) => scriptTexts({ index, next, languages: ["vi", "en", "ja"] }, { text, final: true });

  test.each(said)("“%s” is %s", (text, lines, ...numbers) => {
    for (const next of places) {
      const found = matchScript(index, text, { next, final: true, strictness: "script" });
      expect(found.map(({ line }) => line.id).join(" ")).toBe(lines);
    }
    const texts = tell(text, -1)?.texts;
    for (const language of ["en", "ja"] as const) {
      expect(texts?.[language]).toBeDefined();
      const told = readNumberPlaces(texts?.[language] ?? "", language).flatMap(({ value, name, spelled }) =>
        name || spelled ? [] : [value],
      );
      if (numbers.length > 0) expect(setOf(told)).toEqual(setOf(numbers));
    }
  });

  test("an interim shows the line that the final will be, with its numbers, or none", () => {
    const wrong = said.flatMap(([text, lines]) => {
      const settled = matchScript(index, text, { next: -1, final: true, strictness: "script" });
      return text.split(" ").flatMap((_, count, words) => {
        const heard = words.slice(0, count + 1).join(" ");
        const shown = matchScript(index, heard, { next: -1, final: false, strictness: "script" });
        const stays = shown.every(
          ({ line, changes }, at) => line.id === settled[at]?.line.id && JSON.stringify(changes) === JSON.stringify(settled[at]?.changes),
        );
        return stays ? [] : [`${heard} → ${shown.map(({ line }) => line.id).join(" ")}, not ${lines}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("no line is found where a contrary stands for its word, or a word that makes a wish of it stands within", () => {
    const wrong = script.flatMap(({ vi }) => {
      const words = wordsOf(vi).split(" ");
      const swapped = CONTRARIES.flatMap(([own, other]) => words.flatMap((word, at) => (word === own ? [words.with(at, other)] : [])));
      const middle = Math.floor(words.length / 2);
      const wished = words.length < WISHED_FROM ? [] : WISHES.map((wish) => words.toSpliced(middle, 0, wish));
      return [...swapped, ...wished].map((changed) => changed.join(" ")).filter((text) => tell(text, -1) !== undefined);
    });
    expect(wrong).toEqual([]);
  });

  test("without its marks nothing is found with a wrong number, nor what is no line", () => {
    const wrongNumbers = said.filter(([text, , ...numbers]) => {
      const texts = tell(foldText(text), -1)?.texts;
      return texts !== undefined && numbers.length > 0 && String(setOf(numbersIn(texts.en ?? "", "en"))) !== String(setOf(numbers));
    });
    expect(wrongNumbers).toEqual([]);
    expect(other.filter(([, text]) => tell(foldText(text), -1) !== undefined)).toEqual([]);
  });

  test.each([...other, ...marked])("%s is no line: “%s”", (_, text) => {
    for (const next of places) expect(tell(text, next)?.texts.en).toBeUndefined();
  });
});
