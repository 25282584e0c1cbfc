import { foldText, type Folded } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";

const PERIOD_IDS = ["day", "week", "month", "year"] as const;
type Period = (typeof PERIOD_IDS)[number];
/** So many times in a period: `mỗi tuần một lần`, "twice a day", 毎日一回. */
export type Frequency = Span & { quote: string; times: number; period: Period };

const COUNT = {
  vi: String.raw`(?<times>\d{1,2}|một|mot|hai|ba|bốn|bon|năm|nam)`,
  en: String.raw`(?:(?<times>once|twice|thrice)|(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:times?|trips?|runs|deliver(?:y|ies)|shipments?|crops?|harvests?|(?:\p{L}+ )?(?<!(?:7|seven) )days))`,
  ja: String.raw`(?<times>[\d０-９]{1,2}|[一二三四五六七八九十])`,
};
const PERIOD_VI = "(?<period>ngày|ngay|tuần|tuan|tháng|thang|năm|nam)";
const MANY_VI = "(?:hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi|mươi|nửa|nua)";
const TIMES_VI = "(?:lần|lan|chuyến|chuyen|đợt|dot|cữ|cu|vụ|vu|lứa|lua|mùa|phiên|phien)";
const PATTERNS: Record<Language, readonly RegExp[]> = {
  vi: [
    // The days of `7 ngày 1 lần` are a week; nothing is done once a week that is done `2 tuần 1 lần`.
    new RegExp(
      String.raw`(?=[mnt1])(?<!\p{L}|(?:\d|(?<!\p{L})${MANY_VI}) )(?:(?:mỗi|moi|một|mot|1) )?${PERIOD_VI}(?: \p{L}+){0,2} ${COUNT.vi} ${TIMES_VI}(?!\p{L})`,
      "gu",
    ),
    new RegExp(
      String.raw`(?<![\p{L}\d.,])(?<days>7|bảy|bay|30|ba mươi|ba muoi) (?:ngày|ngay)(?: \p{L}+)? ?(?:${COUNT.vi} |/ ?)${TIMES_VI}(?!\p{L})`,
      "gu",
    ),
    new RegExp(
      String.raw`(?<![\p{L}\d])${COUNT.vi} (?:lần|lan|vụ|vu|lứa|lua|đợt|dot|phiên|phien) ?(?:/|mỗi|moi|một|mot) ?(?:1 )?${PERIOD_VI}(?!\p{L})`,
      "gu",
    ),
  ],
  en: [
    new RegExp(
      String.raw`(?<!\p{L})${COUNT.en} (?:(?:a|per|every|each) )?(?<period>(?<=(?:a|per|every|each) )(?:day|week|month|year)|daily|weekly|monthly|yearly|annually)(?!\p{L})`,
      "gu",
    ),
  ],
  ja: [
    new RegExp(
      String.raw`(?<![\d０-９一二三四五六七八九十数何])(?:毎|1|１|一)?(?<period>日|週|週間|月|か月|年)に?${COUNT.ja}[回度便](?!目)`,
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
  ["sau", "six", "六"],
  ["bay", "seven", "七"],
  ["tam", "eight", "八"],
  ["chin", "nine", "九"],
  ["muoi", "ten", "十"],
];
const PERIODS: Readonly<Record<Period, readonly string[]>> = {
  day: ["ngay", "day", "daily", "日"],
  week: ["tuan", "week", "weekly", "週", "週間"],
  month: ["thang", "month", "monthly", "月", "か月"],
  year: ["nam", "year", "yearly", "annually", "年"],
};

/** What all of them are told with; most texts have none of it. */
const MAY_TELL: Record<Language, RegExp> = {
  vi: /l[ầa]n|v[ụu](?!\p{L})|l[ứu]a|mùa|phi[êe]n|chuy[ếe]n|[đd][ợo]t|c[ữu](?!\p{L})/u,
  en: /(?:a|per|every|each) (?:day|week|month|year)|(?:dai|week|month|year|annual)ly/u,
  ja: /[回度便]/u,
};

/** How often, as a text says it. */
export function readFrequencies(light: Folded, language: Language): Frequency[] {
  if (!MAY_TELL[language].test(light.text)) return [];
  return PATTERNS[language].flatMap((pattern) =>
    [...light.text.matchAll(pattern)].flatMap((match): Frequency[] => {
      const { times, count, days, period } = match.groups ?? {};
      const per = days === undefined ? periodOf(foldText(period ?? "")) : periodOfDays(foldText(days));
      return per === undefined
        ? []
        : [{ ...light.span(match.index, match.index + match[0].length), times: timesOf(foldText(times ?? count ?? "1")), period: per }];
    }),
  );
}

/** Seven days are a week; what is done every three days is told by its days. */
function periodOfDays(said: string): Period | undefined {
  return SPANS.find(([names]) => names.includes(said))?.[1];
}
const SPANS: readonly [readonly string[], Period][] = [
  [["1", "mot"], "day"],
  [["7", "bay"], "week"],
  [["30", "ba muoi"], "month"],
];

function timesOf(said: string): number {
  const at = COUNTS.findIndex((names) => names.includes(said));
  return at === -1 ? Number(said) : at + 1;
}

function periodOf(said: string): Period | undefined {
  return PERIOD_IDS.find((id) => PERIODS[id].includes(said));
}
