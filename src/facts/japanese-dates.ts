import { dated, YEAR, YEAR_MONTH, type DateBook, type DateParts } from "./date-rule.ts";

const NUMBER = "[\\d一二三四五六七八九十]{1,3}";

export const JAPANESE_DATES: DateBook = {
  rules: [
    YEAR_MONTH,
    {
      pattern: new RegExp(String.raw`(?:(?<year>20\d{2})年)?(?<month>${NUMBER})月(?<day>${NUMBER})日(?!間)`, "gu"),
      parts: datedInJapanese,
    },
    // 旧正月8日, of the first lunar month
    {
      pattern: new RegExp(String.raw`(?<=旧正月の?)(?<day>${NUMBER})日(?!間)`, "gu"),
      parts: (groups) => ({ ...datedInJapanese(groups), month: 1, lunar: true }),
    },
    // 師走十日, of the last
    {
      pattern: new RegExp(String.raw`(?<=師走の?)(?<day>${NUMBER})日(?!間)`, "gu"),
      parts: (groups) => ({ ...datedInJapanese(groups), month: 12, lunar: true }),
    },
    // 旧暦の1日と15日
    {
      pattern: new RegExp(String.raw`(?<=旧暦の?(?:${NUMBER}日(?:[と、・]|から|～|〜)){0,6})(?<day>${NUMBER})日(?!間)`, "gu"),
      parts: datedInJapanese,
    },
    { pattern: /(?<=毎月(?:\d{1,2}日?[と、・および]{1,3}){0,6})(?<day>\d{1,2})日(?!間)/gu, parts: datedInJapanese },
    {
      pattern: new RegExp(String.raw`(?<=(?<month>${NUMBER})月${NUMBER}日(?:から|～|〜|~|-|–))(?<day>${NUMBER})日(?!間)`, "gu"),
      parts: datedInJapanese,
    },
    // 8月10～20日
    {
      pattern: /(?<=(?<month>\d{1,2})月)(?<day>\d{1,2})(?=(?:から|～|〜|~|-|–)\d{1,2}日(?!間))/gu,
      parts: datedInJapanese,
    },
    {
      pattern: /(?<=(?<month>\d{1,2})月\d{1,2}(?:から|～|〜|~|-|–))(?<day>\d{1,2})日(?!間)/gu,
      parts: datedInJapanese,
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})(?=(?:から|～|〜|~|-|–)\d{1,2}月)/gu, parts: datedInJapanese },
    { pattern: new RegExp(String.raw`(?:(?<year>20\d{2})年)?(?<month>${NUMBER})月(?!間)`, "gu"), parts: datedInJapanese },
    {
      pattern: /(?:(?<year>20\d{2})年(?:の|度)?)?第(?<quarter>[1-4一二三四])四半期/gu,
      parts: ({ quarter = "", ...groups }) => dated({ ...groups, quarter: String(numeral(quarter)) }, undefined),
    },
    { pattern: /(?<year>(?:19|20)\d{2})年(?!間)/gu, parts: datedInJapanese },
    {
      pattern: new RegExp(String.raw`(?:午前|午後|早朝|未明|朝|深夜|夜中|夜|夕方)?(?<hour>${NUMBER})時(?!間)(?:${NUMBER}分)?`, "gu"),
      parts: (groups) => ({ hour: numeral(groups.hour) % 12 }),
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/gu, parts: datedInJapanese },
    YEAR,
  ],
  isNone: () => false,
};

function datedInJapanese(groups: Record<string, string | undefined>): DateParts {
  const { day, month } = groups;
  const parts = dated({ ...groups, day: undefined }, month === undefined ? undefined : numeral(month));
  return day === undefined ? parts : { ...parts, day: numeral(day) };
}

const KANJI = "〇一二三四五六七八九";
function numeral(said = ""): number {
  if (/^\d+$/.test(said)) return Number(said);
  const [tens = "", ones = ""] = said.includes("十") ? said.split("十") : ["", said];
  const ten = said.includes("十") ? (tens === "" ? 1 : KANJI.indexOf(tens)) * 10 : 0;
  return ten + (ones === "" ? 0 : KANJI.indexOf(ones));
}
