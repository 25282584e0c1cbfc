/**
 * One letter for what is said, or heard, alike somewhere in Vietnam: `tr` and `ch`, `s` and `x`, `d`, `gi`, `r` and a
 * southern `v`; in the south `hòa`, `quà` and `òa` begin alike.
 */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:qu(?=[aeioy])|h?o(?=[ae])|h?u(?=[ey]|an))/, "w"],
  [/^ngh/, "ng"],
  [/^gh/, "g"],
  [/^tr/, "ch"],
  [/^x/, "s"],
  [/^(?:gi(?=[aeou])|g(?=i)|[rv])/, "d"],
  [/^n(?![gh])/, "l"],
  [/^[cq]/, "k"],
];
const FINALS: readonly (readonly [RegExp, string])[] = [
  [/n[gh]$/, "n"],
  [/(?:ch|[ck])$/, "t"],
  [/y/g, "i"],
];

/** How a word without its marks sounds, so far as recognisers and regions tell it apart: `trum` and `chum` are one. */
export function soundOf(plain: string): string {
  return [...INITIALS, ...FINALS].reduce((sound, [pattern, letter]) => sound.replace(pattern, letter), plain);
}

/** A mishearing keeps half of what was said: `bờ rích` for Brix, never `Đà Nẵng` for `Hà Nội`. */
const APART_MAX = 0.5;

/** True where one run of words may be what a recogniser made of the other: word for word, or run together. */
export function soundsAlike(left: readonly string[], right: readonly string[]): boolean {
  return areNear(left.map(soundOf).join(""), right.map(soundOf).join("")) || areNear(soundOf(left.join("")), soundOf(right.join("")));
}

function areNear(left: string, right: string): boolean {
  return editDistance(left, right) <= APART_MAX * Math.max(left.length, right.length);
}

/** A Vietnamese syllable; what is none (`vietgap`, `brix`, `honey`) comes in pieces from a recogniser. */
export function isSyllable(plain: string): boolean {
  return /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?$/.test(plain);
}

export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= right.length; other += 1) {
      const swap = (row[other - 1] ?? 0) + (left[at - 1] === right[other - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
