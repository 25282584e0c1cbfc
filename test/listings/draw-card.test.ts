import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { LANGUAGES } from "#i18n/language.ts";
import { drawCard } from "#listings/draw-card.ts";
import { drawWords, FONT_FILES } from "#listings/draw-words.ts";
import { holdWords } from "#listings/hold-words.ts";

const VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
const JAPANESE =
  "あいうえおがぎぐげござじずぜぞぱぴぷぺぽゃゅょっーアイウエオヴァィゥェォッヂヅ、。・（）円産地農園収穫価格箱送料無農薬認証生産者";
const WORDS = [
  ["vi", "Vải thiều Lục Ngạn ₫"],
  ["vi", "Bưởi Năm Roi ở Bình Minh, quả mọng nước ữ ẵ ệ ỡ"],
  ["en", "Thieu lychees from Nguyễn Văn Ước"],
  ["ja", "ルックガン産のティエウ種ライチ"],
  ["ja", "生産者のNguyễn Văn Ướcさん"],
] as const;

/** The characters a TrueType file draws, read from its `cmap` in format 4. */
function charactersOf(file: string): Set<number> {
  const font = readFileSync(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const cmap = font.readUInt32BE((tables.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0) + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4));
  const table = subtables.find((at) => font.readUInt16BE(at) === 4) ?? 0;
  const segments = font.readUInt16BE(table + 6) / 2;
  const drawn = new Set<number>();
  for (let at = 0; at < segments; at += 1) {
    const end = font.readUInt16BE(table + 14 + 2 * at);
    const start = font.readUInt16BE(table + 16 + 2 * (segments + at));
    for (let code = start; code <= end && code < 0xffff; code += 1) drawn.add(code);
  }
  return drawn;
}

test("our font files hold every Vietnamese letter with its marks, and the Japanese of a listing", () => {
  const [latin = new Set<number>(), japanese = new Set<number>()] = FONT_FILES.map(charactersOf);
  const missing = (text: string, drawn: Set<number>) => [...text].filter((letter) => !drawn.has(letter.codePointAt(0) ?? 0));
  expect(missing(VIETNAMESE + VIETNAMESE.toUpperCase() + "₫–“”’", latin)).toEqual([]);
  expect(missing(JAPANESE, japanese)).toEqual([]);
  expect(missing("한", japanese)).toEqual(["한"]);
});

test("the letters are drawn from them: on a machine without any font the words are just as wide", async () => {
  const here = await Promise.all(WORDS.map(async ([language, words]) => drawn(language, words)));
  const folder = mkdtempSync(join(tmpdir(), "farmcast-no-fonts-"));
  try {
    writeFileSync(join(folder, "fonts.conf"), `<?xml version="1.0"?><fontconfig><cachedir>${folder}</cachedir></fontconfig>`);
    const source = `
      import { drawWords } from "#listings/draw-words.ts";
      const words = ${JSON.stringify(WORDS)};
      const drawn = await Promise.all(words.map(([language, text]) => drawWords(text, { language, size: 40, colour: "#000", width: 2000 })));
      console.log(JSON.stringify(drawn.map(({ width, height }) => [width, height])));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
      encoding: "utf8",
      env: { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf"), NODE_OPTIONS: "" },
    });
    expect(stdout, stderr).not.toBe("");
    const there: [number, number][] = JSON.parse(stdout);
    for (const [at, [width, height]] of here.entries()) {
      const words = WORDS[at]?.[1];
      expect(Math.abs(width - (there[at]?.[0] ?? 0)), words).toBeLessThanOrEqual(2);
      expect(Math.abs(height - (there[at]?.[1] ?? 0)), words).toBeLessThanOrEqual(2);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function drawn(language: "vi" | "en" | "ja", words: string): Promise<[number, number]> {
  const { width = 0, height = 0 } = (await drawWords(words, { language, size: 40, colour: "#000", width: 2_000 })) ?? {};
  return [width, height];
}

test("whatever a title says, there is a picture of the right size, and nothing in it is markup", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc.constant("x".repeat(2_000)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LANGUAGES), text, text, async (language, title, place) => {
      const picture = await drawCard({
        language,
        title,
        names: [place],
        place,
        price: title,
        note: "<b>&",
        brand: "Farmcast",
        photo: undefined,
      });
      expect(await sharp(picture).metadata()).toMatchObject({ width: 1_200, height: 630, format: "jpeg" });
    }),
    { numRuns: 15 },
  );
  const [bold, plain] = await Promise.all([drawn("en", "<b>x</b>"), drawn("en", "x")]);
  expect(bold[0]).toBeGreaterThan(3 * plain[0]);
}, 60_000);

test("names, and in Japanese phrases, stay on one line where it has room for them", () => {
  const shown = (text: string) => text.replaceAll("\u00a0", "_").replaceAll("\u2060", "+");
  const names = ["Vải thiều", "Lục Ngạn, Bắc Giang"];
  expect(shown(holdWords("Vải thiều Lục Ngạn", "vi", { names, columnsMax: 12 }))).toBe("Vải_thiều Lục_Ngạn");
  expect(shown(holdWords("Vải thiều", "vi", { names, columnsMax: 5 }))).toBe("Vải thiều");
  const held = shown(holdWords("ルックガンのライチ", "ja", { names: [], columnsMax: 8 }));
  expect(held).toContain("ラ+イ+チ");
  expect(held.replaceAll("+", "")).toBe("ルックガンのライチ");
});
