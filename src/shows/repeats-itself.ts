/** How often a unit of so many words has to come in a row: people chant short ones, and stammer. */
const TIMES: readonly { wordsMin: number; timesMin: number }[] = [
  { wordsMin: 5, timesMin: 3 },
  { wordsMin: 2, timesMin: 4 },
  { wordsMin: 1, timesMin: 6 },
];
/** Units longer than this do not loop. */
const UNIT_MAX = 12;
/** Share of what was said that the loop has to be: a beginning may stand before it. */
const SHARE_MIN = 0.75;
const UNWORDED = /^(\P{Script=Latin}{1,20}?)\1{3,}/u;

type Ear = {
  /** A seller chants: twice as often before it is a loop. */
  patient: boolean;
  /** A unit that is noise by itself need only come twice. */
  isNoise(unit: string): boolean;
};

/** One phrase over and over, as a recogniser writes it when it is caught in a loop. */
export function repeatsItself(words: readonly string[], { patient, isNoise }: Ear): boolean {
  if (words.length === 1) return UNWORDED.test(words[0] ?? "");
  for (let unit = 1; unit <= Math.min(UNIT_MAX, words.length / 2); unit += 1) {
    const { from, length } = longestRun(words, unit);
    const times = Math.floor(length / unit);
    if (times < 2 || length < SHARE_MIN * words.length) continue;
    const least = TIMES.find(({ wordsMin }) => unit >= wordsMin)?.timesMin ?? Infinity;
    if (times >= least * (patient ? 2 : 1) || isNoise(words.slice(from, from + unit).join(" "))) return true;
  }
  return false;
}

/** The longest stretch in which every word is the one a unit before. */
function longestRun(words: readonly string[], unit: number): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let from = 0;
  for (let at = unit; at <= words.length; at += 1) {
    if (at < words.length && words[at] === words[at - unit]) continue;
    if (at - from > best.length) best = { from, length: at - from };
    from = at - unit + 1;
  }
  return best;
}
