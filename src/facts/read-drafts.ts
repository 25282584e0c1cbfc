import { FACT_KINDS } from "./fact.ts";
import { readMeasures } from "./read-measures.ts";
import { readNamed } from "./read-named.ts";
import { readPhrases } from "./read-phrases.ts";
import { readSeasons } from "./read-seasons.ts";
import { readTrade } from "./read-trade.ts";
import type { Draft, SourceText } from "./source-text.ts";
import { meeting, union } from "./spans.ts";

/** All that one of the grower's texts tells. */
export function readDrafts(read: SourceText): Draft[] {
  const measured = [...readNamed(read), ...readTrade(read), ...readMeasures(read), ...readSeasons(read)];
  const shut = new Map(FACT_KINDS.map((kind) => [kind, union(read.shut.filter(({ kinds }) => kinds?.includes(kind) === true))]));
  const phrases = readPhrases(read, measured);
  const people = phrases.filter(({ kind }) => kind === "grower").toSorted((left, right) => left.start - right.start);
  return [...measured, ...phrases].filter(
    (draft) =>
      // Planned, past, or somebody else's: shut for its kind.
      meeting(shut.get(draft.kind) ?? [], draft) === undefined &&
      // Goods of no list are guessed at; a person is none.
      !(draft.kind === "product" && draft.term === undefined && meeting(people, draft) !== undefined),
  );
}
