import { foldText, type Folded } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";

const PERIOD_IDS = ["day", "week", "month", "year"] as const;
type Period = (typeof PERIOD_IDS)[number];
/** So many times in a period: `mỗi tuần một lần`, "twice a day", 毎日一回. */
export type Frequency = Span & { quote: string; times: number; period: Period };

const COUNT = {
  vi: String.raw`(?<times>\d{1,2}|một|mot|hai|ba|bốn|bon|năm|nam)`,
  en: String.raw`(?:(?<times>once|twice|thrice)|(?<count>\d{1,2}|one|two|three|four|five) times?)`,
  ja: String.raw`(?<times>[\d０-９]{1,2}|[一二三四五])`,
};
const PERIOD_VI = "(?<period>ngày|ngay|tuần|tuan|tháng|thang|năm|nam)";
const PATTERNS: Record<Language, readonly RegExp[]> = {
  vi: [
    new RegExp(String.raw`(?<!\p{L})(?:(?:mỗi|moi|một|mot|1) )?${PERIOD_VI}(?: \p{L}+)? ${COUNT.vi} (?:lần|lan)(?!\p{L})`, "gu"),
    new RegExp(String.raw`(?<![\p{L}\d])${COUNT.vi} (?:lần|lan) ?(?:/|mỗi|moi|một|mot) ?(?:1 )?${PERIOD_VI}(?!\p{L})`, "gu"),
  ],
  en: [new RegExp(String.raw`(?<!\p{L})${COUNT.en} (?:a|per|every|each) (?<period>day|week|month|year)(?!\p{L})`, "gu")],
  ja: [
    new RegExp(
      String.raw`(?<![\d０-９一二三四五六七八九十数何])(?:毎|1|１|一)?(?<period>日|週|週間|月|か月|年)に?${COUNT.ja}[回度](?!目)`,
      "gu",
    ),
  ],
};
const COUNTS = [
  ["mot", "once", "one", "一"],
  ["hai", "twice", "two", "二"],
  ["ba", "thrice", "three", "三"],
  ["bon", "four", "四"],
  ["nam", "five", "五"],
];
const PERIODS: Readonly<Record<Period, readonly string[]>> = {
  day: ["ngay", "day", "日"],
  week: ["tuan", "week", "週", "週間"],
  month: ["thang", "month", "月", "か月"],
  year: ["nam", "year", "年"],
};

/** How often, as a text says it. */
export function readFrequencies(light: Folded, language: Language): Frequency[] {
  return PATTERNS[language].flatMap((pattern) =>
    [...light.text.matchAll(pattern)].flatMap((match): Frequency[] => {
      const { times, count, period } = match.groups ?? {};
      const per = periodOf(foldText(period ?? ""));
      return per === undefined
        ? []
        : [{ ...light.span(match.index, match.index + match[0].length), times: timesOf(foldText(times ?? count ?? "")), period: per }];
    }),
  );
}

function timesOf(said: string): number {
  const at = COUNTS.findIndex((names) => names.includes(said));
  return at === -1 ? Number(said) : at + 1;
}

function periodOf(said: string): Period | undefined {
  return PERIOD_IDS.find((id) => PERIODS[id].includes(said));
}
