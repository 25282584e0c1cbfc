import { checkCaption } from "#checks/check-caption.ts";
import { and, eq, inArray, sql } from "#database/drizzle.ts";
import { cues, stories } from "#database/schema.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueOfRow, type CueRow } from "./cue-of-row.ts";
import type { Cue } from "./cue.ts";
import { findShowRow } from "./find-show.ts";
import type { GlossaryTerm, PreparedLine } from "./show.ts";
import { storyOf } from "./story-lines.ts";

/** A sentence as a person put it right: a line for the next show. `instead`: the prepared line that it was found to be. */
export type CorrectedLine = { line: PreparedLine; instead: string | undefined };

/** What one show leaves to the next. */
export type Carried = {
  storyIds: readonly string[];
  /** The streamer's own lines. */
  script: readonly PreparedLine[];
  corrected: readonly CorrectedLine[];
  glossary: readonly GlossaryTerm[];
  languages: readonly Language[];
};

export const NOTHING: Carried = { storyIds: [], script: [], corrected: [], glossary: [], languages: LANGUAGES };

/** A show's stories that are still there, its own script and terms, and the corrections that were taken over. Throws `show_not_found`. */
export async function carryOver(services: Services, accountId: string, showId: string): Promise<Carried> {
  const { lines, glossary, languages, takenOver } = await findShowRow(services, accountId, showId);
  const { db } = services.database;
  const storyIds = [...new Set(lines.flatMap((line) => storyOf(line) ?? []))];
  const [kept, { rows }] = await Promise.all([
    db
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.accountId, accountId), inArray(stories.id, storyIds))),
    db.execute<CueRow>(sql`
      select distinct on (cue, language) language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms
      from ${cues} where show_id = ${showId} and cue = any(${sql.param(takenOver)}::text[])
      order by cue, language, rev desc`),
  ]);
  const shown = Map.groupBy(rows.map(cueOfRow), ({ cue }) => cue);
  return {
    storyIds: storyIds.filter((id) => kept.some((story) => story.id === id)),
    script: lines.filter((line) => storyOf(line) === undefined),
    corrected: takenOver.flatMap((cue) => correctedLine(services, cue, shown.get(cue) ?? [])),
    glossary,
    languages,
  };
}

/** Only what a person wrote or prepared: what a machine translated is translated again, and labelled so, and so is what has other numbers. */
function correctedLine(services: Services, id: string, shown: readonly Cue[]): CorrectedLine[] {
  const own = shown.filter(({ status, provenance }) => status === "final" && provenance !== "machine" && provenance !== "source");
  const vi = own.find(({ language }) => language === "vi")?.text;
  if (vi === undefined) return [];
  const told = own.filter(({ language, text }) => language !== "vi" && hasItsNumbers(services, vi, language, text));
  const line = { id, vi, ...Object.fromEntries(told.map(({ language, text }) => [language, text])) };
  return [{ line, instead: own.find((cue) => cue.line !== undefined)?.line }];
}

function hasItsNumbers({ words }: Services, source: string, language: Language, target: string): boolean {
  const findings = checkCaption({ source, sourceLanguage: "vi", target, language, say: words.in("vi", "findings") });
  return findings.every(({ kind }) => kind !== "number");
}
