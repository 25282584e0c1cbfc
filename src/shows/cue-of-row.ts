import type { cues } from "#database/schema.ts";
import type { Cue } from "./cue.ts";

type Stored = typeof cues.$inferSelect;

/** A row of `cues` under its own column names, as a raw statement gives it. */
export type CueRow = Pick<Stored, "language" | "seq" | "cue" | "rev" | "text" | "lines" | "status" | "line" | "provenance"> & {
  start_ms: number;
  end_ms: number;
};

export function cueOfRow(row: CueRow): Cue {
  const { language, seq, cue, rev, text, lines, status, line, provenance } = row;
  const place = { startMs: row.start_ms, endMs: row.end_ms };
  return line === null
    ? { cue, seq, rev, language, text, lines, status, provenance, ...place }
    : { cue, seq, rev, language, text, lines, status, line, provenance, ...place };
}
