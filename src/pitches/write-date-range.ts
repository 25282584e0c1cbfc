import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";

type Day = { year?: number; month: number; day: number };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A season as said: `từ ngày 20 tháng 7 đến ngày 30 tháng 8`, `from July 20 to August 30`, `7月20日から8月30日まで`; whole months without days, one month alone. */
export function writeDateRange(date: NonNullable<Fact["date"]>, language: Language): string {
  const from = date.from === undefined ? undefined : readDay(date.from);
  const to = date.to === undefined ? undefined : readDay(date.to);
  if (from !== undefined && to !== undefined && sameDay(from, to))
    return { vi: `ngày ${vi(from)}`, en: `on ${en(from)}`, ja: ja(from) }[language];
  const start = from !== undefined && from.day === 1 && (to === undefined || isMonthEnd(to)) ? monthOf(from) : from;
  const end = to !== undefined && isMonthEnd(to) && (from === undefined || from.day === 1) ? monthOf(to) : to;
  if (start !== undefined && end !== undefined && start.day === 0 && sameDay(start, end))
    return { vi: vi(start), en: en(start), ja: ja(start) }[language];
  if (language === "vi")
    return [start && `từ ${viDay(start)}`, end && `đến ${end.day === 0 ? "hết " : ""}${viDay(end)}`].filter(Boolean).join(" ");
  if (language === "en")
    return [start && `from ${en(start)}`, end && `${start === undefined ? "until" : "to"} ${end.day === 0 ? "the end of " : ""}${en(end)}`]
      .filter(Boolean)
      .join(" ");
  return [start && `${ja(start)}から`, end && `${ja(end)}${end.day === 0 ? "末" : ""}まで`].filter(Boolean).join("");
}

/** A season that is one month, from its first day to its last. */
export function isOneMonth({ from, to }: NonNullable<Fact["date"]>): boolean {
  if (from === undefined || to === undefined) return false;
  const [first, last] = [readDay(from), readDay(to)];
  return first.day === 1 && isMonthEnd(last) && sameDay(monthOf(first), monthOf(last));
}

function readDay(text: string): Day {
  const [year = "", month = "1", day = "1"] = text.startsWith("--") ? ["", ...text.slice(2).split("-")] : text.split("-");
  return { ...(year === "" ? {} : { year: Number(year) }), month: Number(month), day: Number(day) };
}

/** A whole month is the day 0. */
function monthOf(day: Day): Day {
  return { ...day, day: 0 };
}

function isMonthEnd({ year, month, day }: Day): boolean {
  return day >= new Date(Date.UTC(year ?? 2025, month, 0)).getUTCDate();
}

function sameDay(left: Day, right: Day): boolean {
  return left.day === right.day && left.month === right.month && left.year === right.year;
}

function viDay(day: Day): string {
  return day.day === 0 ? vi(day) : `ngày ${vi(day)}`;
}

function vi({ year, month, day }: Day): string {
  return `${day === 0 ? "" : `${day} `}tháng ${month}${year === undefined ? "" : ` năm ${year}`}`;
}

function en({ year, month, day }: Day): string {
  return `${MONTHS[month - 1] ?? ""}${day === 0 ? "" : ` ${day}`}${year === undefined ? "" : `${day === 0 ? " " : ", "}${year}`}`;
}

function ja({ year, month, day }: Day): string {
  return `${year === undefined ? "" : `${year}年`}${month}月${day === 0 ? "" : `${day}日`}`;
}
