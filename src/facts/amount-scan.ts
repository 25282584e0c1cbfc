import type { Language } from "#i18n/language.ts";
import { unitTable, type UnitRow } from "#lexicon/units.ts";
import { lighten, type Folded } from "./fold.ts";
import { readJapaneseTokens } from "./japanese-tokens.ts";
import type { SaidNumber } from "./said-number.ts";
import { readTokens, type Token } from "./tokens.ts";
import { unitInFull } from "./short-units.ts";
import { isVessel, VESSEL_NAMES } from "./unit-homographs.ts";

/** Reads a number at a token; one for each language. */
export type Reader = (tokens: readonly Token[], at: number) => SaidNumber | undefined;

/** A number and the unit said with it; `from` and `next` are tokens. */
export type Said = { from: number; next: number; value: number; row?: UnitRow; number: SaidNumber };

/** One text being read for its amounts. */
export type Scan = {
  light: Folded;
  tokens: readonly Token[];
  language: Language;
  read: Reader;
  southern: boolean;
  hidden: (token: Token) => boolean;
};

/** Most words begin no unit; of those that do, how many words the longest has. */
const LONGEST: Record<Language, ReadonlyMap<string, number>> = { vi: longestFrom("vi"), en: longestFrom("en"), ja: longestFrom("ja") };
function longestFrom(language: Language): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const name of unitTable(language).names) {
    const tokens = language === "ja" ? readJapaneseTokens(lighten(name)) : readTokens(lighten(name));
    const first = tokens[0]?.plain ?? "";
    longest.set(first, Math.max(tokens.length, longest.get(first) ?? 0));
  }
  return longest;
}

/** `loai 1 con 62k`: what is left of that grade's price, `còn`, and no animal. */
function isPriceLeft({ tokens, language }: Scan, at: number): boolean {
  if (language !== "vi" || tokens[at]?.text !== "con" || tokens[at + 1]?.kind !== "digits") return false;
  return /^(?:loai|hang|size|co)$/.test(tokens[at - 2]?.plain ?? "");
}

/** `loại 2 năm chục`: fifty, and no years. */
function isFifty({ tokens }: Scan, at: number): boolean {
  return tokens[at]?.text === "năm" && tokens[at - 1]?.kind === "digits" && /^(?:chục|mươi)$/.test(tokens[at + 1]?.text ?? "");
}

/** The unit named at a token, the longest name first. */
export function unitAt(scan: Scan, at: number): { row: UnitRow; next: number } | undefined {
  const first = scan.tokens[at];
  if (first === undefined) return undefined;
  const number = scan.tokens[at - 1];
  if (isPriceLeft(scan, at) || isFifty(scan, at)) return undefined;
  if (scan.language === "vi" && number?.kind === "digits") {
    const full = unitInFull(scan.light, first.text, number.start);
    const row = full === first.text ? undefined : unitTable("vi").exact.get(full);
    if (row !== undefined) return { row, next: at + 1 };
  }
  const longest = LONGEST[scan.language].get(first.plain);
  if (longest === undefined) return undefined;
  for (let count = Math.min(longest, scan.tokens.length - at); count >= 1; count -= 1) {
    const part = scan.tokens.slice(at, at + count);
    // The `tháng` of `tháng 6` is a date's, the `cân` of a place its name's.
    if (part.some(scan.hidden)) continue;
    const text =
      count === 1 ? first.text : part.map((token, index) => (index > 0 && !token.glued ? ` ${token.text}` : token.text)).join("");
    const row = exactUnit(scan, text) ?? foldedUnit(scan, part, isCount(scan.tokens[at - 1]));
    if (row !== undefined) return { row, next: at + count };
  }
  return undefined;
}

/** A bare `can` or `chum` is mostly a kilo or a bunch. */
export function exactUnit({ language, light }: Pick<Scan, "language" | "light">, text: string): UnitRow | undefined {
  return language === "vi" && VESSEL_NAMES.has(text) && !isVessel(text, light) ? undefined : unitTable(language).exact.get(text);
}

/** A unit by its name without marks; a `don` that is a stick is no order. */
export function bareUnit({ language, light }: Pick<Scan, "language" | "light">, plain: string): UnitRow | undefined {
  return language === "vi" && isVessel(plain, light) ? undefined : unitTable(language).folded.get(plain);
}

/** `2 ky`, `nua ky`: behind it a unit lacks its marks among marked words too. */
function isCount(token: Token | undefined): boolean {
  return token?.kind === "digits" || token?.plain === "nua";
}

function foldedUnit(scan: Scan, part: readonly Token[], counted: boolean): UnitRow | undefined {
  if (!part.every((token) => token.kind !== "word" || token.bare || (counted && token.text === token.plain))) return undefined;
  return bareUnit(scan, part.map((token, index) => (index > 0 && !token.glued ? ` ${token.plain}` : token.plain)).join(""));
}

const RANGE_WORDS = new Set(["-", "–", "—", "−", "~", "〜", "đến", "den", "tới", "to", "から"]);
/** True for what stands between the ends of a range: `-`, `đến`, `to`, `～`. */
export function isRangeWord(token: Token | undefined): boolean {
  return token !== undefined && (RANGE_WORDS.has(token.text) || (token.bare && token.plain === "toi"));
}
