import { sql } from "drizzle-orm";
import { segments, shows, streams } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { announceCue } from "#live/caption-channel.ts";
import type { Cue } from "./cue.ts";
import { cueIdOf } from "./cue-id.ts";
import { noteInterim, settleFlicker } from "./flicker.ts";
import { isNoise } from "./is-noise.ts";
import { layOutLines } from "./lay-out-lines.ts";
import { publishCues, type NewCue } from "./publish-cues.ts";
import { readingMs } from "./reading-time.ts";
import { findRepeat } from "./find-repeat.ts";
import { scriptTexts, type ScriptTexts } from "./script-texts.ts";
import type { SegmentRequest } from "./show.ts";
import { showLines, type ShowLines } from "./show-lines.ts";

export type Heard = { segmentId: string; cueId: string | null; dropped?: "noise" };

/** The language that is spoken. */
const SPOKEN: Language = "vi";

/**
 * What the streamer said. Stored and shown in Vietnamese at once; a prepared line in every language with it, all else
 * through the queue. The same id replaces an interim; a final said again is a no-op with the same answer.
 * Throws `show_not_found`, `show_ended`, `queue_unavailable`.
 */
export async function saySegment(services: Services, accountId: string, showId: string, request: SegmentRequest): Promise<Heard> {
  services.jobs.requireReady();
  const receivedAtMs = Date.now();
  const show = await showLines(services, accountId, showId);
  const noise = isNoise(request.text);
  const script = noise ? undefined : scriptTexts(show, request);
  const stored = await store(services, accountId, showId, request, { show, receivedAtMs, noise });
  if (stored === undefined) return findRepeat(services, accountId, showId, request.id);
  const sentence: Sentence = { showId, show, request, script, receivedAtMs, ...stored };
  if (noise) {
    services.metrics.segmentsDropped.inc();
    takeBackInterims(services, sentence);
    return { segmentId: request.id, cueId: null, dropped: "noise" };
  }
  if (request.final) await publishFinal(services, sentence);
  else showInterim(services, sentence);
  return { segmentId: request.id, cueId: cueIdOf(showId, request.id) };
}

type Stored = { startMs: number; endMs: number; seqs: Partial<Record<Language, number>> };
type Sentence = Stored & {
  showId: string;
  show: ShowLines;
  request: SegmentRequest;
  script: ScriptTexts | undefined;
  receivedAtMs: number;
};

/** Undefined where the sentence is final already, or the show is not open. */
async function store(
  services: Services,
  accountId: string,
  showId: string,
  { id, text, final, startMs, endMs }: SegmentRequest,
  { show, receivedAtMs, noise }: { show: ShowLines; receivedAtMs: number; noise: boolean },
): Promise<Stored | undefined> {
  const start = startMs ?? Math.max(0, receivedAtMs - show.openedAtMs);
  const end = Math.max(endMs ?? 0, start + readingMs(text, SPOKEN));
  const pending = noise || !final ? [] : [...show.languages];
  const { rows } = await services.database.db.execute<{
    start_ms: number;
    end_ms: number;
    seqs: Partial<Record<Language, number>> | null;
  }>(sql`
    insert into ${segments} as kept (show_id, id, cue, text, final, dropped, pending, start_ms, end_ms, received_at)
    select s.id, ${id}, ${noise ? null : cueIdOf(showId, id)}, ${text}, ${final}, ${noise ? "noise" : null},
      array(select jsonb_array_elements_text(${JSON.stringify(pending)}::jsonb)), ${start}::int, ${end}::int, ${new Date(receivedAtMs).toISOString()}::timestamptz
    from ${shows} s where s.id = ${showId} and s.account_id = ${accountId} and s.status = 'open'
    on conflict (show_id, id) do update set
      cue = excluded.cue, text = excluded.text, final = excluded.final, dropped = excluded.dropped, pending = excluded.pending,
      start_ms = case when ${startMs !== undefined} then excluded.start_ms else kept.start_ms end,
      end_ms = greatest(excluded.end_ms, kept.start_ms), received_at = excluded.received_at
    where not kept.final
    returning start_ms, end_ms, (select jsonb_object_agg(t.language, t.seq) from ${streams} t where t.show_id = kept.show_id) as seqs`);
  const [row] = rows;
  return row && { startMs: row.start_ms, endMs: row.end_ms, seqs: row.seqs ?? {} };
}

async function publishFinal(services: Services, sentence: Sentence): Promise<void> {
  const { showId, show, request, script } = sentence;
  if (script !== undefined) show.next = script.next;
  const texts = script?.texts ?? {};
  const now = show.languages.filter((language) => language === SPOKEN || texts[language] !== undefined);
  const flicker = settleFlicker(show, request.id, { [SPOKEN]: request.text, ...texts });
  const cues = now.map((language) => ({ ...newCue(sentence, language), flicker: flicker[language] ?? 0 }));
  await publishCues(services, showId, cues, { claimSegmentId: request.id });
  const later = show.languages.filter((language) => !now.includes(language));
  await Promise.all(later.map((language) => askForTranslation(services, showId, request.id, language)));
}

/** The sentence is stored and waits for its languages: a lost request is found again. */
async function askForTranslation(services: Services, showId: string, segmentId: string, language: Language): Promise<void> {
  await services.jobs.enqueue("caption.translate", { showId, segmentId, language }).catch((error: unknown) => {
    services.logger.warn({ showId, segmentId, language, err: error }, "translation not asked for yet");
  });
}

function newCue({ showId, request, script, startMs, endMs, receivedAtMs }: Sentence, language: Language): NewCue {
  const prepared = script?.texts[language];
  return {
    cue: cueIdOf(showId, request.id),
    language,
    rev: 1,
    text: prepared ?? request.text,
    provenance: prepared === undefined ? "speech" : "script",
    line: prepared === undefined ? undefined : script?.line,
    startMs,
    endMs,
    receivedAtMs,
  };
}

/** Interims live on the screens only: no row, no number of their own, no replay. */
function showInterim(services: Services, sentence: Sentence): void {
  for (const language of sentence.show.languages) {
    if (language !== SPOKEN && sentence.script?.texts[language] === undefined) continue;
    const { receivedAtMs: _receivedAtMs, line, rev: _rev, status: _status, ...cue } = newCue(sentence, language);
    const lines = layOutLines(cue.text, language);
    noteInterim(sentence.show, sentence.request.id, language, cue.text);
    const interim: Cue = { ...cue, seq: sentence.seqs[language] ?? 0, rev: 0, lines, status: "interim" };
    announceCue(services, sentence.showId, line === undefined ? interim : { ...interim, line });
  }
}

/** What turned out to be noise may be on the screens as an interim. */
function takeBackInterims(services: Services, { showId, show, request, seqs, startMs, endMs }: Sentence): void {
  const shown = show.interims.get(request.id);
  show.interims.delete(request.id);
  for (const language of show.languages) {
    if (shown?.[language] === undefined) continue;
    const cue = { cue: cueIdOf(showId, request.id), language, seq: seqs[language] ?? 0, rev: 0, text: "", lines: [] };
    announceCue(services, showId, { ...cue, status: "retracted", provenance: "speech", startMs, endMs });
  }
}
