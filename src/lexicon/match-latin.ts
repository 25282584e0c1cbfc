import { hasMarks, lighten } from "#facts/fold.ts";
import { readTokens, type Token } from "#facts/tokens.ts";
import { entriesOf, phraseOf, type Entry } from "./latin-entries.ts";
import { isAmongPapers } from "./among-papers.ts";
import { settleNamesakes } from "./settle-namesakes.ts";
import { isSettled } from "./settle-place.ts";
import type { Matcher, Spot } from "./match-terms.ts";
import { endsAsCode } from "./spoken-codes.ts";
import { goesOnAsTens, isCounting, isCut, standsAsName } from "./stands-as-name.ts";
import type { Term } from "./term.ts";

/** `doubtful`: a place's everyday name in small bare letters, to be settled by what stands around it. `proper`: in capitals. */
type Found = Spot & { entry: Entry; at: number; length: number; bare: boolean; proper: boolean; doubtful: boolean };

const RANK: Record<Entry["kind"], number> = { variety: 0, product: 1, certificate: 2, place: 3, practice: 4, everyday: 5 };

/** Names in Vietnamese or English, with their marks or, in bare Vietnamese, without. */
export function matchLatin(terms: readonly Term[], everyday: readonly string[], language: "vi" | "en"): Matcher {
  const entries = [...terms.flatMap((term) => entriesOf(term, language)), ...everyday.map(phraseOf)];
  // By the first two words: many names begin with the same one.
  const byFirst = new Map(
    [...Map.groupBy(entries, ({ plain }) => plain[0] ?? "")].map(([first, those]) => [first, Map.groupBy(those, ({ plain }) => plain[1])]),
  );
  return (text) => {
    const light = lighten(text);
    const tokens = readTokens(light);
    const found: Found[] = [];
    let capital: boolean | undefined;
    const namesAreCapital = () => (capital ??= usesCapitalsForNames(text));
    tokens.forEach((first, at) => {
      const begun = byFirst.get(first.plain);
      if (begun === undefined) return;
      const second = tokens[at + 1]?.plain;
      const those = begun.get(undefined) ?? [];
      const longer = second === undefined ? undefined : begun.get(second);
      for (const entry of longer === undefined ? those : [...those, ...longer]) {
        const last = tokens[at + entry.words.length - 1];
        if (last === undefined || !matches(entry, tokens, at, language)) continue;
        const { start, end, quote } = light.span(first.start, last.end);
        const doubtful = language === "vi" && isSmallPlace(entry, quote);
        if (!doubtful && !isWritten(entry, quote, language, namesAreCapital) && !isHeldHere(entry, tokens, at)) continue;
        const proper = !/(?<!['’\p{L}])\p{Ll}/u.test(quote);
        found.push({ id: entry.id, start, end, entry, at, length: entry.words.length, bare: !hasMarks(quote), proper, doubtful });
      }
    });
    const things = language === "vi" ? found.filter((spot) => !isPerson(spot, found, tokens)) : found;
    return keepBest(settleNamesakes(keepBacked(things, tokens, language), tokens));
  };
}

/**
 * English tells a place from a word by its capital (`Hue`, a hue), and an acronym by its capitals (`BAP`, bắp; but `4C` is a
 * temperature). Bare Vietnamese tells `Cat Hai` from cắt hái by them, and `nhan Long Khanh` from nhãn lồng.
 */
function isWritten(entry: Entry, quote: string, language: "vi" | "en", namesAreCapital: () => boolean): boolean {
  if (entry.kind === "certificate" && entry.weak) return !/\d/.test(quote) && quote === quote.toUpperCase();
  if (entry.kind === "place" && language === "en") return /^\p{Lu}/u.test(quote);
  if (language === "en" || hasMarks(quote)) return true;
  const capitals = (quote.match(/(?<!['’\p{L}])\p{L}+/gu) ?? []).map((word) => /^\p{Lu}/u.test(word));
  if (entry.kind === "certificate") return true;
  if (entry.kind !== "place") return entry.named || capitals[0] === true || !capitals.includes(true) || !namesAreCapital();
  const allAlike = capitals.every((capital) => capital === capitals.at(-1)) || (capitals.length > 2 && !capitals.slice(1).includes(false));
  return entry.weak ? capitals.length > 1 && !capitals.includes(false) && namesAreCapital() : allAlike || !namesAreCapital();
}

/** `4C thì xã viên có giấy`, "4C and UTZ certificates": nobody has a temperature already, or a paper for it. */
function isHeldHere({ kind, weak, words }: Entry, tokens: readonly Token[], at: number): boolean {
  if (kind !== "certificate" || !weak) return false;
  if (words.some((word) => /\d/.test(word)) && isAmongPapers(tokens, at, words.length)) return true;
  const behind = tokens.slice(at + words.length, at + words.length + HELD_WORDS);
  const has = behind.findIndex(({ plain }) => plain === "co" || plain === "dat");
  return (
    has >= 0 && /^(?:roi|giay|chung)$/.test(behind[has + 1]?.plain ?? "") && behind.slice(0, has).every(({ kind: each }) => each === "word")
  );
}
const HELD_WORDS = 6;

/** `mang den`, `van don`: what it is, the words around must tell. */
function isSmallPlace({ kind, weak, words }: Entry, quote: string): boolean {
  return kind === "place" && weak && words.length > 1 && !hasMarks(quote) && quote === quote.toLowerCase();
}

/** False where capitals are this text's habit and name nothing. */
function usesCapitalsForNames(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length <= words.length * CAPITALS_MAX;
}
const CAPITALS_MAX = 0.4;

function matches(entry: Entry, tokens: readonly Token[], at: number, language: "vi" | "en"): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + entry.words.length];
  if (tokens[at]?.glued === true && before?.kind !== "symbol") return false;
  if (after?.glued === true && after.kind !== "symbol") return false;
  // `tiêu chín chục ngàn`: ninety thousand, and no ripe pepper.
  if (goesOnAsTens(tokens[at + entry.words.length - 1]?.text ?? "", after?.text ?? "")) return false;
  if (entry.spoken && !endsAsCode(tokens, at, entry.words.length)) return false;
  let bare = false;
  let open = false;
  for (let index = 0; index < entry.words.length; index += 1) {
    const [word, token] = [entry.words[index], tokens[at + index]];
    if (token === undefined) return false;
    if (token.text === word) {
      // A word without marks of its own may still be another in bare notes: nho, nhỏ.
      open ||= (token.bare || (index === 0 && LEFT_BARE.has(before?.text ?? ""))) && word === entry.plain[index];
      continue;
    }
    if (token.plain !== entry.plain[index] || token.text !== token.plain || (!token.bare && language === "vi" && entry.words.length < 2))
      return false;
    // `rang cát ba mươi phút`, `ngăn đông hai tháng`: thirty and two, not Cát Bà, not Đông Hải.
    if (index === entry.words.length - 1 && isCounting(token.text, after?.text ?? "")) return false;
    bare = true;
  }
  // `me sấy`: who typed the marks of one word left none out.
  const marks = entry.words.some((word, index) => word !== entry.plain[index] && word === tokens[at + index]?.text);
  bare ||= open && !marks;
  if (bare && entry.marked) return at === 0 && entry.kind === "product" && entry.words.length === 1;
  if (!bare || !entry.weak || entry.kind === "certificate") return true;
  // `mỗi tuần giao`: nor is half a name left bare.
  return entry.kind === "place" ? entry.words.length > 1 && !marks : standsAsName(tokens, at, entry.words.length);
}

/** `chau nho`, `loai nho` among marked words: nobody left out the marks of one alone. */
const LEFT_BARE = new Set(["chau", "goc", "hop", "thung", "loai", "trai", "qua", "cu", "goi", "tui", "hu", "cay"]);

/** `chị Hồng`, `anh Lạc`, `chị Ngọc Linh` are people; in `xoài cát chu Cao Lãnh` the word before ends another name. */
function isPerson({ at, entry: { kind, words } }: Found, found: readonly Found[], tokens: readonly Token[]): boolean {
  const before = tokens[at - 1]?.text ?? "";
  const isTitled =
    kind === "place"
      ? TITLES.has(before) || BARE_TITLES.has(before)
      : kind === "product" && words.length === 1 && (TITLES.has(before) || isAunt(tokens[at - 1], tokens[at]));
  return isTitled && !found.some((other) => other.length > 1 && other.at + other.length === at);
}
/** The `o` of Huế and Hà Tĩnh is an aunt among marked words, where `ở` has its own. */
function isAunt(before: Token | undefined, name: Token | undefined): boolean {
  return before?.text === "o" && name !== undefined && name.text !== name.plain;
}
const TITLES = new Set(["anh", "chị", "cô", "chú", "bác", "ông", "bà", "dì", "cậu", "mệ", "mợ", "thím", "tên", "mr", "ms"]);
const BARE_TITLES = new Set(["chi", "chu"]);

/** Leaves out the everyday, and the varieties whose product is not named, or not beside them where they need that. */
function keepBacked(found: readonly Found[], tokens: readonly Token[], language: "vi" | "en"): Found[] {
  const everyday = found.filter(({ entry }) => entry.kind === "everyday");
  const open = found.filter(
    (spot) =>
      spot.entry.kind !== "everyday" &&
      (spot.entry.kind !== "product" || !everyday.some((phrase) => phrase.length >= spot.length && meets(phrase, spot))),
  );
  const products = Map.groupBy(
    open.filter(({ entry }) => entry.kind === "product"),
    ({ id }) => id,
  );
  const isBeside = (variety: Found, product: Found) =>
    meets(variety, product) ||
    (language === "vi" ? product.at + product.length === variety.at : variety.at + variety.length === product.at);
  return open.filter((spot) => {
    if (spot.bare && spot.entry.yields?.some((id) => products.get(id)?.some(({ at }) => at < spot.at))) return false;
    if (spot.bare && spot.entry.marked && !isOfPlace(spot, open, tokens)) return false;
    if (spot.entry.familiar && !hasKinBefore(spot, open)) return false;
    if (spot.doubtful) return isSettled(spot, open, tokens);
    if (spot.entry.kind !== "variety") return true;
    if (isCut(tokens, spot.at + spot.length)) return false;
    const own = products.get(spot.entry.of ?? "") ?? [];
    return spot.entry.beside ? own.some((product) => isBeside(spot, product)) : own.length > 0;
  });
}

/** `mang than uyen 70k/ky`, `tom ngoc hien loai vua`: bare notes that open with goods, where they are from, and what there is of them. */
function isOfPlace({ at, entry }: Found, open: readonly Found[], tokens: readonly Token[]): boolean {
  let next = at + entry.words.length;
  for (let place = placeAt(open, next); place !== undefined; place = placeAt(open, next)) {
    next = place.at + place.length;
    if (tokens[next]?.kind === "symbol") next += 1;
  }
  if (next === at + entry.words.length) return false;
  return tokens.slice(next, next + GOODS_WORDS).some(({ kind, plain }, index) => kind === "digits" || (index === 0 && OF_GOODS.has(plain)));
}
function placeAt(open: readonly Found[], at: number): Found | undefined {
  return open.find((other) => other.at === at && other.entry.kind === "place");
}
const GOODS_WORDS = 2;
const OF_GOODS = new Set("cu trai qua tep hat vo loai vu kho tuoi say phoi hai bo bao goi tui hop chai hu gia lua con size".split(" "));

/** `thổ cẩm Mai Châu: khăn 230k, ví 70k`: goods of its family, known by more than an everyday word, stand before it. */
function hasKinBefore(spot: Found, open: readonly Found[]): boolean {
  return open.some(({ entry, at }) => at < spot.at && entry.kind === "product" && entry.family === spot.entry.family && !entry.familiar);
}

function meets(left: Found, right: Found): boolean {
  return left.at < right.at + right.length && right.at < left.at + left.length;
}

/** Drops what another, longer or better mention covers; of two products' varieties with one name (`ruột đỏ`) the nearer product has it. */
function keepBest(spots: readonly Found[]): Spot[] {
  const kept: Found[] = [];
  const taken = new Map<number, Found[]>();
  const products = spots.filter(({ entry }) => entry.kind === "product");
  const away = (spot: Found) =>
    spot.entry.kind === "variety"
      ? Math.min(...products.filter(({ id }) => id === spot.entry.of).map(({ at }) => (at <= spot.at ? spot.at - at : 2 * (at - spot.at))))
      : 0;
  for (const spot of spots.toSorted(
    (left, right) =>
      right.length - left.length ||
      Number(right.entry.wide) - Number(left.entry.wide) ||
      left.at - right.at ||
      RANK[left.entry.kind] - RANK[right.entry.kind] ||
      (left.id === right.id ? 0 : away(left) - away(right)),
  )) {
    const near = Array.from({ length: spot.length }, (_, index) => taken.get(spot.at + index) ?? []).flat();
    if (near.some((other) => spot.start < other.end && other.start < spot.end && !mayOverlap(spot.entry, other.entry))) continue;
    kept.push(spot);
    for (let at = spot.at; at < spot.at + spot.length; at += 1) taken.set(at, [...(taken.get(at) ?? []), spot]);
  }
  return kept.toSorted((left, right) => left.start - right.start || right.end - left.end).map(({ id, start, end }) => ({ id, start, end }));
}

/** `vải thiều` names the product and its variety at once. */
function mayOverlap(left: Entry, right: Entry): boolean {
  const kinds = [left.kind, right.kind].toSorted().join("+");
  // `tỏi Lý Sơn` is a product and its place; the place inside a variety's name (`cát Hòa Lộc`) is none, nor is the orange in `Cam Lộ`.
  if (kinds === "place+product") {
    const [place, product] = left.kind === "place" ? [left, right] : [right, left];
    return place.withProduct || product.words.length > place.words.length;
  }
  // `hồng không hạt Bảo Lâm` tells its place, its goods and their variety.
  if (kinds === "place+variety") {
    const [place, variety] = left.kind === "place" ? [left, right] : [right, left];
    return place.withProduct && variety.words.length < place.words.length;
  }
  return kinds === "product+variety" && (left.of === right.id || right.of === left.id);
}
