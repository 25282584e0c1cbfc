import type { DateMention } from "./dates.ts";
import type { Fact } from "./fact.ts";
import { said } from "./said.ts";
import { clauseAt, find, sentenceAt, wordsIn, type Draft, type SourceText } from "./source-text.ts";

const SEASON = said("chín|vụ|thu|hái|mùa|rộ|chính vụ|quay|trổ|cắt|làm|vô|ra trái|ripe|harvest|có hàng|trái vụ");
const NOT_SEASON = said(
  "giao|ship|gửi|~đặt|đặt (?:trước|hàng|sớm)|hsd|~hạn|hạn (?:dùng|sử dụng|đến|tới)|~cấp|~giải|hội thi|ocop|năm (?:19|20)\\d\\d|chứng nhận|từ năm|còn hạn|~trước|~nhận",
);
const NAMED = said("nghịch vụ|chính vụ|chín rộ|trái vụ|quanh năm|mùa nước nổi|rộ vụ");
const LEAD = new RegExp(
  `${said("(?:từ |đến |tới |vào |đang vô vụ |trong )*(?:(?<part>đầu|giữa|cuối|rằm) )?(?:hết |ngày )*(?:tới |đến )?(?:hết |cuối )?").source}$`,
  "u",
);
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When it ripens or is sold: days and months of a season, and its names. */
export function readSeasons(read: SourceText): Draft[] {
  const ranges = grouped(
    read,
    read.dates.filter((date) => date.month !== undefined && date.hour === undefined && date.year === undefined),
  );
  const dated = ranges.flatMap((dates) => seasonOf(read, dates) ?? []);
  const named = find(read, NAMED).map(({ start, end }): Draft => ({ kind: "season", start, end }));
  return [
    ...dated,
    ...named.filter((name) => !dated.some((date) => sentenceAt(read, date.start).start === sentenceAt(read, name.start).start)),
  ];
}

/** Two dates joined by `đến`, `-` are one season. */
function grouped(read: SourceText, dates: readonly DateMention[]): DateMention[][] {
  const groups: DateMention[][] = [];
  for (const date of dates) {
    const before = groups.at(-1)?.at(-1);
    const between = before === undefined ? "x" : wordsIn(read, before.end, date.start);
    if (
      before !== undefined &&
      /^\s*(?:-|–|~|đến|tới|den|toi|đến hết|den het|tới hết|toi het|qua|hết|het|đến giữa|đến cuối|tới cuối|cuoi|den cuoi|đến đầu|tới giữa)*\s*$/u.test(
        between,
      )
    )
      groups.at(-1)?.push(date);
    else groups.push([date]);
  }
  return groups;
}

function seasonOf(read: SourceText, dates: readonly DateMention[]): Draft[] | undefined {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const clause = clauseAt(read, first.start);
  const words = wordsIn(read, clause.start, last.end);
  if (words.search(NOT_SEASON) !== -1) return undefined;
  if (dates.length === 1 && words.search(SEASON) === -1 && !/(?:tới|đến|toi|den|hết|het|đầu|cuối|giữa)/u.test(words)) return undefined;
  const before = wordsIn(read, Math.max(clause.start, first.start - 22), first.start);
  const lead = LEAD.exec(before)?.[0] ?? "";
  const lunar = dates.some((date) => date.lunar === true) || /âm lịch|am lich/u.test(wordsIn(read, last.end, last.end + 12));
  const vague = lunar || /(?:đầu|dau|giữa|giua|cuối|cuoi|rằm|ram)/u.test(lead + wordsIn(read, first.end, last.start));
  const date = vague ? undefined : datesOf(first, dates.length > 1 ? last : undefined, lead);
  return [{ kind: "season", start: first.start - lead.length, end: last.end, ...(date === undefined ? {} : { date }) }];
}

function datesOf(first: DateMention, last: DateMention | undefined, lead: string): Fact["date"] {
  const until = /(?:tới|đến|toi|den|hết|het)/u.test(lead) && last === undefined;
  if (until) return { to: day(first, true) };
  if (last === undefined) return first.day === undefined ? { from: day(first, false), to: day(first, true) } : { from: day(first, false) };
  return { from: day(first, false), to: day(last, true) };
}

function day(date: DateMention, atEnd: boolean): string {
  const month = date.month ?? 1;
  const number = date.day ?? (atEnd ? (MONTH_DAYS[month - 1] === 29 ? 28 : (MONTH_DAYS[month - 1] ?? 30)) : 1);
  return `--${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
}
