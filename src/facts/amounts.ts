import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { isRangeWord, type Reader, type Said, type Scan } from "./amount-scan.ts";
import { readEnglishNumber } from "./english-numbers.ts";
import { lighten, type Folded } from "./fold.ts";
import { codesIn } from "./codes.ts";
import { dictatedCodesIn } from "./dictated-codes.ts";
import type { Unit } from "./fact.ts";
import { explainedDozens } from "./explained-dozens.ts";
import { readJapaneseNumber } from "./japanese-numbers.ts";
import { readJapaneseTokens } from "./japanese-tokens.ts";
import { inTenths } from "./in-tenths.ts";
import { joinAmounts } from "./join-amounts.ts";
import { leftOutUnits } from "./left-out-units.ts";
import { finerOf, inUnitsOf, measureOf } from "./measure.ts";
import { isBelowAsWell, signed } from "./minus-sign.ts";
import { prepareText, type PreparedText } from "./prepared-text.ts";
import { speaksSouthern } from "./region.ts";
import { alternative, consecutive, rangeEnd, scaleLike } from "./said-range.ts";
import { saidAt } from "./said-amount.ts";
import { slashLists } from "./slash-lists.ts";
import { streetsIn } from "./street-names.ts";
import { readTokens, type Token } from "./tokens.ts";
import { readVietnameseNumber } from "./vietnamese-numbers.ts";

/** A number with its unit as somebody said it. Offsets are UTF-16 units: `text.slice(start, end) === quote`. */
export type AmountMention = {
  start: number;
  end: number;
  quote: string;
  /** In the contract's unit: lạng are g, weeks days, yến and northern tạ kg. One number has `min === max`. */
  min: number;
  max: number;
  /** Absent where the contract has no such unit (pieces, stars, degrees of protein) or its size depends on the region (sào, southern tạ, giạ). */
  unit?: Unit;
  per?: Unit;
  /** A price per pound or per lạng: how much of the unit that is. Facts have no such price, texts are held to it. */
  rate?: { unit: Unit; of: number };
  /** A price "each": per a piece that is not named. */
  each?: boolean;
  approximate?: "about" | "over" | "under";
  /** What kind of thing is measured; amounts compare only within one. `none`: a bare number. */
  dimension: string;
  /** In words, not digits. */
  spelled: boolean;
};

const READERS: Record<Language, Reader> = { vi: readVietnameseNumber, en: readEnglishNumber, ja: readJapaneseNumber };

/** Every amount of a text in reading order: written and spoken, ranges as one, with what it is per. Dates, phones and names (`ST25`) are none. */
export function readAmounts(text: string, language: Language): AmountMention[] {
  return amountsIn(prepareText(text, language));
}

/** As `readAmounts`, of a text already prepared. */
export function amountsIn(prepared: PreparedText): AmountMention[] {
  const { text, language } = prepared;
  if (language === "ja" || !JAPANESE.test(text)) return readOne(prepared, 0);
  return textRuns(text).flatMap((run) => readOne(prepareText(run.text, run.japanese ? "ja" : language), run.start));
}

