import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "#shows/columns-of.ts";
import { layOutLines, LAYOUTS } from "#shows/lay-out-lines.ts";
import type { Language } from "#i18n/language.ts";
import { captions, glue, KNOWN, languages, layouts, NAMES } from "./any-captions.ts";

const FORBIDDEN_START = /^[、。，．！？!?）」』】ー〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%]/u;
const FORBIDDEN_END = /[（「『【¥$]$/u;

/** Where lines end in the text that they were. */
const breaksOf = (lines: readonly string[], language: Language) => {
  let at = 0;
  return lines.slice(0, -1).map((line) => {
    at += line.length;
    const place = at;
    at += glue(language).length;
    return place;
  });
};

test.each([
  ["今日の価格はキロあたり47,000ドンです。", ["今日の価格は", "キロあたり", "47,000ドンです。"]],
  ["今日はキロあたり147,000ドンで販売します。", ["今日はキロあたり", "147,000ドンで", "販売します。"]],
  ["お得な6キロなら210,000ドンです。", ["お得な6キロなら", "210,000ドンです。"]],
  ["チャン・ヴァン・フウンさん、こんにちは。", ["チャン・ヴァン・", "フウンさん、", "こんにちは。"]],
])("on a phone a Japanese line ends after its unit, its price or a part of a name, never inside: %s", (text, lines) => {
  expect(layOutLines(text, "ja", { layout: "vertical" })).toEqual(lines);
});

test("lines fit the picture, keep every character and the order of them", () => {
  fc.assert(
    fc.property(captions, ({ language, layout, text }) => {
      const lines = layOutLines(text, language, { layout, names: NAMES[language] });
      expect(lines.join(glue(language))).toBe(text);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(LAYOUTS[layout].columns[language]);
    }),
  );
});

test("no line begins or ends against kinsoku", () => {
  fc.assert(
    fc.property(
      captions.filter(({ language }) => language === "ja"),
      ({ layout, text }) => {
        const lines = layOutLines(text, "ja", { layout });
        for (const line of lines.slice(1)) expect(line).not.toMatch(FORBIDDEN_START);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(FORBIDDEN_END);
      },
    ),
  );
});

const PLAIN: Record<Language, readonly string[]> = {
  vi: ["giá", "hôm nay", "nghiêng ngả", "ngọt", "lắm nhé", "vườn nhà em"],
  en: ["fresh", "from our orchard", "very sweet", "picked this morning", "straight to you"],
  ja: ["今日の", "とても", "おいしい", "うちの畑で", "新鮮な", "を", "です。"],
};
const NUMBERS: Record<Language, readonly string[]> = {
  vi: [
    "35.000 đồng",
    "ba mươi lăm nghìn",
    "một triệu hai",
    "150 cân",
    "35k",
    "10%",
    "1.200.000 đ",
    "10–15 tháng 6",
    "2 - 3 ngày",
    "tháng 6",
  ],
  en: ["35,000 dong", "twenty-five kilos", "150 kilos", "$10", "10%", "VND 35,000", "June 10–15", "10 to 15 June", "2 - 3 days"],
  ja: ["35,000ドン", "22万5千ドン", "2〜4キロ", "50％", "¥1,200", "19度", "糖度18～19度", "6月10日～15日", "35,000 VND", "1キロ〜2キロ"],
};
const counted = languages.chain((language) =>
  fc.record({
    language: fc.constant(language),
    layout: layouts,
    parts: fc.array(fc.tuple(fc.constantFrom(...PLAIN[language]), fc.constantFrom(...NUMBERS[language])), { minLength: 1, maxLength: 8 }),
  }),
);

test("no number is broken, nor parted from its unit", () => {
  fc.assert(
    fc.property(counted, ({ language, layout, parts }) => {
      const lines = layOutLines(parts.flat().join(glue(language)), language, { layout });
      expectWhole(lines, parts, language);
    }),
  );
});

