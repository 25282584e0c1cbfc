import { sql } from "#database/drizzle.ts";
import { fixedStatement } from "#database/fixed-statement.ts";
import { segments, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { keptLines } from "./show-lines.ts";

/** A sentence that still waits for a language. */
export type PendingSentence = {
  accountId: string;
  showId: string;
  glossaryVersion: number;
  language: Language;
  cue: string;
  text: string;
  startMs: number;
  endMs: number;
  receivedAtMs: number;
  /** What interims showed in this language and took back, in its units. */
  erased: number;
  /** The sentences said just before, oldest first. */
  before: string[];
};

const CONTEXT_SENTENCES = 2;
/** Of a speech without a full stop the end says enough. */
const CONTEXT_CHARACTERS_MAX = 300;

/** Undefined where it waits for nothing any more. From memory where it was heard here, else one statement: a caption waits for it. */
export async function findPendingSentence(
  services: Services,
  { showId, segmentId, language }: JobPayload<"caption.translate">,
): Promise<PendingSentence | undefined> {
  const heard = takeHeard(services, { showId, segmentId, language });
  if (heard !== undefined) return heard;
  const [row] = await services.database.first(() => findSentence(services.database.db, { showId, segmentId, language }));
  return row && { ...row, showId, language };
}

/** Once for each language: whoever asks again is told by the row, which knows what was shown since. Undefined also where what was said before was not heard here. */
function takeHeard(services: Services, { showId, segmentId, language }: JobPayload<"caption.translate">): PendingSentence | undefined {
  const lately = keptLines(services, showId)?.lately ?? [];
  const at = lately.findIndex((final) => final.segmentId === segmentId);
  const heard = lately[at];
  if (heard === undefined || at < CONTEXT_SENTENCES || !heard.waiting.delete(language)) return undefined;
  const before = lately.slice(at - CONTEXT_SENTENCES, at).map(({ sentence }) => sentence.text.slice(-CONTEXT_CHARACTERS_MAX));
  return { ...heard.sentence, language, erased: heard.erased[language] ?? 0, before };
}

const findSentence = fixedStatement<Omit<PendingSentence, "showId" | "language">>(
  () => sql`
    select w.account_id as "accountId", w.glossary_version as "glossaryVersion", s.cue, s.text, s.start_ms as "startMs", s.end_ms as "endMs",
      (extract(epoch from s.received_at) * 1000)::float8 as "receivedAtMs",
      coalesce((s.erased ->> ${sql.placeholder("language")})::float8, 0) as erased,
      array(
        select right(b.text, ${sql.raw(String(CONTEXT_CHARACTERS_MAX))}) from (
          select e.text, e.received_at from ${segments} e
          where e.show_id = s.show_id and e.final and e.dropped is null and e.received_at < s.received_at
          order by e.received_at desc limit ${sql.raw(String(CONTEXT_SENTENCES))}
        ) b order by b.received_at
      ) as before
    from ${segments} s join ${shows} w on w.id = s.show_id
    where s.show_id = ${sql.placeholder("showId")} and s.id = ${sql.placeholder("segmentId")} and s.cue is not null
      and ${sql.placeholder("language")} = any(s.pending)`,
);
