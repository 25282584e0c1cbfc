import { sql, type SQL } from "#database/drizzle.ts";
import { fixedStatement } from "#database/fixed-statement.ts";
import { cues, segments, streams } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { announceCue } from "#live/caption-channel.ts";
import type { Cue, Provenance } from "./cue.ts";
import { cueOfRow, type CueRow } from "./cue-of-row.ts";
import { layOutCaption } from "./lay-out-caption.ts";
import type { GlossaryTerm } from "./show.ts";
import { segmentStored, type SentenceStored } from "./store-segment.ts";

export type NewCue = {
  cue: string;
  language: Language;
  /** `next`: one above the last. A revision that exists already is published no second time. */
  rev: number | "next";
  text: string;
  status?: "final" | "retracted";
  provenance: Provenance;
  line?: string | undefined;
  startMs: number;
  endMs: number;
  /** When the sentence reached us, in milliseconds since 1970. */
  receivedAtMs: number;
  /** What interims took back, over the final's length. */
  flicker?: number;
};

type Options = {
  /** Publish only while this segment still waits for these languages, and end its waiting. */
  claimSegmentId?: string | undefined;
  /** Or: store the sentence in the same statement, and publish only where it is new. Its row has the last word on its place. */
  said?: SentenceStored | undefined;
  /** The show's: its names are broken across no lines. */
  glossary?: readonly GlossaryTerm[] | undefined;
};

const NO_GLOSSARY: readonly GlossaryTerm[] = [];
const UNIQUE_VIOLATION = "23505";

/**
 * Stores cues (one a language at most) with the next number of their streams and rings for them: one statement, all or nothing.
 * Returns those that are new.
 */
export async function publishCues(services: Services, showId: string, wanted: readonly NewCue[], options: Options = {}): Promise<Cue[]> {
  if (wanted.length === 0) return [];
  const published = await services.database.first(() => store(services, showId, wanted, options));
  for (const { cue, latencyMs } of published) {
    announceCue(services, showId, cue);
    services.metrics.captionLatency.observe({ language: cue.language, provenance: cue.provenance }, latencyMs / 1000);
  }
  return published.map(({ cue }) => cue);
}

async function store(
  { database: { db } }: Services,
  showId: string,
  wanted: readonly NewCue[],
  { claimSegmentId, said, glossary = NO_GLOSSARY }: Options,
): Promise<{ cue: Cue; latencyMs: number }[]> {
  const shape = said?.shape ?? (claimSegmentId === undefined ? "alone" : "claims");
  const languages = wanted.map(({ language }) => language);
  const rows = JSON.stringify(wanted.map((cue) => rowOf(cue, glossary)));
  const run = () => insertCues(db, { showId, rows, languages, segmentId: claimSegmentId, ...said?.values }, wanted.length, shape);
  // Two that publish the same revision at once: the second one's numbers roll back, and looking again it sees the first's row.
  const published = await run().catch((error: unknown) => {
    if (isUniqueViolation(error)) return run();
    throw error;
  });
  return published.map((row) => ({ cue: cueOfRow(row), latencyMs: row.latency_ms }));
}

type Shape = "alone" | "claims" | SentenceStored["shape"];
const [SHOW_ID, ROWS, CLAIMED] = [sql.placeholder("showId"), sql.placeholder("rows"), sql`${sql.placeholder("languages")}::text[]`];

/** The row locks on the streams, taken in one order, keep each count free of holes and the statements free of deadlocks. */
const insertCues = fixedStatement<CueRow & { latency_ms: number }, [count: number, shape: Shape]>((count, shape) => {
  const sentence = shape === "alone" ? undefined : shape === "claims" ? CLAIM : segmentStored(shape);
  const behind = (part: SQL) => (sentence === undefined ? sql`` : part);
  return sql`
    with ${behind(sql`${sentence},`)}
    given as (
      select * from jsonb_to_recordset(${ROWS}::jsonb) as given(
        language text, cue text, rev int, text text, lines jsonb, status text, line text, provenance text, start_ms int, end_ms int, latency_ms int, flicker float8)
      limit ${sql.raw(String(count))}
    ),
    wanted as (
      select given.*, coalesce(given.rev, last.rev + 1) as next_rev from given, lateral (
        select coalesce(max(c.rev), 0) as rev from ${cues} c where c.show_id = ${SHOW_ID} and c.language = given.language and c.cue = given.cue
      ) last where given.rev is null or given.rev > last.rev
    ),
    locked as (
      select s.language from ${streams} s
      where s.show_id = ${SHOW_ID} and s.language in (select w.language from wanted w) ${behind(sql`and exists (select 1 from said)`)}
      order by s.language for update of s
    ),
    taken as (
      update ${streams} s set seq = s.seq + 1 from locked where s.show_id = ${SHOW_ID} and s.language = locked.language
      returning s.language, s.seq
    )
    insert into ${cues} (show_id, language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms, latency_ms, flicker)
    select ${SHOW_ID}, w.language, taken.seq, w.cue, w.next_rev, w.text, w.lines, w.status, w.line, w.provenance,
      ${sentence === undefined ? sql`w.start_ms, w.end_ms` : sql`said.start_ms, said.end_ms`}, w.latency_ms, w.flicker
    from wanted w join taken on taken.language = w.language ${behind(sql`cross join said`)}
    returning language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms, latency_ms`;
});

const CLAIM = sql`said as (
      update ${segments} set pending = array(select unnest(pending) except select unnest(${CLAIMED}))
      where show_id = ${SHOW_ID} and id = ${sql.placeholder("segmentId")} and pending @> ${CLAIMED}
      returning start_ms, end_ms
    )`;

function rowOf(
  { language, cue, rev, text, status, line, provenance, startMs, endMs, receivedAtMs, flicker }: NewCue,
  glossary: readonly GlossaryTerm[],
) {
  return {
    language,
    cue,
    rev: rev === "next" ? null : rev,
    text: text.normalize("NFC"),
    lines: layOutCaption(text, language, glossary),
    status: status ?? "final",
    line: line ?? null,
    provenance,
    start_ms: startMs,
    end_ms: endMs,
    latency_ms: Math.max(0, Date.now() - receivedAtMs),
    flicker: flicker ?? 0,
  };
}

function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === UNIQUE_VIOLATION) return true;
  }
  return false;
}
