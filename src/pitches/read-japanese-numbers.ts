import { SEAM } from "./ruby.ts";

const DIGITS = ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"];
const HUNDREDS: Record<number, string> = { 1: "ヒャク", 3: "サンビャク", 6: "ロッピャク", 8: "ハッピャク" };
const THOUSANDS: Record<number, string> = { 1: "セン", 3: "サンゼン", 8: "ハッセン" };
const FIRST = "ツイタチ";
const DAYS: Record<number, string> = {
  2: "フツカ",
  3: "ミッカ",
  4: "ヨッカ",
  5: "イツカ",
  6: "ムイカ",
  7: "ナノカ",
  8: "ヨウカ",
  9: "ココノカ",
  10: "トオカ",
  14: "ジュウヨッカ",
  17: "ジュウシチニチ",
  19: "ジュウクニチ",
  20: "ハツカ",
  24: "ニジュウヨッカ",
  27: "ニジュウシチニチ",
  29: "ニジュウクニチ",
};
/** Counters; `odd` where the end of the number changes the sound, `whole` where the whole number does. */
const COUNTERS: Record<string, { plain: string; odd?: Record<string, string>; whole?: Record<number, string> }> = {
  本: {
    plain: "ホン",
    odd: {
      イチ: "イッポン",
      サン: "サンボン",
      ロク: "ロッポン",
      ハチ: "ハッポン",
      ジュウ: "ジュッポン",
      ャク: "ャッポン",
      セン: "センボン",
      ゼン: "ゼンボン",
      マン: "マンボン",
    },
  },
  個: { plain: "コ", odd: { イチ: "イッコ", ロク: "ロッコ", ハチ: "ハッコ", ジュウ: "ジュッコ", ャク: "ャッコ" } },
  戸: { plain: "コ", odd: { イチ: "イッコ", ロク: "ロッコ", ハチ: "ハッコ", ジュウ: "ジュッコ", ャク: "ャッコ" } },
  件: { plain: "ケン", odd: { イチ: "イッケン", ロク: "ロッケン", ハチ: "ハッケン", ジュウ: "ジュッケン", ャク: "ャッケン" } },
  か月: { plain: "カゲツ", odd: { イチ: "イッカゲツ", ロク: "ロッカゲツ", ハチ: "ハッカゲツ", ジュウ: "ジュッカゲツ" } },
  箱: {
    plain: "ハコ",
    odd: { サン: "サンパコ", ロク: "ロッパコ", ハチ: "ハッパコ", ジュウ: "ジュッパコ", ャク: "ャッパコ" },
    whole: { 1: "ヒトハコ", 2: "フタハコ" },
  },
  袋: { plain: "フクロ", whole: { 1: "ヒトフクロ", 2: "フタフクロ" } },
  瓶: { plain: "ビン", whole: { 1: "ヒトビン", 2: "フタビン" } },
  鉢: { plain: "ハチ", whole: { 1: "ヒトハチ", 2: "フタハチ" } },
  組: { plain: "クミ", whole: { 1: "ヒトクミ", 2: "フタクミ" } },
  枚: { plain: "マイ" },
  膳: { plain: "ゼン" },
  着: { plain: "チャク", odd: { イチ: "イッチャク", ハチ: "ハッチャク", ジュウ: "ジュッチャク" } },
  足: { plain: "ソク", odd: { イチ: "イッソク", サン: "サンゾク", ハチ: "ハッソク", ジュウ: "ジュッソク" } },
  冊: { plain: "サツ", odd: { イチ: "イッサツ", ハチ: "ハッサツ", ジュウ: "ジュッサツ" } },
  羽: { plain: "ワ" },
  点: { plain: "テン", odd: { イチ: "イッテン", ハチ: "ハッテン", ジュウ: "ジュッテン" } },
  頭: { plain: "トウ", odd: { イチ: "イットウ", ハチ: "ハットウ", ジュウ: "ジュットウ" } },
  匹: {
    plain: "ヒキ",
    odd: {
      イチ: "イッピキ",
      サン: "サンビキ",
      ロク: "ロッピキ",
      ハチ: "ハッピキ",
      ジュウ: "ジュッピキ",
      ャク: "ャッピキ",
      セン: "センビキ",
      ゼン: "ゼンビキ",
      マン: "マンビキ",
    },
  },
  杯: {
    plain: "ハイ",
    odd: {
      イチ: "イッパイ",
      サン: "サンバイ",
      ロク: "ロッパイ",
      ハチ: "ハッパイ",
      ジュウ: "ジュッパイ",
      ャク: "ャッパイ",
      セン: "センバイ",
      ゼン: "ゼンバイ",
      マン: "マンバイ",
    },
  },
  かご: { plain: "カゴ", whole: { 1: "ヒトカゴ", 2: "フタカゴ" } },
  粒: { plain: "ツブ", whole: { 1: "ヒトツブ", 2: "フタツブ" } },
  束: { plain: "タバ", whole: { 1: "ヒトタバ", 2: "フタタバ" } },
  つ星: { plain: "ツボシ", whole: { 1: "ヒトツボシ", 2: "フタツボシ", 3: "ミツボシ", 4: "ヨツボシ", 5: "イツツボシ" } },
  月: { plain: "ガツ", whole: { 4: "シガツ", 7: "シチガツ", 9: "クガツ" } },
  時間: { plain: "ジカン", odd: { ヨン: "ヨジカン", ナナ: "シチジカン", キュウ: "クジカン" } },
  年: { plain: "ネン", odd: { ヨン: "ヨネン" } },
  円: { plain: "エン", odd: { ヨン: "ヨエン" } },
  日: { plain: "ニチ", whole: DAYS },
  度: { plain: "ド" },
};
const PHONE = /(?<!\d)0\d{2,4}(?:[ -]?\d{3,4}){2}(?!\d)/g;
const RUBY = "(?:\\[[^\\]]*\\])?";
const NUMBER = "\\d[\\d,.]*(?:[億万千]\\d*)*";
const COUNTED = new RegExp(
  `(?<![A-Za-z\\d])(?:(${NUMBER})～)?(${NUMBER})(?:(つ星|か月|時間|かご|本|個|箱|袋|瓶|束|鉢|組|枚|膳|着|足|冊|羽|点|頭|匹|杯|粒|件|戸|月|年|日|度|円)${RUBY})?(末)?${RUBY}`,
  "gu",
);

