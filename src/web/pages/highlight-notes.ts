import type { Fact } from "#facts/fact.ts";

/** A run of the notes with the facts that quote it; none for plain text. */
export type NotesRun = { text: string; facts: Fact[] };

/** Cuts the notes where a quote starts or ends, so that quotes may overlap. The runs put together are the notes. */
export function highlightNotes(notes: string, facts: readonly Fact[]): NotesRun[] {
  const quoted = facts.filter((fact) => fact.source === "notes" && fact.end > fact.start && fact.end <= notes.length);
  const cuts = [...new Set([0, notes.length, ...quoted.flatMap(({ start, end }) => [start, end])])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    return { text: notes.slice(start, end), facts: quoted.filter((fact) => fact.start <= start && fact.end >= end) };
  });
}
