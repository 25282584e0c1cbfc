import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { foldText, lighten } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Ground, type Told } from "./ground.ts";
import { readWeekdays } from "./weekdays.ts";

const COUNT_MAX = 12;
/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 200;
/** So far off a list still tells what was counted. */
const REACH = 240;
const COUNTED = new Set(["none", "count", "kind", "day", "crop"]);

/**
 * How many goods the notes name, "two dried fish from the island", or how many there are of what is listed beside the number: "three flavours: durian, pandan and cocoa", ドリアンとパンダンの2種類,
 * `hai ngày là thứ Ba và thứ Sáu`. Each stands in the notes, or they list as many in words that another language has not.
 */
export function isListed(amount: AmountMention, told: Told): boolean {
  const { min, max, dimension, per, quote } = amount;
  if (told.amounts.length > AMOUNTS_MAX) return false;
  if (min !== max || max < 2 || max > COUNT_MAX || !Number.isInteger(max) || !COUNTED.has(dimension) || per !== undefined) return false;
  const isOfGoods = dimension !== "day" && dimension !== "count" && !AS_MANY.test(told.text.slice(amount.end, amount.end + AS_MANY_MAX));
  if (isOfGoods && (max === goodsIn(told.ground) || max === pricedIn(told.ground))) return true;
  const from = Math.max(0, amount.start - REACH);
  const around = told.text.slice(from, amount.end + REACH);
  const sentence = sentencesOf(around).find(({ end }) => from + end >= amount.end);
  if (sentence === undefined) return false;
  const before = around.slice(sentence.start, Math.max(sentence.start, amount.start - from));
  // `4 màu đỏ, vàng`: the list begins with what is counted.
  const end = dimension === "kind" && quote.includes(" ") ? amount.start + quote.indexOf(" ") : amount.end;
  const after = around.slice(end - from, ASKS.test(around.slice(end - from, sentence.end)) ? endOfNext(around, sentence) : sentence.end);
  const isOfDays = dimension === "day" || DAYS_AFTER.test(after);
  if (isOfDays) return !LASTS.test(before) && !LASTS_JA.test(after) && areDays(daysBeside(before, after, told.language), max, told.ground);
  return [...itemsAfter(after, end), itemsBefore(before, from + sentence.start)].some(
    (items) =>
      items.length === max && areAlike(items, told) && (items.every((item) => stands(item, told)) || lengthsIn(told.ground).has(max)),
  );
}

function goodsIn({ facts }: Ground): number {
  return new Set(facts.flatMap(({ kind, term, quote }) => (kind === "product" ? [term ?? quote] : []))).size;
}

/** 2倍: so many times as much. */
const AS_MANY = /^(?:倍| times| lần| folds?)/u;
const AS_MANY_MAX = 6;

/** `đồ sấy: mít 38k, chuối 30k`: what they are called together is no third. */
function pricedIn({ bound }: Ground): number {
  const prices = bound.filter((one) => one.class === "money");
  return new Set(
    prices.flatMap(({ labels }) => labels.flatMap(({ family, id, loose }) => (family === "product" && loose !== true ? [id] : []))),
  ).size;
}

/** "Which two kinds? Plain and spicy!", 2サイズです。小瓶が…: what is counted is told next. */
const ASKS = /^[^\d,、]{0,30}[?？。.!！]\s*$/u;
function endOfNext(text: string, { end }: Span): number {
  return sentencesOf(text).find((sentence) => sentence.start >= end)?.end ?? end;
}

const DAYS_AFTER = /^ ?(?:buổi|hôm|bữa|lần|chuyến|đợt|phiên|mornings?|afternoons?|evenings?|times|trips|deliveries|runs|回|便)/iu;
/** "Within two days, Tuesday or Friday" counts none of them. */
const LASTS = /(?<!\p{L})(?:trong|sau|mất|within|in|after|takes?)\s*$/iu;
const LASTS_JA = /^(?:以内|で(?!す)|間|後)/u;

function areDays(days: ReadonlySet<number>, count: number, { weekdays }: Ground): boolean {
  return days.size === count && [...days].every((day) => weekdays.has(day));
}

/** Named right behind the number, or right before it: "two days a week, on Tuesdays and Fridays", 月、水、金の週3日. */
function daysBeside(before: string, after: string, language: Language): ReadonlySet<number> {
  const behind = readWeekdays(lighten(after), language);
  const ahead = readWeekdays(lighten(before), language);
  const near = GAP.test(after.slice(0, behind[0]?.start ?? 0)) ? behind : [];
  const nearAhead = (THOSE.test(after) ? FAR : GAP).test(before.slice(ahead.at(-1)?.end ?? 0)) ? ahead : [];
  return new Set([...near, ...nearAhead].map(({ day }) => day));
}
const GAP = /^[^\d]{0,24}$/u;
/** `thứ Ba với thứ Sáu, …, canh hai ngày đó`: those that were named. */
const THOSE = /^ (?:đó|đấy|ấy|này|nớ)(?!\p{L})/iu;
const FAR = /^[^\d]{0,70}$/u;

