import { sql, type SQL } from "#database/drizzle.ts";
import { fixedStatement } from "#database/fixed-statement.ts";
import { segments, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { MIC_LEASE_MS, MIC_RENEW_MS } from "./mic.ts";
import { readingMs } from "./reading-time.ts";
import type { ScriptTexts } from "./script-texts.ts";
import type { SegmentRequest } from "./show.ts";
import type { ShowLines } from "./show-lines.ts";

/** The language that is spoken. */
export const SPOKEN: Language = "vi";

/** A sentence as it came, before it is stored. */
export type HeardSentence = {
  accountId: string;
  showId: string;
  /** Of its captions in every language. */
  cueId: string;
  show: ShowLines;
  request: SegmentRequest;
  script: ScriptTexts | undefined;
  noise: boolean;
  receivedAtMs: number;
  /** When it began, in milliseconds since the show opened. */
  startMs: number;
};
export type Sentence = HeardSentence & Place;
/** When it was said, in milliseconds since the show opened. */
export type Place = { startMs: number; endMs: number };

export type Left = {
  /** Languages that it waits for. */
  pending?: readonly Language[];
  /** What interims showed and took back in them. */
  erased?: Partial<Record<Language, number>>;
};

/** A sentence as a statement stores it, and what it is given. */
export type SentenceStored = { shape: "said" | "said by a device"; values: Readonly<Record<string, unknown>> };

/** Undefined where the sentence is final already, the show is not open, its glossary is a newer one, or another device has its microphone. */
export async function storeSegment(services: Services, heard: HeardSentence, left?: Left): Promise<Sentence | undefined> {
  const { shape, values } = sentenceStored(heard, left);
  const [row] = await insertSegment(services.database.db, values, shape);
  return row && { ...heard, startMs: row.start_ms, endMs: row.end_ms };
}

const insertSegment = fixedStatement<{ start_ms: number; end_ms: number }, [SentenceStored["shape"]]>(
  (shape) => sql`with ${segmentStored(shape)} select start_ms, end_ms from said`,
);

/** For a statement with `segmentStored` in it. */
export function sentenceStored(heard: HeardSentence, { pending = [], erased = {} }: Left = {}): SentenceStored {
  const { accountId, showId, cueId, show, request, noise, receivedAtMs } = heard;
  const { id, text, final, device } = request;
  return {
    shape: device === undefined ? "said" : "said by a device",
    values: {
      accountId,
      showId,
      glossaryVersion: show.glossaryVersion,
      id,
      cue: noise ? null : cueId,
      text,
      final,
      dropped: noise ? "noise" : null,
      pending,
      erased: JSON.stringify(erased),
      ...placeOf(heard),
      placed: request.startMs !== undefined,
      receivedAt: new Date(receivedAtMs).toISOString(),
      device,
    },
  };
}

const given = sql.placeholder;

/** Part of a larger statement: `said` is the row, or none. */
export function segmentStored(shape: SentenceStored["shape"]): SQL {
  const byDevice = (part: SQL) => (shape === "said" ? sql`` : part);
  return sql`
    ${byDevice(MIC_RENEWED)}
    said as (
      insert into ${segments} as kept (show_id, id, cue, text, final, dropped, pending, erased, start_ms, end_ms, received_at)
      select s.id, ${given("id")}, ${given("cue")}, ${given("text")}, ${given("final")}::boolean, ${given("dropped")},
        ${given("pending")}::text[], ${given("erased")}::jsonb, ${given("startMs")}::int, ${given("endMs")}::int,
        ${given("receivedAt")}::timestamptz
      from ${shows} s where s.id = ${given("showId")} and s.account_id = ${given("accountId")} and s.status = 'open'
        and s.glossary_version = ${given("glossaryVersion")}
        ${byDevice(sql`and ((${MIC_IS_FRESH}) or exists (select 1 from mic))`)}
      on conflict (show_id, id) do update set
        cue = excluded.cue, text = excluded.text, final = excluded.final, dropped = excluded.dropped, pending = excluded.pending,
        erased = excluded.erased, start_ms = case when ${given("placed")}::boolean then excluded.start_ms else kept.start_ms end,
        end_ms = greatest(excluded.end_ms, kept.start_ms), received_at = excluded.received_at
      where not kept.final
      returning start_ms, end_ms
    )`;
}

/** A moment of its own for a sentence that tells none: pages and files put captions in the order of their moments. */
export function nextMoment(show: ShowLines, receivedAtMs: number): number {
  show.momentMs = Math.max(receivedAtMs - show.openedAtMs, show.momentMs + 1);
  return show.momentMs;
}

export function placeOf({ request, startMs }: Pick<HeardSentence, "request" | "startMs">): Place {
  return { startMs, endMs: Math.max(request.endMs ?? 0, startMs + readingMs(request.text, SPOKEN)) };
}

const MIC_IS_FRESH = sql`s.mic_device is not distinct from ${given("device")} and s.mic_until > now() + ${sql.raw(String(MIC_RENEW_MS))} * interval '1 millisecond'`;

/** Whoever speaks keeps the microphone; a free one is theirs. Of two at once the row lock lets one through. */
const MIC_RENEWED = sql`mic as (
      update ${shows} s set mic_device = ${given("device")}, mic_until = now() + ${sql.raw(String(MIC_LEASE_MS))} * interval '1 millisecond'
      where s.id = ${given("showId")} and s.account_id = ${given("accountId")} and s.status = 'open'
        and (s.mic_device is null or s.mic_device = ${given("device")} or s.mic_until < now()) and not (${MIC_IS_FRESH})
      returning 1
    ),`;
