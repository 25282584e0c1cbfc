import { sentenceAt } from "./clauses.ts";
import { exportedTo } from "./exported-to.ts";
import { readCalled } from "./read-called.ts";
import { readContacts } from "./read-contacts.ts";
import { readDelivery } from "./read-delivery.ts";
import { readPacking } from "./read-packing.ts";
import { readPractices } from "./read-practices.ts";
import { readStorage } from "./read-storage.ts";
import { readYearsAtWork } from "./read-years.ts";
import { said, type Span } from "./said.ts";
import type { Draft, SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const TASTE = said(
  "(?<!(?:bột|bot|đường|duong|nước|nuoc) )ngọt(?: \\p{L}+){0,2}|(?<!(?:sấy|say) )giòn(?: \\p{L}+)?|mọng nước|thơm(?: \\p{L}+){0,2}|(?<!(?:sấy|say) )(?:cơm )?dẻo(?: \\p{L}+)?|(?:cùi|cơm|thịt) (?:dày|dầy)|thịt vàng|ít (?:hạt|hột)(?=,|$|\\.)|(?:tróc|róc) (?:hạt|hột)|cơm (?:vàng|trắng)(?: hạt lép)?|đậm (?:đà|vị)|(?:hạt|hột) (?:lép|nhỏ(?= (?:cùi|cơm|thịt|vỏ)|,| ngọt|$))|vỏ mỏng|ít xơ|dai ngon|béo ngậy|cay (?:nhẹ|nồng)|chua (?:nhẹ|ngọt)|bùi",
);
const GROWER = said(
  "(?:htx|hợp tác xã|tổ hợp tác)(?: (?!(?:có|đã|đang|được|đạt|là|bán|chuyên|nhận|giao|ship|gom|thu|làm|trồng|nuôi|sản xuất|của|ở|tại|em|mình|tụi|chúng|nhà|tui|cần|vừa|và|với|không|ko|chưa)(?!\\p{L}))\\p{L}+)?|(?:làm|trồng|nghề|nuôi)(?: \\p{L}+){0,4}? (?:\\d{1,3}|\\p{L}+) (?:đời|năm)(?: nay)?",
);
const STORY = said("\\d{1,3} đời(?! 1(?!\\d))|(?:hai|ba|bốn|năm) đời|ông bà để lại|cha truyền con nối|từ (?:thời|đời) (?:ông|cha|cố)");

/** Storage, delivery, practices, contacts, taste and who grows it: told in phrases. */
export function readPhrases(read: SourceText, taken: readonly Draft[]): Draft[] {
  const sweet = new Set(taken.flatMap(({ kind, start }) => (kind === "sweetness" ? [sentenceAt(read, start).start] : [])));
  const packs = taken.filter(({ kind }) => kind === "pack");
  const years = readYearsAtWork(read);
  const called = readCalled(read).toSorted((left, right) => left.start - right.start);
  return [
    ...readStorage(read),
    ...readDelivery(read),
    ...readPractices(read),
    ...readPacking(read, taken),
    ...readContacts(read),
    ...matches(read, "taste", TASTE, packs).filter(
      (draft) => !(isSweet(read, draft) && sweet.has(sentenceAt(read, draft.start).start)) && !isNameOf(read, called, draft),
    ),
    ...years,
    ...matches(read, "story", STORY),
    ...exportedTo(read.text).map(({ start, end }): Draft => ({ kind: "story", start, end })),
    ...matches(read, "grower", GROWER).filter(
      (draft) => /\s/u.test(read.text.slice(draft.start, draft.end).trim()) && meeting(years, draft) === undefined,
    ),
    ...called,
  ].filter((draft) => draft.kind === "contact" || meeting(read.closed, draft) === undefined);
}

/** `ngọt 18 độ` is told by its degrees. */
function isSweet({ text }: SourceText, { start }: Span): boolean {
  return /^ng[oọ]t/iu.test(text.slice(start, start + 4));
}

/** `cô Thơm` is a person, `cải ngọt` a vegetable. */
function isNameOf({ terms }: SourceText, called: readonly Draft[], { start }: Draft): boolean {
  const word = { start, end: start + 1 };
  return meeting(called, word) !== undefined || meeting(terms, word) !== undefined;
}

/** Where a pattern matches, up to a name, a place or one of `others` that its last words would run into: `dẻo túi 5kg`. */
function matches(read: SourceText, kind: Draft["kind"], pattern: RegExp, others: readonly Span[] = []): Draft[] {
  return [...read.light.text.matchAll(pattern)].map((match): Draft => {
    const { start, end } = read.light.span(match.index, match.index + match[0].length);
    const next = [nextFrom(read.terms, start + 1), nextFrom(read.places, start + 1), ...others.filter((other) => other.start > start)];
    return { kind, start, end: Math.min(end, ...next.map((span) => span?.start ?? end)) };
  });
}
