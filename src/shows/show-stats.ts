import { sql, type SQL } from "#database/drizzle.ts";
import { cues, segments } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Provenance } from "./cue.ts";
import { CAPTION_DEADLINE_MS } from "./caption-deadline.ts";
import { showBudget, type ShowBudget } from "./show-budget.ts";

export type ShowStats = {
  /** Sentences with a caption that was not taken back. */
  cues: number;
  /** Captions of all languages by where they came from, as they last were. */
  byProvenance: Partial<Record<Provenance, number>>;
  /** From a sentence's receipt to its first caption, in milliseconds. */
  latencyMs: Partial<Record<Language, { p50: number; p95: number; p99: number }>>;
  /** Normalised erasure by interims, averaged over the captions; 0 where only finals were sent. */
  flicker: Partial<Record<Language, number>>;
  /** Translations that came after their deadline, in the place of the original. */
  late: number;
  /** Captions that still show the original because no translation came. */
  failed: number;
  /** Sentences that were a recogniser's noise and made no caption. */
  dropped: number;
  /** Sentences that were said, noise and halves of lines apart; what was taken back counts. */
  sentences: number;
  /** Sentences recognised as prepared lines. */
  script: Mended & { sentences: number };
  /** Captions that a machine translated, each language by itself. */
  machine: Mended & { captions: number };
  tokens: ShowBudget;
};

/**
 * What a person changed afterwards, each once: still there in the person's words, or taken back. It is what is known of
 * false hits and wrong translations: one that nobody saw is not in it, and some were taken back for another reason.
 */
type Mended = { corrected: number; retracted: number };
type MendedRow = Mended & { count: number };

type LanguageRow = { language: Language; p50: number; p95: number; p99: number; flicker: number };

/** How a show's captions did. Throws `show_not_found`. */
export async function showStats(services: Services, accountId: string, showId: string): Promise<ShowStats> {
  const tokens = await showBudget(services, accountId, showId);
  const { db } = services.database;
  const last = sql`(select distinct on (language, cue) * from ${cues} where show_id = ${showId} order by language, cue, rev desc) as last`;
  const [byLanguage, byProvenance, totals, script, machine] = await Promise.all([
    db.execute<LanguageRow>(sql`
      select language, percentile_cont(0.5) within group (order by latency_ms)::float8 as p50,
        percentile_cont(0.95) within group (order by latency_ms)::float8 as p95,
        percentile_cont(0.99) within group (order by latency_ms)::float8 as p99, avg(flicker)::float8 as flicker
      from ${cues} where show_id = ${showId} and rev = 1 and provenance <> 'human' group by language`),
    db.execute<{ provenance: Provenance; count: number }>(
      sql`select provenance, count(*)::int as count from ${last} where status = 'final' group by provenance`,
    ),
    db.execute<{ cues: number; late: number; failed: number; dropped: number; sentences: number }>(sql`
      select (select count(distinct s.cue)::int from ${segments} s where s.show_id = ${showId} and s.final
          and exists (select 1 from ${last} where last.cue = s.cue and last.status = 'final')) as cues,
        (select count(*)::int from ${cues} where show_id = ${showId} and provenance = 'machine' and latency_ms > ${CAPTION_DEADLINE_MS}) as late,
        (select count(*)::int from ${last} where status = 'final' and provenance = 'source') as failed,
        (select count(*)::int from ${segments} where show_id = ${showId} and final and dropped is not null) as dropped,
        (select count(*)::int from ${segments} where show_id = ${showId} and final and dropped is null and not joined) as sentences`),
    db.execute<MendedRow>(mended(showId, "script", sql`cue`)),
    db.execute<MendedRow>(mended(showId, "machine", sql`cue, language`)),
  ]);
  const [{ count: scriptSentences, ...scriptMended } = NONE_MENDED] = script.rows;
  const [{ count: machineCaptions, ...machineMended } = NONE_MENDED] = machine.rows;
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    cues: totals.rows[0]?.cues ?? 0,
    byProvenance: Object.fromEntries(byProvenance.rows.map(({ provenance, count }) => [provenance, count])),
    latencyMs: Object.fromEntries(
      byLanguage.rows.map(({ language, p50, p95, p99 }) => [language, { p50: round(p50), p95: round(p95), p99: round(p99) }]),
    ),
    flicker: Object.fromEntries(byLanguage.rows.map(({ language, flicker }) => [language, round(flicker)])),
    late: totals.rows[0]?.late ?? 0,
    failed: totals.rows[0]?.failed ?? 0,
    dropped: totals.rows[0]?.dropped ?? 0,
    sentences: totals.rows[0]?.sentences ?? 0,
    script: { sentences: scriptSentences, ...scriptMended },
    machine: { captions: machineCaptions, ...machineMended },
    tokens,
  };
}

const NONE_MENDED: MendedRow = { count: 0, corrected: 0, retracted: 0 };

/** Of what came from one place, by sentence or by caption: how many, and what a person did to them. A half that went into its line is nobody's doing. */
function mended(showId: string, provenance: "script" | "machine", by: SQL): SQL {
  return sql`
    with changed as (
      select bool_or(status = 'final' and provenance = ${provenance}) as came, bool_or(status = 'retracted') as retracted,
        bool_or(status = 'final' and provenance = 'human') as corrected
      from ${cues} where show_id = ${showId}
        and cue in (select cue from ${segments} where show_id = ${showId} and final and dropped is null and not joined)
      group by ${by}
    )
    select count(*)::int as count, count(*) filter (where retracted)::int as retracted,
      count(*) filter (where corrected and not retracted)::int as corrected
    from changed where came`;
}
