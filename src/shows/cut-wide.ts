import { columnsOf } from "./columns-of.ts";
import type { Piece } from "./join-pieces.ts";

/** Characters that begin no line (JLReq: closing brackets, stops, commas, iteration marks, ー, small kana). */
export const NOT_FIRST =
  /^[、。，．・：；？！?!,.:;)\]｝〕〉》」』】〙〗〟’”»）］ゝゞヽヾ々ー〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃]/u;
/** Characters that end no line: opening brackets and signs before a number. */
export const NOT_LAST = /[([｛〔〈《「『【〘〖〝‘“«（［¥￥$＄]$/u;

/** A word longer than a line has to be cut somewhere: where a name has its dot or a number begins, else between whole characters, and never against kinsoku. */
export function cutWide(piece: Piece, columnsMax: number): Piece[] {
  const characters = Array.from(new Intl.Segmenter("ja").segment(piece.text), ({ segment }) => segment);
  const parts: Piece[] = [];
  while (columnsOf(characters.join("")) > columnsMax) {
    let end = characters.length;
    while (columnsOf(characters.slice(0, end).join("")) > columnsMax) end -= 1;
    let cut = end;
    while (cut > 1 && (NOT_FIRST.test(characters[cut] ?? "") || NOT_LAST.test(characters[cut - 1] ?? ""))) cut -= 1;
    const joint = characters.findLastIndex((character, at) => at > 0 && at < cut && isJoint(character, characters[at + 1] ?? ""));
    if (joint >= 0) cut = joint + 1;
    const text = characters.splice(0, cut > 1 ? cut : Math.max(end, 1)).join("");
    parts.push({ text, columns: columnsOf(text), breakCost: 1 });
  }
  const rest = characters.join("");
  return [...parts, { text: rest, columns: columnsOf(rest), breakCost: piece.breakCost }];
}

function isJoint(before: string, after: string): boolean {
  return before === "・" || (/[^\d.,．，]/u.test(before) && /\d/u.test(after) && !NOT_LAST.test(before));
}
