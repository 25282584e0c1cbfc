import { and, eq } from "drizzle-orm";
import { segments } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueIdOf } from "./cue-id.ts";
import { erasedWholly, flickerOf, type ShownInterim } from "./flicker.ts";
import { findRepeat } from "./find-repeat.ts";
import { isNoise } from "./is-noise.ts";
import { publishCues, type NewCue } from "./publish-cues.ts";
import { scriptTexts } from "./script-texts.ts";
import { secondHalf } from "./second-half.ts";
import type { SegmentRequest } from "./show.ts";
import { closeInterim, showInterim, takeBackInterims } from "./show-interim.ts";
import { showLines } from "./show-lines.ts";
import { SPOKEN, storeSegment, type Sentence } from "./store-segment.ts";

export type Heard = { segmentId: string; cueId: string | null; dropped?: "noise" };

/**
 * What the streamer said. Stored and shown in Vietnamese at once; a prepared line in every language with it, all else
 * through the queue. The same id replaces an interim; a final said again is a no-op with the same answer.
 * Throws `show_not_found`, `show_ended`, `mic_taken`, `queue_unavailable`.
 */
export async function saySegment(services: Services, accountId: string, showId: string, request: SegmentRequest): Promise<Heard> {
  services.jobs.requireReady();
  const receivedAtMs = Date.now();
  const show = await showLines(services, accountId, showId);
  const line = scriptTexts(show, request);
  // What the streamer has prepared is no noise, whatever it sounds like.
  const noise = line === undefined && isNoise(request);
  const script = line ?? (noise ? undefined : secondHalf(show, request, receivedAtMs));
  const sentence = await storeSegment(services, { accountId, showId, show, request, script, noise, receivedAtMs });
  if (sentence === undefined) return findRepeat(services, accountId, showId, request);
  if (noise) {
    if (request.final) services.metrics.segmentsDropped.inc();
    takeBackInterims(services, sentence, shownLanguages(closeInterim(show, request.id), show.languages));
    return { segmentId: request.id, cueId: null, dropped: "noise" };
  }
  if (request.final) await publishFinal(services, sentence);
  else showInterim(services, sentence);
  return { segmentId: request.id, cueId: cueIdOf(showId, request.id) };
}

async function publishFinal(services: Services, sentence: Sentence): Promise<void> {
  const { showId, show, request, script, receivedAtMs } = sentence;
  if (script !== undefined) show.next = script.next;
  show.unmatched = script === undefined ? { text: request.text, receivedAtMs } : undefined;
  const shown = closeInterim(show, request.id);
  const now = show.languages.filter((language) => language === SPOKEN || script?.texts[language] !== undefined);
  const later = show.languages.filter((language) => !now.includes(language));
  await takeBackEarly(services, sentence, shown, later);
  const cues = now.map((language) => newCue(sentence, language, shown[language]));
  await publishCues(services, showId, cues, { claimSegmentId: request.id, glossary: show.glossary });
  await Promise.all(later.map((language) => askForTranslation(services, showId, request.id, language)));
}

/** A line that an interim showed and the final is not: gone from the screens, and counted with the caption to come. */
async function takeBackEarly(
  services: Services,
  sentence: Sentence,
  shown: Partial<Record<Language, ShownInterim>>,
  later: readonly Language[],
): Promise<void> {
  const early = shownLanguages(shown, later);
  if (early.length === 0) return;
  takeBackInterims(services, sentence, early);
  const erased = Object.fromEntries(early.flatMap((language) => erasedIn(shown[language], language)));
  await services.database.db
    .update(segments)
    .set({ erased })
    .where(and(eq(segments.showId, sentence.showId), eq(segments.id, sentence.request.id)));
}

function erasedIn(shown: ShownInterim | undefined, language: Language): [Language, number][] {
  return shown === undefined ? [] : [[language, erasedWholly(shown, language)]];
}

function shownLanguages(shown: Partial<Record<Language, ShownInterim>>, languages: readonly Language[]): Language[] {
  return languages.filter((language) => shown[language] !== undefined);
}

/** The sentence is stored and waits for its languages: a lost request is found again. */
async function askForTranslation(services: Services, showId: string, segmentId: string, language: Language): Promise<void> {
  await services.jobs.enqueue("caption.translate", { showId, segmentId, language }).catch((error: unknown) => {
    services.logger.warn({ showId, segmentId, language, err: error }, "translation not asked for yet");
  });
}

function newCue(
  { showId, request, script, startMs, endMs, receivedAtMs }: Sentence,
  language: Language,
  shown: ShownInterim | undefined,
): NewCue {
  const prepared = script?.texts[language];
  const text = prepared ?? request.text;
  return {
    cue: cueIdOf(showId, request.id),
    language,
    rev: 1,
    text,
    provenance: prepared === undefined ? "speech" : "script",
    line: prepared === undefined ? undefined : script?.line,
    startMs,
    endMs,
    receivedAtMs,
    flicker: flickerOf(shown, text, language),
  };
}