/** The second of each part lies within a line. */
function expectWhole(lines: readonly string[], parts: readonly (readonly [string, string])[], language: Language): void {
  const breaks = breaksOf(lines, language);
  let at = 0;
  for (const [word, whole] of parts) {
    const start = at + word.length + glue(language).length;
    for (const place of breaks) expect(place > start && place < start + whole.length).toBe(false);
    at = start + whole.length + glue(language).length;
  }
}

const named = languages.chain((language) =>
  fc.record({
    language: fc.constant(language),
    layout: layouts,
    parts: fc.array(fc.tuple(fc.constantFrom(...PLAIN[language]), fc.constantFrom(...NAMES[language], ...KNOWN[language])), {
      minLength: 1,
      maxLength: 8,
    }),
  }),
);

test("a Japanese sentence ends its lines between its words, though that may take a screen more", () => {
  expect(layOutLines("本日は1キロ35,000ドンです。10キロお買い上げで、さらに1キロ差し上げます。", "ja")).toEqual([
    "本日は",
    "1キロ35,000ドンです。",
    "10キロお買い上げで、",
    "さらに1キロ差し上げます。",
  ]);
});

test("nor is a word torn to save a line or a screen", () => {
  expect(layOutLines("ご予約はお電話かメッセージで承ります。お名前とご人数、お電話番号をお書きください。", "ja")).toEqual([
    "ご予約はお電話か",
    "メッセージで承ります。",
    "お名前とご人数、",
    "お電話番号を",
    "お書きください。",
  ]);
  expect(layOutLines("はい、750ミリリットル入りは1本24万ドン、6本入りは1箱140万ドンでございます。", "ja")).toEqual([
    "はい、",
    "750ミリリットル入りは",
    "1本24万ドン、6本入りは",
    "1箱140万ドンでございます。",
  ]);
});

test("an original shown in another language keeps its numbers and names whole as in its own", () => {
  const spoken = fc.array(fc.tuple(fc.constantFrom(...PLAIN.vi), fc.constantFrom(...NUMBERS.vi, ...NAMES.vi, ...KNOWN.vi)), {
    minLength: 3,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(["en", "horizontal"] as const, ["en", "vertical"] as const, ["ja", "horizontal"] as const),
      spoken,
      ([language, layout], parts) => {
        const lines = layOutLines(parts.flat().join(" "), language, { layout, names: NAMES.vi });
        expectWhole(lines, parts, "vi");
      },
    ),
  );
});

test("no name of the glossary or the lexicon is broken", () => {
  fc.assert(
    fc.property(named, ({ language, layout, parts }) => {
      const lines = layOutLines(parts.flat().join(glue(language)), language, { layout, names: NAMES[language] });
      expectWhole(lines, parts, language);
    }),
  );
});

test("a sentence in capitals, where every word looks like a name, breaks between its words", () => {
  const text = "GIÁ HÔM NAY RẺ NHẤT CẢ NHÀ ƠI VÀO XEM VẢI THIỀU LỤC NGẠN CỦA EM NHÉ MỌI NGƯỜI";
  const lines = layOutLines(text, "vi");
  expect(lines.join(" ")).toBe(text);
  expect(lines.length).toBe(2);
});

test("a number of many parts stays whole in Japanese", () => {
  const lines = layOutLines("10キロ入りの箱は送料込みで全部で22万5千ドンになります。", "ja");
  expect(lines.some((line) => line.includes("22万5千ドン"))).toBe(true);
});

test("a caption is NFC, whatever it came as", () => {
  expect(layOutLines("Vải thiều".normalize("NFD"), "vi")).toEqual(["Vải thiều".normalize("NFC")]);
});

test("an original shown to Japanese viewers breaks between its words", () => {
  const lines = layOutLines("con mèo nhà em nó vừa nhảy lên bàn rồi cả nhà ơi", "ja");
  expect(lines.every((line) => columnsOf(line) <= 26)).toBe(true);
  expect(lines.join(" ")).toBe("con mèo nhà em nó vừa nhảy lên bàn rồi cả nhà ơi");
});
