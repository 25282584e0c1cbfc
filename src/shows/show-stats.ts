import { eq, sql } from "#database/drizzle.ts";
import { cues, segments, showTokens } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Provenance } from "./cue.ts";
import { findShowRow } from "./find-show.ts";
import { CAPTION_DEADLINE_MS } from "./caption-deadline.ts";

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
  /** What models have used of the show's budget. `spent`: the last call was turned away, and the show goes on without. */
  tokens: { used: number; limit: number; spent: boolean };
};

type LanguageRow = { language: Language; p50: number; p95: number; p99: number; flicker: number };

/** How a show's captions did. Throws `show_not_found`. */
export async function showStats(services: Services, accountId: string, showId: string): Promise<ShowStats> {
  await findShowRow(services, accountId, showId);
  const { db } = services.database;
  const last = sql`(select distinct on (language, cue) * from ${cues} where show_id = ${showId} order by language, cue, rev desc) as last`;
  const [byLanguage, byProvenance, totals, [tokens]] = await Promise.all([
    db.execute<LanguageRow>(sql`
      select language, percentile_cont(0.5) within group (order by latency_ms)::float8 as p50,
        percentile_cont(0.95) within group (order by latency_ms)::float8 as p95,
        percentile_cont(0.99) within group (order by latency_ms)::float8 as p99, avg(flicker)::float8 as flicker
      from ${cues} where show_id = ${showId} and rev = 1 and provenance <> 'human' group by language`),
    db.execute<{ provenance: Provenance; count: number }>(
      sql`select provenance, count(*)::int as count from ${last} where status = 'final' group by provenance`,
    ),
    db.execute<{ cues: number; late: number; failed: number; dropped: number }>(sql`
      select (select count(distinct s.cue)::int from ${segments} s where s.show_id = ${showId} and s.final
          and exists (select 1 from ${last} where last.cue = s.cue and last.status = 'final')) as cues,
        (select count(*)::int from ${cues} where show_id = ${showId} and provenance = 'machine' and latency_ms > ${CAPTION_DEADLINE_MS}) as late,
        (select count(*)::int from ${last} where status = 'final' and provenance = 'source') as failed,
        (select count(*)::int from ${segments} where show_id = ${showId} and final and dropped is not null) as dropped`),
    db.select().from(showTokens).where(eq(showTokens.showId, showId)),
  ]);
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
    tokens: { used: tokens?.used ?? 0, limit: services.config.showTokens, spent: tokens?.spent ?? false },
  };
}
