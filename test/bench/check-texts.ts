import type { TFunction } from "i18next";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import type { Bench, Result } from "./result.ts";

const CHECKS = 200;
const WARM_UP = 40;
const LENGTH = 2000;
const LONGEST = 12_000;
/** Repeated to the longest text allowed, these are what slow expressions are slow at. */
const HOSTILE = [
  "9",
  "0 ",
  "1,",
  "-18 độ ",
  "nhất ",
  "best ",
  "không phun ",
  "more than ",
  "ngon hơn ",
  "一",
  "ライチ",
  "より",
  "<script",
  "[a](",
  "%3c",
  "*a ",
  "\u0300",
  "\u200d",
  "🏴",
  "a@",
  "www.",
  "Zalo: ",
  "Lục Ngạn ",
  "thùng 5kg 35k, ",
  "6月10日",
  "1キロ3万5千ドン、",
  "a ",
  "ạ ",
];
const NOTES =
  "Vải thiều Lục Ngạn, Bắc Giang, vườn nhà 12 năm nay, chín từ 10/6 đến 20/7. Độ ngọt 18-20 brix, 30-35 quả/kg. Giá 35k/kg, thùng 5kg 170k, thùng 10kg 330k. Còn 2 tấn, bán sỉ từ 100kg. VietGAP. Hái buổi sáng, không phun thuốc cỏ. Ngăn mát 7 ngày. Ship toàn quốc 2-3 ngày. Gọi 0912 345 678";

/** The gate over three texts of two thousand characters that nobody has checked before, in one process. */
export const checkThreeTexts: Bench = {
  async run() {
    const words = loadWords();
    const say = words.in("vi", "findings");
    const times = Array.from({ length: WARM_UP + CHECKS }, (_, round) => {
      const grower = { notes: `${NOTES} (${round})`, answers: [] };
      const { facts } = readFactsByRules(grower, MARKETS);
      const textOf = (language: Language) => {
        const { intro, loop } = writePitchByRules({ storyId: `bench-${round}`, facts, language, words });
        const told = [...intro, ...loop].map(({ say: sentence }) => sentence).join(" ");
        return told.repeat(Math.ceil(LENGTH / told.length)).slice(0, LENGTH);
      };
      const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textOf(language)]));
      const startedAt = performance.now();
      checkTexts({ words: grower, facts, texts, markets: MARKETS, say });
      return performance.now() - startedAt;
    });
    const sorted = times.slice(WARM_UP).toSorted((one, other) => one - other);
    return [
      {
        name: "check three texts",
        unit: "ms",
        ours: sorted[Math.floor(CHECKS * 0.95)] ?? Number.NaN,
        promise: { of: "ours", atMost: 20 },
        note: `2,000 characters each, p95 of ${CHECKS}; p50 ${(sorted[CHECKS / 2] ?? Number.NaN).toFixed(1)} ms`,
      },
      worstOf(say),
    ];
  },
};

function worstOf(say: TFunction): Result {
  const words = { notes: NOTES, answers: [] };
  const { facts } = readFactsByRules(words, MARKETS);
  const times = HOSTILE.flatMap((seed) =>
    LANGUAGES.map((language) => {
      const text = seed.repeat(Math.ceil(LONGEST / seed.length)).slice(0, LONGEST);
      const startedAt = performance.now();
      checkTexts({ words, facts, texts: { [language]: text }, markets: MARKETS, say });
      return { ms: performance.now() - startedAt, what: `${JSON.stringify(seed)} in ${language}` };
    }),
  );
  const worst = times.toSorted((one, other) => other.ms - one.ms)[0];
  return {
    name: "check a hostile text",
    unit: "ms",
    ours: worst?.ms ?? Number.NaN,
    promise: { of: "ours", atMost: 200 },
    note: `12,000 characters of ${times.length} kinds, the worst: ${worst?.what ?? "none"}`,
  };
}
