import { likelihoodAfter } from "./syllable-model.ts";

/** A run of pieces read as one word or one habit of speech; `at` is the first piece. */
export type Reading = { at: number; texts: readonly string[]; weight: number };

/** What speaks for a reading of one piece by itself, and with each reading of the piece before it. */
type Support = { own: number; after?: Map<string, number> };
/** What one unit of a pair's likelihood (a natural logarithm) counts beside the weights of words. */
const LIKELIHOOD = 0.6;

type Choice = { text: string; score: number; from?: Choice };

/**
 * A piece that may be read as `able`, or, while it is `open`, as any word here has it. `own` is what a reading counts by itself;
 * `apart` from what stands before it: that ends a name.
 */
export type Place = { able: readonly string[]; open: boolean; apart: boolean; own: (reading: string) => number };

/** The reading of all pieces together that most speaks for. */
export function chooseReadings(places: readonly Place[], words: readonly Reading[]): string[] {
  const supports = places.map(({ able, own }) => new Map(able.map((text): [string, Support] => [text, { own: own(text) }])));
  for (const word of words) support(places, supports, word);
  let ends: Choice[] = [{ text: "", score: 0 }];
  for (const [at, readings] of supports.entries()) {
    // Between two pieces that have one reading each nothing is to choose.
    const settled = readings.size === 1 && ends.length === 1;
    const apart = places[at]?.apart === true;
    const choices: Choice[] = Array.from(readings.keys(), (text) => ({ text, score: -Infinity }));
    for (const from of ends) {
      const likely = settled ? undefined : likelihoodAfter(apart ? undefined : from.text);
      for (const choice of choices) {
        const { own = 0, after } = readings.get(choice.text) ?? {};
        const pair = (after?.get(from.text) ?? 0) + (likely === undefined ? 0 : LIKELIHOOD * likely(choice.text));
        const score = from.score + own + pair;
        if (score > choice.score) {
          choice.score = score;
          choice.from = from;
        }
      }
    }
    ends = choices;
  }
  const chosen: string[] = [];
  let choice = ends.toSorted((left, right) => right.score - left.score)[0];
  for (; choice?.from !== undefined; choice = choice.from) chosen.push(choice.text);
  return chosen.toReversed();
}

function support(places: readonly Place[], supports: readonly Map<string, Support>[], { at, texts, weight }: Reading): void {
  for (const [index, text] of texts.entries()) {
    const place = places[at + index];
    const readings = supports[at + index];
    if (place === undefined || readings === undefined || !(place.open || readings.has(text))) continue;
    const found = readings.get(text) ?? { own: place.own(text) };
    readings.set(text, found);
    const before = texts[index - 1];
    if (before !== undefined) {
      found.after ??= new Map();
      found.after.set(before, (found.after.get(before) ?? 0) + weight);
    }
    if (texts.length === 1) found.own += weight;
  }
}
