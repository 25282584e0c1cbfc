import { isGivenName } from "./given-names.ts";
import { isKnown } from "./marked-words.ts";
import { kinOf, rankOf } from "./people.ts";
import { isWord, type Piece } from "./pieces.ts";

/** Why a piece stays as typed, or (`capital`) that only a longer word of the list may change it. */
export type Kept = "kept" | "capital" | undefined;

/** How a bare Vietnamese syllable is built. */
const SYLLABLE =
  /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:u(?:ye|ya|yu)|i?eu|yeu|o(?:ai|ay|eo)|u(?:ay|oi|ou)|uo|ie|ye|ia|iu|ua|ue|ui|uu|uy|oa|oe|oi|oo|ai|ao|au|ay|eo|[aeiouy])(?:ch|nh|ng|[cmnpt])?$/;
const ADDRESS = /\/\/|www\.|@|\.(?:com|vn|net|org|shop)(?![\p{L}\d])/iu;
const PEOPLE = new Set(["chi", "anh", "chu", "co", "bac", "ong", "ba", "ms", "mr"]);
/** What stands between a form of address and a number without being a name. */
const NO_NAMES = new Set(["so", "qua", "o", "la", "nha", "nhe", "oi", "hoac", "nay", "theo", "tai"]);
/** `Gọi 0912…`, `Nhắn Zalo 0912…` */
const CALLS = new Set(["goi", "nhan", "lien", "he", "dat", "hoi", "gap"]);
const AROUND = 3;
/** From here on capitals are this text's habit and name nobody. */
const CAPITALS_MAX = 0.4;

/**
 * Addresses, English, and people's names, which no list can know, stay as typed. A capital within a clause is a name too, unless
 * a longer word says otherwise. `named` are the pieces of the lexicon's own names.
 */
export function keptAsTyped(raw: string, pieces: readonly Piece[], named: ReadonlySet<number>): Kept[] {
  const words = pieces.map(({ plain }) => isWord(plain));
  const usesCapitals = pieces.filter(({ capital }, at) => capital && words[at]).length <= words.filter(Boolean).length * CAPITALS_MAX;
  const addresses = [...raw.matchAll(/\S+/gu)].flatMap(({ index, 0: run }) =>
    ADDRESS.test(run) ? [{ start: index, end: index + run.length }] : [],
  );
  const foreign = pieces.map((piece, at) => !named.has(at) && piece.text === piece.plain && isForeign(piece.plain));
  return pieces.map(({ start, end, capital }, at) => {
    if (addresses.some((address) => address.start <= start && end <= address.end)) return "kept";
    if (isAmongForeign(words, foreign, at) || isNamed(pieces, at) || (!named.has(at) && isCalled(raw, pieces, at))) return "kept";
    if (!usesCapitals || !capital || named.has(at)) return undefined;
    if (end - start === 1 || (isBesidePhone(pieces, at) && !CALLS.has(pieces[at]?.plain ?? ""))) return "kept";
    return pieces[at - 1]?.plain === "|" ? undefined : "capital";
  });
}

function isAmongForeign(words: readonly boolean[], foreign: readonly boolean[], at: number): boolean {
  let around = 0;
  let strange = 0;
  for (let other = Math.max(0, at - AROUND); other <= at + AROUND; other += 1) {
    if (words[other] === true) around += 1;
    if (foreign[other] === true) strange += 1;
  }
  return strange > 1 && strange * 2 >= around - 1;
}

/** `layer`, `boxes`; not `mng` or `dc`, which are Vietnamese in a hurry. */
function isForeign(plain: string): boolean {
  return plain.length > 1 && /[aeiouy]/.test(plain) && !isKnown(plain) && !SYLLABLE.test(plain) && isWord(plain);
}

/** `lh chi hoa 0978…`: Hoa, Hòa or Hóa, only she knows. */
function isNamed(pieces: readonly Piece[], at: number): boolean {
  const plain = pieces[at]?.plain ?? "";
  const addressed = [pieces[at - 1], pieces[at - 2]].findIndex((piece) => PEOPLE.has(piece?.plain ?? ""));
  if (addressed === -1 || NO_NAMES.has(plain)) return false;
  let words = 0;
  for (const { plain: next } of pieces.slice(at + 1, at + 5)) {
    if (next === "0") return true;
    if (isWord(next)) words += 1;
    if (words > 1 - addressed) return false;
  }
  return false;
}

/** `anh Tuan ban cam`: somebody's name has its capital behind a form of address without one. */
function isCalled(raw: string, pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (before === undefined || piece?.capital !== true || before.capital || before.plain === "o" || kinOf(before.plain) === undefined)
    return false;
  return rankOf(piece.plain) === undefined && isGivenName(raw.slice(piece.start, piece.end));
}

/** `Ba Hùng 0939…`, `0939 123 456 Ba Hùng`. */
function isBesidePhone(pieces: readonly Piece[], at: number): boolean {
  let after = at + 1;
  while (isCapital(pieces[after]) || pieces[after]?.plain === "|") after += 1;
  let before = at - 1;
  while (isCapital(pieces[before])) before -= 1;
  while (pieces[before]?.plain === "#") before -= 1;
  return pieces[after]?.plain === "0" || pieces[before]?.plain === "0";
}

function isCapital(piece: Piece | undefined): boolean {
  return piece?.capital === true;
}
