import { scriptTexts, type ScriptTexts } from "./script-texts.ts";
import type { SegmentRequest } from "./show.ts";
import type { ShowLines } from "./show-lines.ts";

/** A breath between the halves of a line, and the time to hear the second. */
const APART_MAX_MS = 12_000;

/** The line whose first half was the sentence before and whose second half this one is: found by neither alone. */
export function secondHalf(show: ShowLines, said: SegmentRequest, receivedAtMs: number): ScriptTexts | undefined {
  const { unmatched } = show;
  if (!said.final || unmatched === undefined || receivedAtMs - unmatched.receivedAtMs > APART_MAX_MS) return undefined;
  return scriptTexts(show, { text: `${unmatched.text} ${said.text}`, final: true });
}