/** Numbers said as one word with no unit that we know: `ba giỏ`, "three baskets". Too often a word (`năm`, `ba`) to be an amount by themselves. */
export function readLoneNumbers(text: string, language: Language): number[] {
  const light = lighten(text);
  const tokens = language === "ja" ? readJapaneseTokens(light) : readTokens(light);
  return tokens.flatMap((_, at) => {
    const number = READERS[language](tokens, at);
    return number?.spelled === true && number.words === 1 ? [number.value] : [];
  });
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** `khách Nhật 2.480円 (税込)` is Vietnamese with a sign or two. */
function isJapanese(sentence: string): boolean {
  const letters = sentence.match(/[\u3040-\u30ff\u4e00-\u9fff]/gu)?.length ?? 0;
  const latin = sentence.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return letters > 0 && letters >= latin;
}

/** Notes mix languages: a sentence of Japanese letters is read as Japanese. */
function textRuns(text: string): { text: string; start: number; japanese: boolean }[] {
  const runs: { text: string; start: number; japanese: boolean }[] = [];
  for (const match of text.matchAll(/(?:[^\n。！？.]|\.(?!\s))*(?:[\n。！？]|\.\s|$)/gu)) {
    if (match[0] === "") continue;
    const japanese = isJapanese(match[0]);
    const before = runs.at(-1);
    if (before !== undefined && !before.japanese && !japanese) before.text += match[0];
    else runs.push({ text: match[0], start: match.index, japanese });
  }
  return runs;
}

/** Numbers inside these are part of a name: `Lục Ngạn`, `Năm Roi`, `ISO 22000`. */
const NAMES = new Set(["place", "variety", "certificate"]);

/** Where the units that differ in the south are not said, its region need not be known. */
const SOUTHERN_UNIT = /(?<!\p{L})(?:tạ|ta)(?!\p{L})/u;

function readOne({ text, language, light, terms, dates, phones, ...prepared }: PreparedText, offset: number): AmountMention[] {
  const tokens = inLines(prepared.tokens, light);
  const named = terms.filter(({ id }) => NAMES.has(findTerm(id)?.kind ?? ""));
  const codes = [...codesIn(light), ...(language === "vi" ? dictatedCodesIn(light) : [])];
  const spans = [...dates, ...phones, ...named, ...codes, ...streetsIn(light), ...idioms(light)];
  const covered = new Uint8Array(text.length);
  for (const span of spans) covered.fill(1, span.start, span.end);
  const inside = new Set(tokens.filter((token) => covered[light.place(token.start)] === 1));
  const scan: Scan = {
    light,
    tokens,
    language,
    read: READERS[language],
    southern: language === "vi" && SOUTHERN_UNIT.test(light.text) && speaksSouthern(light.text, terms),
    hidden: (token: Token) => inside.has(token),
  };
  const found: (AmountMention & { from: number; next: number })[] = [];
  for (let at = 0; at < tokens.length;) {
    const said = saidAt(scan, at);
    if (said === undefined) {
      at += 1;
      continue;
    }
    const mention = mentionOf(scan, said);
    if (mention !== undefined) found.push(mention);
    at = Math.max(mention?.next ?? said.next, at + 1);
  }
  const joined = slashLists(text, explainedDozens(text, joinAmounts(found, light, language)));
  const all =
    language === "en" ? leftOutUnits(text, joined) : language === "ja" ? joined.map((mention) => inTenths(text, mention)) : joined;
  return all.map((mention) => ({ ...mention, start: mention.start + offset, end: mention.end + offset }));
}

/** The tokens with a mark at each line's end: `20k` and, on the next line, `hai …` are no sum. */
function inLines(tokens: readonly Token[], { text }: Folded): readonly Token[] {
  if (!text.includes("\n")) return tokens;
  return tokens.flatMap((token, at) => {
    const last = tokens[at - 1];
    const line = last === undefined ? -1 : text.slice(last.end, token.start).indexOf("\n");
    if (last === undefined || line === -1) return [token];
    const start = last.end + line;
    return [{ kind: "symbol", text: "\n", plain: "\n", start, end: start + 1, glued: false, bare: false }, token];
  });
}

/** `1 đổi 1` is a promise, and counts nothing; `loại 1: 1tr5` is no `1:1`. */
function idioms(light: Folded): { start: number; end: number }[] {
  return [
    ...light.text.matchAll(
      /(?<![\p{L}\d])(?:1|một|mot)\s+(?:đổi|doi)\s+(?:1|một|mot)(?![\p{L}\d])|(?<!\d)[1一]対[1一](?!\d)|(?<!\d)1 ?: ?1(?![.,]?\d|\s?(?:tr|triệu|trieu|củ|kg|ký|ky|lít|lit)(?!\p{L}))/gu,
    ),
  ].map((match) => light.span(match.index, match.index + match[0].length));
}

function mentionOf(scan: Scan, first: Said): (AmountMention & { from: number; next: number }) | undefined {
  const second = isRangeWord(scan.tokens[first.next]) ? rangeEnd(scan, first) : (alternative(scan, first) ?? consecutive(scan, first));
  const last = second ?? first;
  const row = last.row ?? first.row;
  const lone =
    row === undefined &&
    (scan.language !== "en" || first.value < 2) &&
    first.number.spelled &&
    first.number.words === 1 &&
    !first.number.scaled;
  // The `mười` of `một phút mười giây`
  const isSeconds = scan.tokens[first.next]?.plain === "giay" && scan.tokens[first.from - 1]?.plain === "phut";
  if (lone && second === undefined && !isSeconds) return undefined;
  if (second === undefined && isDenial(scan, first)) return undefined;
  // `-15%` takes fifteen off; `hết tháng 8 âm 40k` ends a month of the moon.
  const from = UNSIGNED.has(row?.dimension ?? (last.number.scaled ? "VND" : ""))
    ? first.from
    : signed(scan, first.from, row?.degree === true || row?.dimension === "celsius");
  const sign = from < first.from ? -1 : 1;
  const start = scan.tokens[from]?.start ?? 0;
  const end = scan.tokens[last.next - 1]?.end ?? start;
  const measure = measureOf(scan, row, last, start, end);
  const unit = second === undefined ? measure.unit : finerOf(first.row, measure);
  const low = first.value * sign * (first.row?.factor ?? measure.factor) * inUnitsOf(first.row?.unit ?? measure.unit, unit);
  const isBelow = sign === -1 && (second === undefined || isBelowAsWell(scan, first, second));
  const high = last.value * (isBelow ? -1 : 1) * measure.factor * inUnitsOf(measure.unit, unit);
  const approximate = approximateAt(scan, from) ?? approximateAfter(scan, end);
  // `3.200円`, typed with the dot of Vietnam: a yen has no parts.
  const thousand = measure.unit === "JPY" && DOTTED.test(scan.light.text.slice(start, end)) && high < 1000 ? 1000 : 1;
  return {
    ...scan.light.span(start, end),
    min: round((second === undefined ? high : isBelow ? Math.min(low, high) : scaleLike(scan, low, high, first, last)) * thousand),
    max: round((isBelow ? Math.max(low, high) : high) * thousand),
    ...(unit === undefined ? {} : { unit }),
    ...(approximate === undefined ? {} : { approximate }),
    dimension: row === undefined && measure.dimension === "none" && isPacked(scan, start) ? "count" : measure.dimension,
    spelled: first.number.spelled,
    from,
    next: last.next,
  };
}

const UNSIGNED = new Set(["%", "VND", "USD", "JPY"]);

/** "A box of 6 is 90,000": that many pieces, whatever they are. */
function isPacked({ light, language }: Scan, start: number): boolean {
  return language === "en" && PACKED.test(light.text.slice(Math.max(0, start - 16), start));
}
const PACKED = /(?<!\p{L})(?:bag|box|pack|packet|jar|carton|case|tray|crate|tin|sack|pouch|bundle|bunch)(?:e?s)? of $/u;

/** `không sao`, `không ký`: the word for nought is "not" far more often. */
function isDenial({ language }: Scan, { value, number, row }: Said): boolean {
  return language === "vi" && value === 0 && number.spelled && !COUNTED_FROM_NOUGHT.has(row?.dimension ?? "none");
}

const COUNTED_FROM_NOUGHT = new Set(["VND", "celsius", "%"]);

const APPROXIMATE: [NonNullable<AmountMention["approximate"]>, RegExp][] = [
  ["over", /(?<!\p{Script=Latin})(?:hơn|hon|trên|tren|>|over|more than|at least|tối thiểu|ít nhất|以上)\s*$/u],
  ["under", /(?<!\p{Script=Latin})(?:dưới|duoi|chua toi|(?:chưa|không) (?:tới|đến)|tối đa|toi da|<|under|less than|up to|at most)\s*$/u],
  [
    "about",
    /(?<!\p{Script=Latin})(?:khoảng|khoang|tầm|chừng|chung|cỡ|gần|gan|ngót|ngot|ngót nghét|xấp xỉ|xap xi|ước|phỏng chừng|~|around|about|roughly|nearly|some|約|およそ)\s*$/u,
  ],
];

function approximateAt(scan: Scan, from: number): AmountMention["approximate"] {
  const start = scan.tokens[from]?.start ?? 0;
  const before = scan.light.text.slice(Math.max(0, start - 14), start);
  return APPROXIMATE.find(([, pattern]) => pattern.test(before))?.[0];
}

/** 千ドン足らず, 500グラムを少し超える */
function approximateAfter({ light, language }: Scan, end: number): AmountMention["approximate"] {
  if (language !== "ja") return undefined;
  const after = light.text.slice(end, end + 8);
  if (/^(?:足らず|弱(?!い))/u.test(after)) return "under";
  return /^(?:余り|強(?!い)|を(?:少し|やや|わずかに)?(?:超え|上回))/u.test(after) ? "over" : undefined;
}

const DOTTED = /(?<!\d)\d{1,3}\.\d{3}(?!\d)/;

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
