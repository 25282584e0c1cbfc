import { lightText, type Folded } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";
import { readWeekdays, type WeekdayMention } from "./weekdays.ts";

/** `thứ 2 nghỉ`, `nghỉ chủ nhật`, "closed on Mondays", 月曜定休: right beside the day. */
const CLOSED: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: /(?<!\p{L})(?:nghỉ|nghi|đóng cửa|dong cua)(?: (?:vào|vao|mỗi|moi))? $/u,
    after: /^ (?:thì |thi |vườn |vuon )?(?:nghỉ|nghi|đóng cửa|dong cua|không mở)(?!\p{L})/u,
  },
  en: { before: /(?<!\p{L})closed(?: on| every)? $/u, after: /^:? (?:we are |we['’]re |is |are )?(?:closed|off)(?!\p{L})/u },
  ja: { before: /定休日?は$/u, after: /^(?:は|が)?(?:定休|お?休み|休業|休園|閉)/u },
};
const REACH = 20;

/** "Closed on Sundays" of `chủ nhật 7h-18h, thứ 2 nghỉ`: a day of the notes, and not the one they are closed on. */
export function strangeClosures({ light, language, ground, say }: Told): Found[] {
  const told = ground.closed.length === 0 ? [] : closedDays(light, language);
  return told
    .filter(({ day }) => ground.weekdays.has(day) && !ground.closed.includes(day))
    .map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

export function closedDays(light: Folded, language: Language): WeekdayMention[] {
  const { before, after } = CLOSED[language];
  return readWeekdays(light, language).filter(
    ({ start, end }) =>
      before.test(lightText(light.raw.slice(Math.max(0, start - REACH), start))) ||
      after.test(lightText(light.raw.slice(end, end + REACH))),
  );
}
