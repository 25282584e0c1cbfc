import { foldText } from "./fold.ts";
import type { Token } from "./tokens.ts";

const DIGITS: Record<string, number> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  không: 0,
};
const SCALES: Record<string, number> = {
  trăm: 100,
  nghìn: 1e3,
  ngàn: 1e3,
  k: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tr: 1e6,
  củ: 1e6,
  chẹo: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/** Words of numbers, bare of their marks: what is looked up below, `băm`, and `cành`, a thousand in the talk of sellers. */
const numerals = new Set(["bam", "canh"]);
/** Most words are of no number. */
export function mayCount({ plain }: Token): boolean {
  return numerals.has(plain);
}

/** A digit word's value; `undefined` for any other word. */
export const digitOf = lookup(DIGITS);
export const scaleOf = lookup(SCALES);
export const isTen = oneOf("mười");
export const isTens = oneOf("mươi", "chục", "mười");
export const isChuc = oneOf("chục");
export const isTa = oneOf("tá");
export const isGap = oneOf("lẻ", "linh");
/** `hăm lăm`, `băm lăm`: twenty and thirty, said short before a digit. Without its mark `băm` is pressing and holding on. */
export function shortTens(token: Token | undefined): number | undefined {
  return token?.text === "băm" ? 30 : isTwenty(token) ? 20 : undefined;
}
const isTwenty = oneOf("hăm");
/** `hai phẩy năm`. */
export const isPoint = oneOf("phẩy", "chấm");
/** "And a half" of what stands before it. */
export function isHalf(token: Token | undefined): boolean {
  // `3 tan ruoi` typed so among marked words: nothing else is said behind a number or a unit.
  return token?.text === "ruoi" || isMarkedHalf(token);
}
const isMarkedHalf = oneOf("rưỡi", "rưởi");
export const isHalfFirst = oneOf("nửa");
/** Digits that are said after tens only: alone, `tư` is bare `từ`, and `mốt` a fashion. */
export const isOnlyAfterTens = oneOf("tư", "lăm", "nhăm");
/** `vài chục`, `mấy trăm`: nobody knows how many. */
export const isVague = oneOf("vài", "mấy", "dăm", "bao", "cả", "hàng");

/** Vietnamese writes `35.000` and `2,5`; a lone dot before one or two digits is a decimal point typed on a phone. */
export function parseDigits(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text) && !text.startsWith("0")) return Number(text.replace(/[.,]/g, ""));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(",", ""));
  return Number(text.replace(",", ".").replace(/[.,](?=.*[.,])/g, ""));
}

function lookup(table: Record<string, number>): (token: Token | undefined) => number | undefined {
  const exact = new Map(Object.entries(table));
  const plain = new Map(Object.entries(table).map(([word, value]) => [foldText(word), value]));
  for (const word of plain.keys()) numerals.add(word);
  return (token) => {
    if (token === undefined || token.kind !== "word") return undefined;
    return exact.get(token.text) ?? (token.bare ? plain.get(token.plain) : undefined);
  };
}

function oneOf(...words: string[]): (token: Token | undefined) => boolean {
  const found = lookup(Object.fromEntries(words.map((word) => [word, 1])));
  return (token) => found(token) !== undefined;
}
