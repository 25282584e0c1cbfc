import { readDates } from "#facts/dates.ts";
import type { DateMention } from "#facts/date-rule.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { addReading } from "./japanese-reading.ts";

/** A month, a part of it, or a day of the moon's year. */
type Point = { month: number; day?: number | undefined; part?: Part | undefined; lunar: boolean };
type Part = (typeof PARTS)[number];
type Span = { from?: Point; to?: Point };

const PARTS = ["dau", "giua", "cuoi", "het"] as const;
const PART = /(?<![a-z])(dau|giua|cuoi|het) *$/;
const VI: Record<Part, string> = { dau: "đầu", giua: "giữa", cuoi: "cuối", het: "hết" };
const EN: Record<Part, string> = { dau: "early ", giua: "mid-", cuoi: "late ", het: "the end of " };
const JA: Record<Part, string> = { dau: "上旬", giua: "中旬", cuoi: "下旬", het: "末" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const LUNAR_MONTHS: Record<number, string> = { 1: "tháng Giêng", 12: "tháng Chạp" };

/** A season that has no dates of the calendar: `từ giữa tháng 8 đến hết tháng 9`, `from lunar month 10 to lunar month 12`, `旧暦10月から12月まで`. */
export function writeVagueSeason(text: string): ((language: Language) => string) | undefined {
  const span = spanIn(text);
  return span === undefined ? undefined : (language) => (language === "ja" ? addReading(write(span, language)) : write(span, language));
}

/** True where it is one month or a part of it. */
export function isOnePoint(text: string): boolean {
  const span = spanIn(text);
  return span?.from !== undefined && span.from === span.to;
}

function spanIn(text: string): Span | undefined {
  const dates = readDates(text, "vi").filter(({ month }) => month !== undefined);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined || dates.length > 2) return undefined;
  const lunar = dates.some((date) => date.lunar === true);
  const from = pointOf(first, text, 0, lunar);
  if (first !== last) return { from, to: pointOf(last, text, first.end, lunar) };
  const lead = foldText(text.slice(0, first.start));
  if (/(?<![a-z])(?:den|toi)(?![a-z])/.test(lead)) return { to: from };
  return /(?<![a-z])tu(?![a-z])/.test(lead) ? { from } : { from, to: from };
}

function pointOf({ month = 1, day, start }: DateMention, text: string, after: number, lunar: boolean): Point {
  const said = PART.exec(foldText(text.slice(after, start)))?.[1];
  return { month, day, part: PARTS.find((part) => part === said), lunar };
}

function write({ from, to }: Span, language: Language): string {
  const point = POINTS[language];
  if (from !== undefined && from === to) return point(from);
  const bounds = BOUNDS[language];
  const [start, end] = [from && bounds.from(point(from)), to && bounds.to(point(to), from !== undefined)];
  return [start, end].filter((bound) => bound !== undefined).join(language === "ja" ? "" : " ");
}

const BOUNDS: Record<Language, { from: (point: string) => string; to: (point: string, both: boolean) => string }> = {
  vi: { from: (point) => `từ ${point}`, to: (point) => `đến ${point}` },
  en: { from: (point) => `from ${point}`, to: (point, both) => `${both ? "to" : "until"} ${point}` },
  ja: { from: (point) => `${point}から`, to: (point) => `${point}まで` },
};

const POINTS: Record<Language, (point: Point) => string> = {
  vi({ month, day, part, lunar }) {
    const named = lunar ? LUNAR_MONTHS[month] : undefined;
    const date = day === 15 && lunar ? "rằm " : day === undefined ? "" : `ngày ${day} `;
    return `${part === undefined ? "" : `${VI[part]} `}${date}${named ?? `tháng ${month}${lunar ? " âm lịch" : ""}`}`;
  },
  en({ month, day, part, lunar }) {
    if (lunar)
      return `${part === "giua" ? "the middle of " : part === undefined ? "" : EN[part]}${day === undefined ? "" : `day ${day} of `}lunar month ${month}`;
    const name = MONTHS[month - 1] ?? "";
    return `${part === undefined ? "" : EN[part]}${name}${day === undefined ? "" : ` ${day}`}`;
  },
  ja({ month, day, part, lunar }) {
    return `${lunar ? "旧暦[きゅうれき]" : ""}${month}月${day === undefined ? "" : `${day}日`}${part === undefined ? "" : JA[part]}`;
  },
};
