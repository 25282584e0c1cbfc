import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";
import { smallValue } from "./small-numbers.ts";

const EVERY_FEW =
  /(?<![\p{L}\d.,])(?<many>\d{1,2}|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay) (?<period>ngày|ngay|bữa|bua|hôm|hom|tuần|tuan|tháng|thang)(?:(?: \p{L}+){0,2} (?:1|một|mot) | ?\/ ?)(?:lần|lan|chuyến|chuyen|đợt|dot|cữ)(?!\p{L})/gu;
/** Not the days before a harvest: `cách ngày thu hoạch`. */
const OTHER_DAY = /(?<!\p{L})(?:cách|cach) (?:(?:một|mot|1) (?:ngày|ngay)|(?:ngày|ngay)(?= (?:\p{L}+ ){1,2}(?:một|mot|1) (?:lần|lan)))/u;

/** What the notes do once in so many days, weeks or months: `3 ngày 1 lần`, `2 tuần/lần`. */
export function everyFewOf(notes: string) {
  const told = [...notes.matchAll(EVERY_FEW)].map(({ 0: quote, groups }) => ({
    quote,
    many: smallValue(foldText(groups?.["many"] ?? ""), "vi"),
    period: PERIODS[foldText(groups?.["period"] ?? "")] ?? "day",
  }));
  const [other] = OTHER_DAY.exec(notes) ?? [];
  return other === undefined ? told : [...told, { quote: other, many: 2, period: "day" }];
}
const PERIODS: Readonly<Record<string, string>> = { tuan: "week", thang: "month" };

/** Every how many days the notes do something. */
function daysBetween(notes: string): number[] {
  return everyFewOf(notes).flatMap(({ many, period }) => (period === "day" ? [many] : []));
}

/** 1日おき, 2日おき: so many days are left out; two may be counted loosely. */
export function leftOutDays({ light, language, ground }: Told): Span[] {
  if (language !== "ja" || !/おき|日に[1一]/u.test(light.text)) return [];
  return [...light.text.matchAll(LEFT_OUT)].flatMap(({ index, 0: said, groups }) => {
    const days = smallValue(groups?.["days"] ?? "", "ja");
    const every = said.endsWith("おき") ? [days + 1, ...(days > 1 ? [days] : [])] : [days];
    return daysBetween(ground.notes).some((held) => every.includes(held)) ? [light.span(index, index + said.length)] : [];
  });
}
const LEFT_OUT = /(?<![\d.])(?<days>\d{1,2}|(?<![十百])[一二三四五六七八九])日(?:おき|に[1一][回度])/gu;

/** "Water them daily" of `tưới 3 ngày 1 lần`. */
export function strangeWaterings({ light, language, ground, say }: Told): Found[] {
  const { held, daily } = WATERED;
  const told = daily[language].exec(light.text);
  if (told === null || !held.test(ground.notes) || DAILY.test(ground.notes)) return [];
  const days = daysBetween(ground.notes);
  if (days.length === 0 || days.includes(1)) return [];
  const { start, end, quote } = light.span(told.index, told.index + told[0].length);
  return [{ kind: "number", start, end, message: say("number", { quote }) }];
}
const DAILY =
  /(?<!\p{L})(?:(?:mỗi|moi|hằng|hàng|hang) (?:ngày|ngay)|(?:ngày|ngay) (?:nào|nao)|(?:mỗi|moi) (?:sáng|sang|tối|toi|chiều|chieu)|(?:1|một|mot) (?:ngày|ngay))(?!\p{L})/u;
const WATERED: { held: RegExp; daily: Record<Language, RegExp> } = {
  held: /(?:tưới|tuoi|(?:thay|phun) (?:nước|nuoc)|(?:phun|xịt) sương)(?: \p{L}+){0,3} (?:\d{1,2}|hai|ba|bốn|bon|năm|nam|cách|cach) (?:ngày|ngay|bữa|bua|hôm|hom)|(?:ngày|ngay|bữa|bua|hôm|hom) (?:tưới|tuoi|thay|phun)/u,
  daily: {
    vi: /(?<!\p{L})(?:(?:tưới|thay|phun)(?: \p{L}+){0,2} (?:mỗi|hằng|hàng) ngày|(?:mỗi ngày|hằng ngày|hàng ngày|ngày nào cũng)(?: \p{L}+){0,2} (?:tưới|thay nước|phun))/u,
    en: /(?<!\p{L})(?:(?:water|mist|change|refresh|replace)(?:ed|d|ing)?(?: \p{L}+){0,3} (?:daily|(?:every|each)(?: single)? day)|daily watering)(?!\p{L})/u,
    ja: /毎日[^。、]{0,6}(?:水|霧吹|替え|換え|取り?替)|(?:水|霧吹き)(?:やり|換え|替え)?(?:は|を)毎日/u,
  },
};
