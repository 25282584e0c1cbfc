import { readSpoken } from "./read-spoken.ts";
import { scriptTexts, type ScriptTexts } from "./script-texts.ts";
import type { SegmentRequest } from "./show.ts";
import type { ShowLines } from "./show-lines.ts";
import { isAddress } from "./spoken-words.ts";

/** A breath between the halves of a line, and the time to hear the second. */
const APART_MAX_MS = 12_000;

/**
 * The line whose first half was the sentence before and whose second half this one is. `alone`: what this one was found to
 * be by itself; it may be enough to know the line by.
 */
export function secondHalf(
  show: ShowLines,
  said: SegmentRequest,
  receivedAtMs: number,
  alone: ScriptTexts | undefined,
): ScriptTexts | undefined {
  const { unmatched } = show;
  if (!said.final || unmatched === undefined || receivedAtMs - unmatched.receivedAtMs > APART_MAX_MS) return undefined;
  const whole = scriptTexts(show, { text: `${unmatched.text} ${said.text}`, final: true });
  if (alone === undefined || whole === undefined) return whole;
  return whole.line === alone.line && whole.next === alone.next && isOfLine(show, unmatched.text, whole.line) ? whole : undefined;
}

/** Says something of the line and nothing else; a greeting does not. */
function isOfLine({ index }: ShowLines, text: string, lineId: string): boolean {
  const own = new Set(index.lines.find(({ line }) => line.id === lineId)?.words.map((word) => word.text));
  const words = readSpoken(text).filter((word) => !word.filler && !isAddress(word.text));
  return words.length > 0 && words.every((word) => own.has(word.text));
}
