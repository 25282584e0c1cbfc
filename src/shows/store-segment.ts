import { sql, type SQL } from "#database/drizzle.ts";
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

/** Undefined where the sentence is final already, the show is not open, its glossary is a newer one, or another device has its microphone. */
export async function storeSegment(services: Services, heard: HeardSentence, left?: Left): Promise<Sentence | undefined> {
  const { rows } = await services.database.db.execute<{ start_ms: number; end_ms: number }>(
    sql`with ${segmentStored(heard, left)} select start_ms, end_ms from said`,
  );
  const [row] = rows;
  return row && { ...heard, startMs: row.start_ms, endMs: row.end_ms };
}

/** The same as part of a larger statement: `said` is the row, or none. */
export function segmentStored(heard: HeardSentence, { pending = [], erased = {} }: Left = {}): SQL {
  const { accountId, showId, cueId, show, request, noise, receivedAtMs } = heard;
  const { id, text, final, startMs, device } = request;
  const place = placeOf(heard);
  return sql`
    ${device === undefined ? sql`` : renewMic(showId, accountId, device)}
    said as (
      insert into ${segments} as kept (show_id, id, cue, text, final, dropped, pending, erased, start_ms, end_ms, received_at)
      select s.id, ${id}, ${noise ? null : cueId}, ${text}, ${final}, ${noise ? "noise" : null}, ${sql.param([...pending])}::text[],
        ${JSON.stringify(erased)}::jsonb, ${place.startMs}::int, ${place.endMs}::int, ${new Date(receivedAtMs).toISOString()}::timestamptz
      from ${shows} s where s.id = ${showId} and s.account_id = ${accountId} and s.status = 'open'
        and s.glossary_version = ${show.glossaryVersion}
        ${device === undefined ? sql`` : sql`and ((${isFresh(device)}) or exists (select 1 from mic))`}
      on conflict (show_id, id) do update set
        cue = excluded.cue, text = excluded.text, final = excluded.final, dropped = excluded.dropped, pending = excluded.pending,
        erased = excluded.erased, start_ms = case when ${startMs !== undefined} then excluded.start_ms else kept.start_ms end,
        end_ms = greatest(excluded.end_ms, kept.start_ms), received_at = excluded.received_at
      where not kept.final
      returning start_ms, end_ms
    )`;
}

export function placeOf({ show, request, receivedAtMs }: Pick<HeardSentence, "show" | "request" | "receivedAtMs">): Place {
  const startMs = request.startMs ?? Math.max(0, receivedAtMs - show.openedAtMs);
  return { startMs, endMs: Math.max(request.endMs ?? 0, startMs + readingMs(request.text, SPOKEN)) };
}

/** Whoever speaks keeps the microphone; a free one is theirs. Of two at once the row lock lets one through. */
function renewMic(showId: string, accountId: string, device: string): SQL {
  return sql`mic as (
      update ${shows} s set mic_device = ${device}, mic_until = now() + ${MIC_LEASE_MS} * interval '1 millisecond'
      where s.id = ${showId} and s.account_id = ${accountId} and s.status = 'open'
        and (s.mic_device is null or s.mic_device = ${device} or s.mic_until < now()) and not (${isFresh(device)})
      returning 1
    ),`;
}

const isFresh = (device: string): SQL =>
  sql`s.mic_device is not distinct from ${device} and s.mic_until > now() + ${MIC_RENEW_MS} * interval '1 millisecond'`;
