import { foldText } from "./fold.ts";

/** Forms of address by their bare letters. */
const KIN: ReadonlyMap<string, string> = byPlain("anh chị chú cô bác ông bà dì cậu thím mợ út o em");
/** Children are called by the order of their birth. */
const RANKS: ReadonlyMap<string, string> = byPlain("Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út");

export function kinOf(plain: string): string | undefined {
  return KIN.get(plain);
}

/** `Sáu` of a bare `Sau`. */
export function rankOf(plain: string): string | undefined {
  return RANKS.get(plain);
}

function byPlain(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(" ").map((word) => [foldText(word), word]));
}
