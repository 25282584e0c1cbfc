import { findTerm } from "#lexicon/lexicon.ts";
import type { Span } from "./said.ts";
import { trim, type SourceText } from "./source-text.ts";
import { indexFrom, nextFrom } from "./spans.ts";
import { isHourOfDay, isTime } from "./times-on-the-way.ts";

/** `giao sg 1 ngay ha noi 3 ngay`: each place with its own time. */
export function eachPlace(read: SourceText, { start, end }: Span): Span[] {
  const times = read.amounts.filter((one) => one.start >= start && one.end <= end && isTime(one) && !isHourOfDay(read, one));
  const places = read.terms.filter((term) => term.start > start && term.end <= end && findTerm(term.id)?.kind === "place");
  const cuts = times.slice(0, -1).flatMap((time, at) => {
    const next = nextFrom(places, time.end);
    const beside = next !== undefined && /^\s*(?:,|còn|con|và|va)?\s*$/iu.test(read.text.slice(time.end, next.start));
    return beside && next.end <= (times[at + 1]?.start ?? 0) ? [next.start] : [];
  });
  const all = [...new Set([...cuts, ...setApart(read, start, places, times), ...sentAgain(read, start, places)])].toSorted(
    (left, right) => left - right,
  );
  return [start, ...all].map((from, at) => trim(read, { start: from, end: endBefore(read, from, all[at]) ?? end }));
}

/** `giao Vinh hôm sau giao Pleiku hai ngày`: the verb said again begins the next way. */
function sentAgain({ text }: SourceText, from: number, [first, ...others]: readonly Span[]): number[] {
  if (first === undefined || !SENT.test(text.slice(from, first.start))) return [];
  return others.flatMap(({ start }) => {
    const verb = SENT_TO.exec(text.slice(first.end, start));
    return verb === null ? [] : [first.end + verb.index];
  });
}
const SENT = /(?<!\p{L})(?:giao|gửi|gui|ship|chở|chuyển|chuyen)(?!\p{L})/iu;
const SENT_TO =
  /(?<=\s)(?:giao|gửi|gui|ship|chở|chuyển|chuyen)(?: (?:xe|đi|di|tới|toi|đến|den|ra|vô|vo|vào|vao|lên|len|xuống|xuong|về|ve))? $/iu;

/** The `còn` that leads to the next place is of neither. */
export function endBefore({ text }: SourceText, start: number, next: number | undefined): number | undefined {
  return next === undefined ? undefined : start + text.slice(start, next).replace(/[\s,]+(?:còn|con|và|va)\s*$/iu, "").length;
}

/** `chở ra Vinh, còn Thanh Hóa 3 ngày`: the time is of the second place alone. */
function setApart(read: SourceText, start: number, places: readonly Span[], times: readonly Span[]): number[] {
  return places.flatMap((place) => {
    const time = nextFrom(times, place.end);
    if (time === undefined || time !== times[0]) return [];
    const apart = APART.test(read.text.slice(start, place.start));
    return apart && TAKES.test(read.text.slice(place.end, time.start)) ? [place.start] : [];
  });
}
const APART = /\S[\s,]+(?:còn|con)\s+$/iu;
const TAKES = /^\s*(?:(?:thì|thi|là|la|khoảng|khoang|tầm|tam|mất|mat)\s*)*$/iu;

/** `gửi xe Pleiku - Vinh 2 ngày`: where it comes to, right before how long it takes. */
export function endsRoute({ text, terms }: SourceText, end: number, to: number): boolean {
  const place = nextFrom(terms, end);
  if (place === undefined || place.end > to || findTerm(place.id)?.kind !== "place") return false;
  return /^\s*(?:[-–—→]|->)\s*$/u.test(text.slice(end, place.start)) && TAKES.test(text.slice(place.end, to));
}

/** `giao Huế 2 ngày, Sài Gòn 3-4 ngày`: a delivery and the clauses behind it that are each another town and its time. */
export function withTownsAfter(read: SourceText, told: Span): Span[] {
  const towns: Span[] = [];
  for (let next = townAfter(read, told); next !== undefined; next = townAfter(read, next)) towns.push(next);
  return [...(towns.length === 0 ? [told] : townApart(read, told)), ...towns];
}

function townAfter(read: SourceText, told: Span): Span | undefined {
  const clause = nextFrom(read.clauses, told.end);
  if (clause === undefined || !/^\s*,\s*$/u.test(read.text.slice(told.end, clause.start))) return undefined;
  return townIn(read, clause);
}

/** `gửi GHTK, Huế 2 ngày` before `, Sài Gòn 4 ngày`: the first time is of its own town alone, too. */
function townApart(read: SourceText, { start, end }: Span): Span[] {
  const last = read.clauses.findLast((clause) => clause.start > start && clause.start < end);
  const town = last === undefined || !/,\s*$/u.test(read.text.slice(start, last.start)) ? undefined : townIn(read, { ...last, end });
  return town === undefined ? [{ start, end }] : [trim(read, { start, end: town.start }), town];
}

/** A town and its time, and no more. */
function townIn(read: SourceText, clause: Span): Span | undefined {
  const lead = /^\s*còn\s+/iu.exec(read.text.slice(clause.start, clause.end))?.[0].length ?? 0;
  const { start, end } = trim(read, { start: clause.start + lead, end: clause.end });
  const place = placeAt(read, start);
  const time = nextFrom(read.amounts, start);
  if (place === undefined || time === undefined || time.end !== end || !isTime(time)) return undefined;
  return /^\s*(?:thì|thi|là|la|khoảng|khoang|tầm|tam|mất|mat)?\s*$/iu.test(read.text.slice(place.end, time.start))
    ? { start, end }
    : undefined;
}

/** A place, or all that lies further: `tỉnh 2-3 ngày`, `ngoại thành 1 ngày`, `miền Nam 4 ngày`. */
function placeAt(read: SourceText, start: number): Span | undefined {
  const term = read.terms[indexFrom(read.terms, start)];
  if (term?.start === start && findTerm(term.id)?.kind === "place") return term;
  const area = AREA.exec(read.text.slice(start, start + 20));
  return area === null ? undefined : { start, end: start + area[0].length };
}
const AREA =
  /^(?:(?:đi|di|các|cac) )?(?:tỉnh(?: khác| xa)?|tinh(?: khac| xa)?|ngoại (?:thành|tỉnh)|ngoai (?:thanh|tinh)|(?:miền|mien) (?:bắc|bac|trung|nam|tây|tay))(?!\p{L})/iu;

/** `gửi xe khách, Hà Nội 5 tiếng`: where to, before how long; after one place, another has a time of its own. */
export function withoutPlace(read: SourceText, { start, end }: Span, to: number): string {
  const term = nextFrom(
    read.terms.filter(({ id }) => findTerm(id)?.kind === "place"),
    start,
  );
  return term !== undefined && term.start >= end && term.end <= to
    ? read.text.slice(end, term.start) + read.text.slice(term.end, to)
    : read.text.slice(end, to);
}
