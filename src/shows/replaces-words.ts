import { GUESS, isNear, isOtherByMarks, type WordPair } from "./align-words.ts";
import type { Candidate } from "./match-script.ts";
import type { SpokenWord } from "./read-spoken.ts";
import { soundsAlike } from "./sound-alike.ts";
import { isSame } from "./says-it-otherwise.ts";
import { isDirection, isEmphasis, isExact } from "./spoken-words.ts";

/** Words of a line that were not said, and the strange ones that stand in their place; `at`: indexes of what was said. */
type Gap = { missing: SpokenWord[]; strange: SpokenWord[]; at: number[] };

/**
 * `phí ship đi Đà Nẵng` for `phí ship đi Hà Nội`: other words in the place of the line's, and no mishearing of them. Or
 * somebody else (`isAnother`) in the speaker's own place: `vườn nhà bác` for `vườn nhà em`.
 */
export function replacesWords(
  candidate: Candidate,
  spoken: readonly SpokenWord[],
  isStrange: readonly boolean[],
  isAnother: readonly boolean[],
  isOpen: readonly boolean[],
): boolean {
  const accounted = new Set(candidate.pairs.map((pair) => pair.spoken));
  const isFree = isOpen.map((is, at) => is && !accounted.has(at));
  return (
    gapsOf(candidate, spoken, isStrange).some((gap) => !isMisheard(gap)) ||
    widerGaps(candidate, spoken, isStrange).some((gap) => !isMisheard(gap)) ||
    gapsOf(candidate, spoken, isFree).some(isContrary) ||
    gapsOf(candidate, spoken, isAnother).some(({ missing }) => missing.some(({ text }) => text === "em"))
  );
}

/** A word only like the line's holds nothing apart: `la hán` is no `hoa lài`, though `la` is like `lài`. */
function widerGaps(candidate: Candidate, spoken: readonly SpokenWord[], isStrange: readonly boolean[]): Gap[] {
  const isGuess = ({ likeness }: WordPair) => likeness > 0 && likeness <= GUESS;
  const guessed = new Set(candidate.pairs.filter(isGuess).map((pair) => pair.spoken));
  const pairs = candidate.pairs.filter((pair) => !isGuess(pair));
  const isOpen = spoken.map((_, at) => isStrange[at] === true || guessed.has(at));
  return gapsOf({ ...candidate, pairs }, spoken, isOpen).filter(({ at }) => at.some((place) => isStrange[place]));
}

/** The strange words that are only a mishearing of the line's own. */
export function misheardWords(candidate: Candidate, spoken: readonly SpokenWord[], isStrange: readonly boolean[]): number[] {
  return gapsOf(candidate, spoken, isStrange).flatMap((gap) => (isMisheard(gap) ? gap.at : []));
}

/** `tháng này` for `tháng sau`, `ghe đi` for `ghe về`: whatever else it is, a word with a contrary stands for another one. */
function isContrary({ missing, strange }: Gap): boolean {
  const opposes = (own: string, other: string) => isDirection(own) === isDirection(other) && isExact(own) && isExact(other);
  return missing.some((own) => strange.some((other) => opposes(own.text, other.text) || isOtherByMarks(own, other)));
}

function isMisheard(gap: Gap): boolean {
  if (isContrary(gap)) return false;
  const { missing, strange } = gap;
  const [word, heard] = [missing[0], strange[0]];
  const isOneEach = missing.length === 1 && strange.length === 1 && word?.syllable === true && heard?.syllable === true;
  if (isOneEach) return isNear(word, heard);
  const plain = (words: readonly SpokenWord[]) => words.map((word) => word.plain);
  return soundsAlike(plain(missing), plain(strange));
}

function gapsOf({ indexed, pairs }: Candidate, spoken: readonly SpokenWord[], isStrange: readonly boolean[]): Gap[] {
  // What is said in another place is not missing.
  const accounted = new Set(pairs.map((pair) => pair.spoken));
  const elsewhere = spoken.filter((_, at) => !accounted.has(at));
  const ends = [
    { line: -1, spoken: edge(pairs[0]?.spoken ?? 0, -1) },
    ...pairs,
    { line: indexed.words.length, spoken: edge(pairs.at(-1)?.spoken ?? 0, 1) },
  ];
  const gaps: Gap[] = [];
  for (const [index, to] of ends.entries()) {
    const from = ends[index - 1];
    if (from === undefined) continue;
    const missing = indexed.words
      .slice(from.line + 1, to.line)
      .filter((own) => (!own.filler || isExact(own.text)) && own.text !== "đồng" && !elsewhere.some((word) => isSame(own, word)));
    const at = range(from.spoken + 1, to.spoken).filter((place) => isStrange[place]);
    if (missing.length > 0 && at.length > 0) gaps.push({ missing, strange: spoken.filter((_, place) => at.includes(place)), at });
  }
  return gaps;

  function isMore(place: number): boolean {
    return !accounted.has(place) && isEmphasis(spoken[place]?.text ?? "");
  }

  /** Before its first word and after its last a line reaches as far as words are strange or nothing. */
  function edge(place: number, step: 1 | -1): number {
    let next = place + step;
    while (isStrange[next] === true || spoken[next]?.filler === true || isMore(next)) next += step;
    return next;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
