import type { Beat } from "./pitch.ts";
import type { Sentence } from "./sentence.ts";

/** A block before it is put into a language; `direction` is a row of `directions.json`. */
export type PlannedBlock = { id: string; beat: Beat; direction: string; sentences: Sentence[] };

/** Phrases without facts that a block may still take before its `closing` sentences. */
export type Filler = { block: PlannedBlock; key: string; most: number; closing: number };

/**
 * `fillers`: what makes a script longer, taken in turns until it is long enough. `optional`: what goes first where it is
 * too long.
 */
export type PlannedScript = {
  blocks: PlannedBlock[];
  fillers: Filler[];
  optional: { block: PlannedBlock; sentence: Sentence }[];
};

/** A maker of a script's blocks. */
export function blockIn(script: "intro" | "loop") {
  return (name: string, beat: Beat, sentences: Sentence[], direction: string = beat): PlannedBlock => ({
    id: `${script}-${name}`,
    beat,
    direction,
    sentences,
  });
}