/** Numbers with their counters as they are said, in katakana: `3万5千ドン` → `サンマンゴセンドン`, `2～3日` → `フツカからミッカ`; names such as `ST25` stay. */
export function readJapaneseNumbers(phrase: string): string {
  return phrase
    .replace(PHONE, (phone) =>
      Array.from(phone)
        .map((digit) => DIGITS[Number(digit === " " ? "x" : digit)] ?? "、")
        .join(SEAM),
    )
    .replace(
      COUNTED,
      (_whole, least: string | undefined, most: string, counter: string | undefined, end: string | undefined, at: number) => {
        const isDate = /月(?:\[[^\]]*\])?$/u.test(phrase.slice(0, at));
        const range = [least, most].flatMap((written) => (written === undefined ? [] : [readCounted(written, counter, isDate)]));
        return `${SEAM}${range.join(`${SEAM}から${SEAM}`)}${end === undefined ? "" : "マツ"}${SEAM}`;
      },
    );
}

function readCounted(written: string, counter: string | undefined, isDate: boolean): string {
  const value = valueOf(written);
  if (counter === "日" && value === 1 && isDate) return FIRST;
  const number = Number.isInteger(value) ? readWhole(value) : readDecimal(value);
  const sounds = counter === undefined ? undefined : COUNTERS[counter];
  if (sounds === undefined) return number;
  const whole = sounds.whole?.[value];
  if (whole !== undefined) return whole;
  const end = Object.keys(sounds.odd ?? {}).find((last) => number.endsWith(last));
  return end === undefined ? number + sounds.plain : number.slice(0, -end.length) + (sounds.odd?.[end] ?? "");
}

function valueOf(written: string): number {
  const scales: Record<string, number> = { 億: 1e8, 万: 1e4, 千: 1e3 };
  return [...written.replaceAll(",", "").matchAll(/(\d+(?:\.\d+)?)([億万千])?/gu)].reduce(
    (sum, [, digits = "0", scale = ""]) => sum + Number(digits) * (scales[scale] ?? 1),
    0,
  );
}

/** `isScaled`: before 万 or 億, where a thousand has its one. */
function readWhole(value: number, isScaled = false): string {
  if (value === 0) return "ゼロ";
  if (value === 1000 && isScaled) return "イッセン";
  if (value >= 1e8) return `${readWhole(Math.floor(value / 1e8), true)}オク${SEAM}${value % 1e8 === 0 ? "" : readWhole(value % 1e8)}`;
  if (value >= 1e4) return `${readWhole(Math.floor(value / 1e4), true)}マン${SEAM}${value % 1e4 === 0 ? "" : readWhole(value % 1e4)}`;
  const [thousands, hundreds, tens, ones] = [
    Math.floor(value / 1000),
    Math.floor((value % 1000) / 100),
    Math.floor((value % 100) / 10),
    value % 10,
  ];
  return [
    thousands === 0 ? "" : (THOUSANDS[thousands] ?? `${DIGITS[thousands] ?? ""}セン`),
    hundreds === 0 ? "" : (HUNDREDS[hundreds] ?? `${DIGITS[hundreds] ?? ""}ヒャク`),
    (tens === 0 ? "" : tens === 1 ? "ジュウ" : `${DIGITS[tens] ?? ""}ジュウ`) + (ones === 0 ? "" : (DIGITS[ones] ?? "")),
  ]
    .filter((part) => part !== "")
    .join(SEAM);
}

function readDecimal(value: number): string {
  const [whole = "0", digits = ""] = String(value).split(".");
  const before = readWhole(Number(whole))
    .replace(/イチ$/u, "イッ")
    .replace(/ハチ$/u, "ハッ")
    .replace(/ジュウ$/u, "ジュッ");
  return `${before}テン${SEAM}${Array.from(digits)
    .map((digit) => DIGITS[Number(digit)] ?? "")
    .join("")}`;
}
