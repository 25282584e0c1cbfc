import { clauseAt, sentenceAt } from "./clauses.ts";
import type { DateMention } from "./date-rule.ts";
import type { Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import { cueBefore } from "./nearest-cue.ts";
import { said } from "./said.ts";
import { found, wordsIn, type Draft, type SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const LEAD = new RegExp(
  `${said("(?:từ |đến |tới |vào |trong |khoảng |tầm |chừng )*(?:(?<part>đầu|giữa|cuối|rằm) )?(?:hết |ngày )*(?:tới |đến )?(?:hết |cuối )?").source}$`,
  "u",
);
const BETWEEN =
  /^\s*(?:(?:-|–|~|đến|tới|den|toi|qua|sang|hết|het|giữa|giua|cuối|cuoi|đầu|dau|ngày|ngay|khoảng|khoang|tận|tan|rằm|ram|âm lịch|am lich|và|va|hoặc|hoac|,|với|voi)\s*)*$/u;
/** `tới giáp Tết`: the day is the moon's. */
const UNTIL_TET =
  /^\s*(?:-|–|đến|tới|qua|den|toi)\s*(?:(?:giáp|cận|sát|gần|hết|ra|qua|trước|giap|can|sat|gan|het|truoc)\s+)*t[ếe]t(?!\p{L})/u;
const QUARTER =
  /(?<!\p{L})(?:quý|quí|qúy|quy|qui)\s?(?<first>[1-4]|i{1,3}|iv)(?:\s?(?:-|–|,|và|va|đến|den|tới)\s?(?:quý|quy|quí)?\s?(?<last>[1-4]))?(?![\p{L}\d]|\s?(?:tờ|to|bức|buc|tấm|tam|cái|cai|chiếc|chiec)(?!\p{L}))/gu;
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When it ripens or is sold: days, months and quarters of a season, and its names. */
export function readSeasons(read: SourceText): Draft[] {
  const ranges = grouped(
    read,
    read.dates.filter((date) => date.month !== undefined && date.hour === undefined),
  );
  const scarce = ranges.filter((dates) => isScarce(read, dates));
  const dated = [...ranges.filter((dates) => !scarce.includes(dates)).flatMap((dates) => seasonOf(read, dates) ?? []), ...quarters(read)];
  const taken = new Set(dated.map(({ start }) => sentenceAt(read, start).start));
  const not = [
    ...(read.cues.get("not-season-name") ?? []),
    ...scarce.flatMap(([date]) => (date === undefined ? [] : clauseAt(read, date.start))),
  ].toSorted((left, right) => left.start - right.start);
  const named = found(read, "season-name")
    .filter((hit) => meeting(not, hit) === undefined)
    .map(({ start, end }): Draft => ({ kind: "season", start, end }));
  return [...dated, ...named.filter(({ start }) => !taken.has(sentenceAt(read, start).start))];
}

/** Two dates joined by `đến`, `-` are one season. */
function grouped(read: SourceText, dates: readonly DateMention[]): DateMention[][] {
  const groups: DateMention[][] = [];
  for (const date of dates) {
    const before = groups.at(-1)?.at(-1);
    const joined = before !== undefined && date.start - before.end < 40 && BETWEEN.test(wordsIn(read, before.end, date.start));
    if (joined) groups.at(-1)?.push(date);
    else groups.push([date]);
  }
  return groups;
}

/** `tháng 10 - 12 thì ít đi`: when there is less of it is no season. */
function isScarce(read: SourceText, dates: readonly DateMention[]): boolean {
  const end = dates.at(-1)?.end ?? 0;
  return SCARCE.test(foldText(wordsIn(read, end, Math.min(clauseAt(read, end - 1).end, end + SCARCE_CHARS))));
}
const SCARCE_CHARS = 24;
const SCARCE = /^\s*(?:(?:thi|la|se|hoi|rat|ra)\s+)*(?:it|hiem|khan|nghi|ngung|vang)(?![a-z])/;

function seasonOf(read: SourceText, dates: readonly DateMention[]): Draft[] | undefined {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const clause = clauseAt(read, first.start);
  const lead = LEAD.exec(wordsIn(read, Math.max(clause.start, first.start - 22), first.start))?.[0] ?? "";
  const dated = dates.some(({ year }) => year !== undefined);
  const cue = cueBefore(read, first, ["ripens", "season-name", "not-season", "sent", "keep"], { words: 4 });
  const tells = cue?.cue === "ripens" || cue?.cue === "season-name";
  if ((cue !== undefined && !tells) || isOfEvent(read, last, clause)) return undefined;
  const tail = UNTIL_TET.exec(wordsIn(read, last.end, Math.min(clause.end, last.end + 24)))?.[0] ?? "";
  if (!tells && (dated || (dates.length === 1 && tail === "")) && !ripensAfter(read, last)) return undefined;
  const lunar = dates.some((date) => date.lunar === true) || /^\s*(?:âm lịch|am lich|âl)/u.test(wordsIn(read, last.end, last.end + 12));
  const vague =
    lunar || areApart(read, dates) || /(?:đầu|dau|giữa|giua|cuối|cuoi|rằm|ram)/u.test(lead + wordsIn(read, first.end, last.start));
  const range = vague ? undefined : datesOf(first, dates.length > 1 ? last : undefined, lead);
  const date = tail !== "" && dates.length === 1 && range?.from !== undefined ? { from: range.from } : range;
  return [{ kind: "season", start: first.start - lead.length, end: last.end + tail.length, ...(date === undefined ? {} : { date }) }];
}

/** `tháng 4, tháng 10`: two crops, and no season from the one to the other. */
function areApart(read: SourceText, dates: readonly DateMention[]): boolean {
  return dates.some((date, at) => {
    const before = dates[at - 1];
    if (before?.month === undefined || date.month === undefined || date.day !== undefined || before.day !== undefined) return false;
    const isNext = date.month === (before.month % MONTH_DAYS.length) + 1;
    return !isNext && LISTED.test(wordsIn(read, before.end, date.start));
  });
}
const LISTED = /^\s*(?:,|&|và|va|với|voi|hoặc|hoac)\s*$/u;

/** `bữa tháng 10 mang đi triển lãm`: when something was shown. */
function isOfEvent(read: SourceText, { end }: DateMention, clause: { end: number }): boolean {
  return EVENT.test(foldText(wordsIn(read, end, Math.min(clause.end, end + EVENT_CHARS))));
}
const EVENT_CHARS = 60;
const EVENT =
  /^ (?:(?:vua|roi|co|da|e|em|minh|nha|vuon|ben|htx|toi|tui|duoc|dc) ){0,5}(?:dem|mang|dua|gui|ra|di|du|tham gia|tham du|bay)(?: \p{L}+){0,3} (?:hoi cho|hoi thi|cuoc thi|thi|trien lam|festival|le hoi)(?!\p{L})/u;

/** `tháng 6 chín rộ`, `tháng 6 có hàng`. */
function ripensAfter(read: SourceText, { end }: DateMention): boolean {
  const clause = clauseAt(read, end - 1);
  const hit = nextFrom(read.cues.get("ripens") ?? [], end);
  return hit !== undefined && hit.start - end <= 8 && hit.end <= clause.end;
}

/** `quý 3` is July to September. */
function quarters(read: SourceText): Draft[] {
  return [...read.light.text.matchAll(QUARTER)].flatMap((match): Draft[] => {
    const span = read.light.span(match.index, match.index + match[0].length);
    const first = quarterOf(match.groups?.first);
    const last = quarterOf(match.groups?.last ?? match.groups?.first);
    if (first === undefined || last === undefined || meeting(read.closed, span) !== undefined) return [];
    const { start, end } = span;
    return [{ kind: "season", start, end, date: { from: day({ month: first * 3 - 2 }, false), to: day({ month: last * 3 }, true) } }];
  });
}

function quarterOf(said: string | undefined): number | undefined {
  return said === undefined ? undefined : (ROMAN[said] ?? Number(said));
}

function datesOf(first: DateMention, last: DateMention | undefined, lead: string): Fact["date"] {
  const until = /(?:tới|đến|toi|den|hết|het)/u.test(lead) && last === undefined;
  if (until) return { to: day(first, true) };
  if (last === undefined) return first.day === undefined ? { from: day(first, false), to: day(first, true) } : { from: day(first, false) };
  return { from: day(first, false), to: day(last, true) };
}

function day(date: { year?: number; month?: number; day?: number }, atEnd: boolean): string {
  const month = date.month ?? 1;
  const number = date.day ?? (atEnd ? (MONTH_DAYS[month - 1] ?? 30) : 1);
  return `${date.year ?? "-"}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
}
