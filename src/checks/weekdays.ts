import { foldText, type Folded } from "#facts/fold.ts";
import { HARVESTED } from "#facts/harvested.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";

/** A day of the week: 0 is Sunday. */
export type WeekdayMention = Span & { quote: string; day: number };

/** `thứ 2, 4 và 6`, `t2-4-6`: said once for all; with nothing between them only three or more (`thứ 2 4 6`, `thứ hai tư sáu`). */
const LISTED = String.raw`(?:\s*(?:,|-|–|\/|và|va|&)\s*(?:thứ |thu |t)?[2-7](?![\p{L}\d])|(?: [2-7](?![\p{L}\d])){2,})`;
const LISTED_WORDS = String.raw`(?:\s*(?:,|-|–|\/|và|&)\s*(?:hai|ba|tư|năm|sáu|bảy)(?!\p{L})|(?: (?:hai|ba|tư|năm|sáu|bảy)(?!\p{L})){2,})`;
/** `thu 2 năm`, `một phôi thu bốn lần`, `thu 6 tiếng`: a harvest, so long or so often. */
const GATHERED = new RegExp(String.raw`^thu (?:[2-7]|hai|ba|tư|tu|bốn|năm|nam|sáu|sau|bảy|bay)$`, "u");
const BY_THE = new RegExp(`^${HARVESTED}`, "u");
const HARVEST_WORDS = 20;
/** "Mon, Wed & Fri": in a list alone, as "sat" and "sun" are words too. */
const SHORT = "(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)";
const PATTERNS: Record<Language, RegExp> = {
  vi: new RegExp(
    String.raw`(?<!\p{L})(?:thứ (?<word>(?:hai|ba|tư|năm|sáu|bảy)${LISTED_WORDS}*)|thu (?<bare>hai|ba|tu|nam|sau|bay)|(?<!t(?:8|9|1[0-2])\s?[-–,]\s?)(?:thứ |thu |t)(?<digit>[2-7](?!\s?[-–,]\s?t(?:8|9|1[0-2]))${LISTED}*)|(?<=(?:sáng|sang|chiều|chieu|tối|toi|trưa|trua|lịch|lich|ngày|ngay|giao|ship|chợ|cho|(?:có|co|tuần|tuan):?) )(?<digit>2\s?-\s?4\s?-\s?6|3\s?-\s?5\s?-\s?7)|(?<sunday>chủ nhật|chu nhat|cn))(?![\p{L}\d])`,
    "gu",
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:(?<word>sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?|(?<short>${SHORT}(?:\.?(?:,? (?:and|or|&) |, ?| ?[/&] ?)${SHORT})+))(?!\p{L})`,
    "gu",
  ),
  // 月、水、金: the kanji alone, where three or more stand in a list.
  ja: /(?<word>[日月火水木金土](?:[、・][日月火水木金土](?:曜日?)?){2,}(?!\p{Script=Han})|[日月火水木金土](?=曜))(?:曜日?)?/gu,
};
const DAYS: Record<Language, readonly string[]> = {
  vi: ["", "hai", "ba", "tư", "năm", "sáu", "bảy"],
  en: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
  ja: ["日", "月", "火", "水", "木", "金", "土"],
};
const NAMES: Record<Language, RegExp> = { vi: /\p{L}{2,}/gu, en: /.+/gu, ja: /(?<!曜)[日月火水木金土]/gu };
const BARE = ["", "hai", "ba", "tu", "nam", "sau", "bay"];

/** Days of the week named in a text: `thứ 7`, "Saturdays", 土曜日. */
export function readWeekdays(light: Folded, language: Language): WeekdayMention[] {
  return [...light.text.matchAll(PATTERNS[language])].flatMap((match) => {
    const end = match.index + match[0].length;
    if (GATHERED.test(match[0]) && BY_THE.test(foldText(light.text.slice(end, end + HARVEST_WORDS)))) return [];
    return daysOf(match.groups ?? {}, language).map((day) => ({ ...light.span(match.index, end), day }));
  });
}

function daysOf({ word, bare, digit, short }: Record<string, string | undefined>, language: Language): number[] {
  if (short !== undefined)
    return (short.match(/(?<!\p{L})[a-z]{3}/gu) ?? []).flatMap((said) =>
      DAYS.en.flatMap((name, day) => (name.startsWith(said) ? [day] : [])),
    );
  if (word !== undefined) return (word.match(NAMES[language]) ?? []).flatMap((said) => dayOf(DAYS[language], said));
  if (bare !== undefined) return dayOf(BARE, bare);
  return digit === undefined ? [0] : (digit.match(/\d/g) ?? []).map((said) => Number(said) - 1);
}

function dayOf(names: readonly string[], said: string): number[] {
  const day = names.indexOf(said);
  return day === -1 ? [] : [day];
}
