import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { foldText } from "#facts/fold.ts";
import type { ShowLines } from "./show-lines.ts";

/** Recognisers read no more than some 200 tokens of it. */
const HINT_LENGTH_MAX = 400;
/** So many of the hint's words in a row are not said: the recogniser gives the hint back for silence. */
const ECHO_WORDS_MIN = 6;
const ECHO_SHARE = 0.6;

/** By a show's glossary, which is another one when it changes. */
const hints = new WeakMap<ShowLines["glossary"], string>();

/** The names a recogniser should know in this show: its glossary, what was added last first, for that is being misheard now; then the products and places in its lines. */
export function hearingHint(show: ShowLines): string {
  const known = hints.get(show.glossary);
  if (known !== undefined) return known;
  const told = termsIn(show.index.lines.map(({ line }) => line.vi).join(". "), "vi");
  const names = [...show.glossary.toReversed().map(({ vi }) => vi), ...told.flatMap(({ id }) => findTerm(id)?.vi.name ?? [])];
  let hint = "";
  for (const name of new Set(names)) {
    const longer = hint === "" ? name : `${hint}, ${name}`;
    if (longer.length > HINT_LENGTH_MAX) break;
    hint = longer;
  }
  hints.set(show.glossary, hint);
  return hint;
}

/** Whether a recogniser that heard nothing gave back what it was told. */
export function isEcho(text: string, hint: string): boolean {
  const [said, told] = [wordsOf(text), wordsOf(hint)];
  const least = Math.max(ECHO_WORDS_MIN, told.length * ECHO_SHARE);
  return said.length >= least && ` ${told.join(" ")} `.includes(` ${said.join(" ")} `);
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