const AND = "và|va|với|voi|hay|hoặc|hoac|and|or";
const PARTED = new RegExp(
  String.raw`\s*[,;](?!\d)\s*(?:(?<last>${AND})\s+)?|\s+(?<and>${AND}|&|\+)\s+|[、・]|(?:と|や|または)(?=[\p{Script=Han}\p{Script=Katakana}\d])`,
  "giu",
);
/** What leads from the number to the list, the noun between: "sizes, 500 g and 1 kg", `vị sầu riêng, lá dứa`, 種類（…. */
const LEADS = [
  /^[^\d,、:：;(（–—]{0,40}?(?:\s?[:：(（–—?？。!！]\s?|\.\s|,\s|、|\s-\s|\s(?:là|gồm có|gồm|bao gồm|namely)\s)/u,
  /^\s\p{L}+\s/u,
  /^\s\p{L}+\s\p{L}+\s/u,
];
/** What leads from a list to its number. */
const BACK = /(?:の|で|、|:|：|,|–|—|-|=|\s(?:are|make|are our|are the))?\s*(?:đủ|cả|tổng cộng|all|全)?\s*$/iu;
const CLOSES = /[)）。]|\s[–—-]\s/u;
/** 飴は、ドリアン、…: what ends in such a particle is no item. */
const PARTICLE = /[はがもをにでてた]$/u;
const ITEM_MAX = 40;

/** The list behind a number; where its noun ends is not always said. */
function itemsAfter(after: string, offset: number): Span[][] {
  return LEADS.flatMap((lead) => {
    const length = lead.exec(after)?.[0].length;
    if (length === undefined) return [];
    const rest = after.slice(length);
    return [cut(rest.slice(0, CLOSES.exec(rest)?.index), offset + length)];
  });
}

function itemsBefore(before: string, offset: number): Span[] {
  const list = before.replace(BACK, "");
  const items = cut(list, offset);
  const head = items.findLastIndex(({ end }) => PARTICLE.test(before.slice(0, end - offset)));
  return items.slice(head + 1);
}

/** The items up to the one behind "and"; none where one is too long for a list. */
function cut(list: string, offset: number): Span[] {
  const items: Span[] = [];
  let start = 0;
  for (const match of [...list.matchAll(PARTED), undefined]) {
    const end = match?.index ?? list.length;
    if (end - start > ITEM_MAX) return [];
    if (list.slice(start, end).trim() !== "") items.push({ start: offset + start, end: offset + end });
    const isLast = list.slice(0, start).search(LAST_WORD) !== -1;
    if (match === undefined || isLast) break;
    start = end + match[0].length;
  }
  return items;
}
const LAST_WORD = new RegExp(String.raw`(?:\s|,)(?:${AND})\s+$`, "iu");

/** "Box, 4 cakes, 6 cakes" is no list of three. */
function areAlike(items: readonly Span[], { amounts }: Told): boolean {
  const measured = items.filter((item) => amounts.some((amount) => overlaps(amount, item)));
  return measured.length === 0 || measured.length === items.length;
}

/** An item in the grower's own words, or with an amount or a thing of the lexicon that they hold. */
function stands({ start, end }: Span, { text, language, amounts, terms, ground }: Told): boolean {
  const item = { start, end };
  const own = amounts.filter((amount) => overlaps(amount, item));
  const things = terms.filter((term) => overlaps(term, item));
  if (own.length + things.length > 0)
    return own.every((amount) => ground.amounts.some((held) => agrees(amount, held))) && things.every(({ id }) => ground.terms.has(id));
  const words = foldText(text.slice(start, end)).match(/\p{L}+/gu) ?? [];
  return language === "vi" && words.length > 0 && words.every((word) => ground.bareWords.has(word));
}

const known = new WeakMap<Ground["bound"], ReadonlySet<number>>();
/** How many things each list of the notes has: `vị: sầu riêng, lá dứa, ca cao`. */
function lengthsIn({ bareNotes, bound }: Ground): ReadonlySet<number> {
  const lengths = known.get(bound) ?? new Set(bareNotes.split(SENTENCE).flatMap(runsIn));
  known.set(bound, lengths);
  return lengths;
}
const SENTENCE = /[;:\n()]|\.(?!\d)/u;
const NOTED = /\s*(?:,(?!\d)|[/+&])\s*|\s(?:va|voi|hay|hoac)\s/u;
const WORDS_MAX = 4;
/** Here a list begins: `nhà làm, vị sầu riêng, lá dứa`. */
const KIND = /^(?:vi|huong|mui|mau|loai|size|co|kieu|dang|gom) /u;

function runsIn(sentence: string): number[] {
  const runs: number[] = [];
  let run = 0;
  for (const item of sentence.split(NOTED)) {
    const isName = !/\d/.test(item) && item.trim().split(/\s+/u).length <= WORDS_MAX;
    // A first one may stand at the end of other words: `hộp 400g vị sầu riêng, lá dứa`.
    if (isName && !KIND.test(item)) run += 1;
    else {
      runs.push(run);
      run = isName || /\p{L}{2,}\s*$/u.test(item) ? 1 : 0;
    }
  }
  return [...runs, run];
}
