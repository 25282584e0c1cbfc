import { baseOf } from "#facts/agree-amounts.ts";
import { foldText } from "#facts/fold.ts";
import { eitherBare, overlaps, type Span } from "#facts/said.ts";
import type { ReadText } from "./ground.ts";
import { smallValue } from "./small-numbers.ts";
import { MONEY } from "./worked-out.ts";

/** A set of the notes: its own price, what its parts cost by themselves, what they weigh together by its kinds, how many they are and hold; `packs`: how many each part holds. */
export type NoteSet = { price: number | undefined; costs: number[]; masses: number[]; pieces: number[]; packs?: number[] };

type Part = Span & { count: number; words: string[]; size: string[] };
/** `hộp nhỏ 16 thỏi 160g 32k`: what is said of one of them. */
type Clause = Span & { words: string[]; price: number; mass: number | undefined; pieces: number | undefined };

const PARTS_MAX = 5;
/** So many prices back a set of one of each reaches. */
const PRICES_BACK = 8;
/** Notes of more are no seller's. */
const AMOUNTS_MAX = 200;
const PRICE_NEAR = 24;

/** Marked or bare: `muối` is no ten, nor is the `muoi` of a salt. */
const NUMBER = `(?:\\d{1,3}(?![\\d.,]*\\d)|(?:${eitherBare("một|hai|ba|bốn|năm|sáu|bảy|tám|chín")}|mười|muoi(?! (?:ot|tom|tieu|bien|hot|vung|me|sa|chanh|xa)(?!\\p{L})))(?!\\p{L}))`;
const UNITS = `(?:k|kg|g|gr|gram|l|ml|m|cm|h|tr|${eitherBare("ký|kí|cân|lạng|lít|mét|ngày|tháng|tuần|năm|giờ|phút|đêm|lần|người|nhà|đời|chục|mươi|trăm|nghìn|ngàn|triệu|đồng|phần|tuổi|độ")})`;
const STOPS = eitherBare("và|với|còn|giá|chỉ|tính|thì|là|được|bằng|tặng|kèm|mỗi|đủ");
const PIECES = eitherBare("cái|con|chiếc|miếng");
const HOLDING = `(?:${eitherBare("hộp|gói|túi|bịch|vỉ|hũ|xấp")}) \\d{1,2} (?:(?:${PIECES}) |(?!(?:${PIECES})(?!\\p{L})))`;
const SIZES = `g|gr|gram|ml|kg|l|${PIECES}|${eitherBare("viên|thỏi|trái|quả|tờ|cây|ký|lít")}`;
const PART = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?<count>${NUMBER}) (?:${HOLDING})?(?!${UNITS}(?!\\p{L}))(?<words>\\p{L}{2,}(?: (?!(?:(?:${STOPS})(?!\\p{L})|${NUMBER}))\\p{L}{2,}){0,2})(?!\\p{L})(?: (?<size>\\d{1,4} ?(?:${SIZES})(?!\\p{L})))?`,
  "gu",
);
const JOINT = /^(?: ?[+&] ?| ?, ?| và | va | với | voi | )$/u;
const OF_EACH = new RegExp(
  `(?<!\\p{L})(?:${eitherBare("bộ|combo|set|hộp|giỏ|thùng")})(?: (?:${eitherBare("quà|biếu|tặng|quà biếu|quà tặng|tết")}))? (?<many>${NUMBER})(?: \\p{L}+){0,2}[ ,(]{1,2}(?:${eitherBare("mỗi|đủ")}) (?:${eitherBare("loại|thứ|vị|màu|mùi")})(?!\\p{L})(?: (?<each>${NUMBER})(?! ?(?:k|tr)(?!\\p{L})))?`,
  "gu",
);
const BARE = new RegExp(
  `(?<!\\p{L})(?:${eitherBare("bộ|combo|set")}) (?<many>${NUMBER})(?: (?!(?:${eitherBare("mỗi|đủ")})(?!\\p{L}))\\p{L}+){0,2}:? (?=\\d)`,
  "gu",
);
const CLAUSE_END = /[;:()\n!?]|[.,](?!\d)|\p{Extended_Pictographic}/gu;

/** `combo 2 hộp nhỏ + 1 hộp lớn 99k`, `bộ 3 hộp mỗi loại 1: 650k`: each part priced where the notes price one of it. */
export function noteSets(read: ReadText): NoteSet[] {
  const { text, place } = read.light;
  if (read.amounts.length > AMOUNTS_MAX) return [];
  const spanOf = (start: number, end: number): Span => ({ start: place(start), end: end === text.length ? read.text.length : place(end) });
  const clauses = clausesOf(text, spanOf, read);
  const mixed = partLists(text, spanOf).map((parts) => mixedSet(parts, clauses, read));
  const even = [...text.matchAll(OF_EACH)].flatMap(({ index, 0: quote, groups }) =>
    evenSet(groups, spanOf(index, index + quote.length), clauses, read),
  );
  const bare = [...text.matchAll(BARE)].flatMap(({ index, 0: quote, groups }) =>
    bareSet(groups?.["many"] ?? "", spanOf(index, index + quote.length), clauses, read),
  );
  return [...mixed, ...even, ...bare, ...weighedSets(read)];
}

/** `giỏ nhỏ 85k, vừa 120k, lớn 165k. bộ 3 giỏ 350k`: of as many as were priced right before it. */
function bareSet(many: string, set: Span, clauses: readonly Clause[], read: ReadText): NoteSet[] {
  const kinds = smallValue(foldText(many), "vi");
  const run = kinds > 1 && kinds <= PARTS_MAX ? clauses.filter(({ end }) => end <= set.start).slice(-kinds) : [];
  if (run.length < kinds || run.length === 0 || run.some(({ words }) => SET_WORDS.has(words[0] ?? ""))) return [];
  const cost = run.reduce((total, { price }) => total + price, 0);
  return [{ price: priceBehind(set.end, read), costs: [cost], masses: [], pieces: [kinds] }];
}

/** `2 hộp nhỏ + 1 hộp lớn`, `1 vá 1 thớt 2 muỗng` */
function partLists(light: string, spanOf: (start: number, end: number) => Span): Part[][] {
  const lists: Part[][] = [];
  let last = -1;
  for (const { index, 0: quote, groups } of light.matchAll(PART)) {
    const part = {
      ...spanOf(index, index + quote.length),
      count: smallValue(foldText(groups?.["count"] ?? ""), "vi"),
      words: foldText(groups?.["words"] ?? "").split(" "),
      size: tokensOf(groups?.["size"] ?? ""),
    };
    if (last !== -1 && JOINT.test(light.slice(last, index))) lists.at(-1)?.push(part);
    else lists.push([part]);
    last = index + quote.length;
  }
  const isSet = ([only, ...others]: readonly Part[]) =>
    others.length > 0 || (only !== undefined && only.count > 1 && SET_BEFORE.test(light.slice(0, only.start).slice(-SET_REACH)));
  return lists.filter((parts) => parts.length <= PARTS_MAX && isSet(parts));
}
/** `set đôi 2 khăn`: one part, so many times. */
const SET_BEFORE = new RegExp(`(?<!\\p{L})(?:${eitherBare("set|combo|bộ|cặp")})(?: (?:${eitherBare("quà|đôi|cặp|gồm|có")}))? $`, "u");
const SET_REACH = 16;

function mixedSet(parts: readonly Part[], clauses: readonly Clause[], read: ReadText): NoteSet {
  const [first, last] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const priced = parts.map((part) => clauseOf(part, clauses, { start: first, end: last }));
  const sum = (valueOf: (clause: Clause) => number | undefined) => {
    const values = priced.map((clause) => clause && valueOf(clause));
    return values.every((value) => value !== undefined)
      ? values.reduce((total, value, at) => total + value * (parts[at]?.count ?? 0), 0)
      : undefined;
  };
  const many = parts.reduce((total, { count }) => total + count, 0);
  const cost = sum(({ price }) => price);
  const mass = sum((clause) => clause.mass);
  return {
    price: priceBehind(last, read),
    costs: cost === undefined ? [] : [cost],
    masses: mass === undefined ? [] : [mass],
    packs: priced.flatMap((clause) => clause?.pieces ?? []),
    pieces: [many, sum(({ pieces }) => pieces) ?? many],
  };
}

/** `lạc 400g + hạt sen 600g 150k` */
function weighedSets(read: ReadText): NoteSet[] {
  const masses = read.amounts.filter(({ dimension, min, max, per }) => dimension === "mass" && min === max && per === undefined);
  const isAdded = (at: number) => ADDED.test(read.text.slice(masses[at - 1]?.end ?? 0, masses[at]?.start ?? 0));
  return masses.flatMap((_, first): NoteSet[] => {
    if (isAdded(first) || !isAdded(first + 1)) return [];
    let last = first + 1;
    while (last - first < PARTS_MAX - 1 && isAdded(last + 1)) last += 1;
    const parts = masses.slice(first, last + 1);
    const mass = parts.reduce((total, part) => total + baseOf(part, part.min), 0);
    return [{ price: priceBehind(parts.at(-1)?.end ?? 0, read), costs: [], masses: [mass], pieces: [] }];
  });
}
const ADDED = /^[^.;:\n\d+]{0,30}\+[^.;:\n\d+]{0,30}$/u;

/** The one clause that begins with a part's words, else the one that has them all. */
function clauseOf({ words, size }: Part, clauses: readonly Clause[], set: Span): Clause | undefined {
  const others = clauses.filter((clause) => !overlaps(clause, set) && isOfSize(clause.words, size));
  const having = others.filter((clause) => hasWords(clause.words, words));
  if (having.length === 0) return bySize(words, others);
  const beginning = having.filter((clause) => words.every((word, at) => clause.words[at] === word));
  const [only, second] = beginning.length > 0 ? beginning : having;
  return second === undefined ? only : undefined;
}

/** `2 hộp 12 cái` is of the box of twelve. */
function isOfSize(words: readonly string[], [many, unit]: readonly string[]): boolean {
  return many === undefined || words.some((word, at) => word === many && words[at + 1] === unit);
}

/** `hộp nhỏ` of `hộp 200g 30k, hộp 500g 70k`: the cheaper of the two. */
function bySize(words: readonly string[], clauses: readonly Clause[]): Clause | undefined {
  const size = words.find((word) => SMALL.has(word) || LARGE.has(word));
  const rest = words.filter((word) => word !== size);
  if (size === undefined || rest.length === 0) return undefined;
  const [first, ...having] = clauses.filter((clause) => hasWords(clause.words, rest));
  return having.reduce((least, clause) => (clause.price < (least?.price ?? 0) === SMALL.has(size) ? clause : least), first);
}
const SMALL = new Set(["nho", "be"]);
const LARGE = new Set(["lon", "to"]);

/** `thùng 40 hộp nhỏ` tells of many of them. */
function hasWords(all: readonly string[], words: readonly string[]): boolean {
  const at = all.indexOf(words[0] ?? "");
  return at !== -1 && !/^\d+$/.test(all[at - 1] ?? "") && words.every((word) => all.includes(word));
}

function evenSet(groups: Record<string, string | undefined> | undefined, set: Span, clauses: readonly Clause[], read: ReadText): NoteSet[] {
  const each = groups?.["each"] === undefined ? 1 : smallValue(foldText(groups["each"]), "vi");
  const kinds = smallValue(foldText(groups?.["many"] ?? ""), "vi") / each;
  if (!Number.isInteger(kinds) || kinds < 2 || kinds > PARTS_MAX) return [];
  const before = clauses.filter(({ end, words }) => end <= set.start && !SET_WORDS.has(words[0] ?? "")).slice(-PRICES_BACK);
  const runs = before.map((_, at) => before.slice(at, at + kinds)).filter(({ length }) => length === kinds);
  const sums = (valueOf: (clause: Clause) => number) => runs.map((run) => run.reduce((total, clause) => total + valueOf(clause) * each, 0));
  const masses = sums(({ mass = Number.NaN }) => mass);
  return [{ price: priceBehind(set.end, read), costs: sums(({ price }) => price), masses, pieces: [kinds * each] }];
}
const SET_WORDS = new Set(["set", "combo", "bo"]);

function priceBehind(end: number, { text, amounts }: ReadText): number | undefined {
  const price = amounts.find((one) => one.start >= end && MONEY.has(one.dimension));
  if (price === undefined || price.start - end > PRICE_NEAR || /[.;\n]/u.test(text.slice(end, price.start))) return undefined;
  return price.min;
}

/** Cut at commas and behind each price: `hộp nhỏ 25k hộp lớn 58k` are two. */
function clausesOf(light: string, spanOf: (start: number, end: number) => Span, { text, amounts }: ReadText): Clause[] {
  const prices = amounts.filter(({ dimension, min, max }) => MONEY.has(dimension) && min === max);
  const ends = [...light.matchAll(CLAUSE_END)].map(({ index }) => spanOf(index, index + 1).start);
  return prices.flatMap((price, at): Clause[] => {
    const { per, rate } = price;
    if (rate !== undefined || (per !== undefined && MEASURED.has(per))) return [];
    const start = Math.max(prices[at - 1]?.end ?? 0, ends.findLast((end) => end < price.start) ?? 0);
    const own = amounts.filter((one) => one.start >= start && one.end <= price.start && one.min === one.max && one.per === undefined);
    const masses = own.filter(({ dimension }) => dimension === "mass");
    const counts = own.filter(({ dimension, unit }) => (dimension === "count" || dimension === "none") && !(unit === "box"));
    return [
      {
        start,
        end: price.end,
        words: tokensOf(text.slice(start, price.start)),
        price: price.min,
        mass: masses[0] && masses.length === 1 ? baseOf(masses[0], masses[0].min) : undefined,
        pieces: counts.length === 1 ? counts[0]?.min : undefined,
      },
    ];
  });
}
const MEASURED = new Set<string>(["kg", "g", "t", "l", "ml"]);

function tokensOf(text: string): string[] {
  return foldText(text).match(/\p{L}+|\d+/gu) ?? [];
}
