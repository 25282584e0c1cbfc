import type { Reading } from "./choose-readings.ts";
import { foldText, type Folded } from "./fold.ts";
import type { Piece } from "./pieces.ts";
import { readTokens } from "./tokens.ts";
import { readVietnameseNumber } from "./vietnamese-numbers.ts";
import { digitOf, isChuc, isTens } from "./vietnamese-words.ts";

/** What speaks for the words of a number beside each other: more than any other word of the list. */
const SAID = 6;
const WORDS =
  "không một hai ba bốn năm sáu bảy tám chín mười chục trăm nghìn ngàn vạn triệu tỷ tá linh lẻ phẩy chấm rưỡi nửa lăm nhăm tư hăm củ";
const MARKED: ReadonlyMap<string, string> = new Map(WORDS.split(" ").map((word) => [foldText(word), word]));

/** Numbers of more than one word, read as amounts are: `muoi bon ngan` is mười bốn ngàn. */
export function saidNumbers(light: Folded, pieces: readonly Piece[]): Reading[] {
  const tokens = readTokens(light);
  const starts = new Map(pieces.map(({ start }, at) => [start, at]));
  const readings: Reading[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const token = tokens[from];
    const number = token?.kind === "word" ? readVietnameseNumber(tokens, from) : undefined;
    if (token === undefined || number === undefined || number.words < 2) continue;
    const at = starts.get(light.span(token.start, token.end).start);
    const said = tokens.slice(from, number.next);
    from = number.next - 1;
    const texts = said.map((_, index) => markedNumber(said, index));
    if (at !== undefined && texts.every((text) => text !== undefined)) readings.push({ at, texts, weight: SAID });
  }
  return readings;
}

/** `hai mươi mốt` but `mười một`; `hai mươi` but `mười hai`. */
function markedNumber(said: Parameters<typeof digitOf>[0][], index: number): string | undefined {
  const [before, token] = [said[index - 1], said[index]];
  if (token?.kind !== "word") return undefined;
  const afterDigit = (digitOf(before) ?? 0) > 0;
  if (token.plain === "muoi") return afterDigit ? "mươi" : "mười";
  if (token.plain === "mot" && isTens(before) && !isChuc(before) && (digitOf(said[index - 2]) ?? 0) > 1) return "mốt";
  return MARKED.get(token.plain);
}
