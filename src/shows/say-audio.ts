import { and, eq } from "#database/drizzle.ts";
import { segments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { hearingHint, isEcho } from "./hearing-hint.ts";
import { saySegment, type Heard } from "./say-segment.ts";
import { showBudget } from "./show-budget.ts";
import { showLines } from "./show-lines.ts";
import { takeMic } from "./take-mic.ts";

export type AudioSegment = { id: string; bytes: Uint8Array; mediaType: string; startMs?: number | undefined; device?: string | undefined };
export type HeardAudio = Heard & {
  text: string;
  /** The show's budget has room to hear more; where it has none left, the next sentence had better come as words. */
  hears: boolean;
};

/** Later than this its caption helps nobody. */
const DEADLINE_MS = 8_000;
const TEXT_LENGTH_MAX = 2_000;

/**
 * What the streamer said, as sound: heard with the show's names in mind, then said like any other sentence. The same id
 * again is not heard again. Throws `show_not_found`, `show_ended`, `transcription_off`, `transcription_failed`,
 * `audio_unreadable`, `budget_spent`, `show_budget_spent`, `mic_taken`, `queue_unavailable`.
 */
export async function sayAudio(services: Services, accountId: string, showId: string, segment: AudioSegment): Promise<HeardAudio> {
  const heard = await hearOnce(services, accountId, showId, segment);
  const { hears } = await showBudget(services, accountId, showId);
  return { ...heard, hears };
}

type HeardText = Omit<HeardAudio, "hears">;

async function hearOnce(services: Services, accountId: string, showId: string, segment: AudioSegment): Promise<HeardText> {
  const { transcriber } = services;
  const show = await findShowRow(services, accountId, showId);
  if (transcriber === undefined) throw new AppError("transcription_off");
  const before = await findHeard(services, showId, segment.id);
  if (before !== undefined) return before;
  if (show.status === "ended") throw new AppError("show_ended", { showId });
  const { device } = segment;
  if (device !== undefined && !(await takeMic(services, accountId, showId, device)).yours) throw new AppError("mic_taken", { showId });
  const hint = hearingHint(await showLines(services, accountId, showId, show.glossaryVersion));
  const clip = { bytes: segment.bytes, mediaType: segment.mediaType, hint, language: "vi", deadlineMs: DEADLINE_MS, accountId, showId };
  const heard = await transcriber.transcribe(clip).catch((error: unknown) => {
    services.metrics.modelCalls.inc({
      vendor: "openai",
      task: "transcribe",
      outcome: error instanceof ModelError ? error.failure : "error",
    });
    throw error instanceof ModelError ? refusalOf(error) : error;
  });
  services.metrics.modelCalls.inc({ vendor: "openai", task: "transcribe", outcome: "ok" });
  services.metrics.modelTokens.inc({ vendor: "openai", direction: "in" }, heard.usage.inputTokens);
  services.metrics.modelTokens.inc({ vendor: "openai", direction: "out" }, heard.usage.outputTokens);
  const text = heard.text.trim().slice(0, TEXT_LENGTH_MAX).toWellFormed().replaceAll("\0", "");
  if (text === "" || isEcho(text, hint)) {
    services.metrics.segmentsDropped.inc();
    return { segmentId: segment.id, cueId: null, dropped: "noise", text };
  }
  const { id, startMs } = segment;
  const said = { id, text, final: true, ...(startMs !== undefined && { startMs }), ...(device !== undefined && { device }) };
  return { ...(await saySegment(services, accountId, showId, said)), text };
}

async function findHeard(services: Services, showId: string, segmentId: string): Promise<HeardText | undefined> {
  const [row] = await services.database.db
    .select()
    .from(segments)
    .where(and(eq(segments.showId, showId), eq(segments.id, segmentId), eq(segments.final, true)));
  return row && { segmentId, cueId: row.cue, text: row.text, ...(row.dropped !== null && { dropped: row.dropped }) };
}

function refusalOf(error: ModelError): AppError {
  const { failure } = error;
  if (failure === "budget_spent" || failure === "show_budget_spent") return new AppError(failure, {}, { cause: error });
  if (failure === "bad_request") return new AppError("audio_unreadable", {}, { cause: error });
  const { retryAfterMs } = error;
  const facts = retryAfterMs === undefined ? undefined : { retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1_000)) };
  return new AppError("transcription_failed", facts, { cause: error });
}
