import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { cueIdOf } from "./cue-id.ts";
import { erasedWholly, flickerOf, type ShownInterim } from "./flicker.ts";
import { findRepeat } from "./find-repeat.ts";
import { keepHeard } from "./heard-lately.ts";
import { isNoise } from "./is-noise.ts";
import { publishCues, type NewCue } from "./publish-cues.ts";
import { scriptTexts } from "./script-texts.ts";
import { secondHalf } from "./second-half.ts";
import type { SegmentRequest } from "./show.ts";
import { closeInterim, showInterim, shownOf, takeBackInterims } from "./show-interim.ts";
import { refreshGlossary, showLines } from "./show-lines.ts";
import {
  nextMoment,
  placeOf,
  sentenceStored,
  SPOKEN,
  storeSegment,
  type HeardSentence,
  type Left,
  type Sentence,
} from "./store-segment.ts";
import { takeBackHalf } from "./take-back-half.ts";

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
  const alone = scriptTexts(show, request);
  // What the streamer has prepared is no noise, whatever it sounds like.
  const noise = alone === undefined && isNoise(request);
  const whole = noise ? undefined : secondHalf(show, request, receivedAtMs, alone);
  const script = whole ?? alone;
  const firstHalf = whole === undefined ? undefined : show.unmatched?.segmentId;
  const cueId = cueIdOf(showId, request.id);
  const startMs = request.startMs ?? nextMoment(show, receivedAtMs);
  const heard = { accountId, showId, cueId, show, request, script, noise, receivedAtMs, startMs };
  const isNew = noise
    ? await dropNoise(services, heard)
    : request.final
      ? await sayFinal(services, heard, firstHalf)
      : await sayInterim(services, heard);
  // The row decides: what was laid out by terms of before is laid out again.
  if (!isNew && (await refreshGlossary(services, showId, show))) return saySegment(services, accountId, showId, request);
  if (!isNew) return findRepeat(services, accountId, showId, request);
  return noise ? { segmentId: request.id, cueId: null, dropped: "noise" } : { segmentId: request.id, cueId };
}

async function dropNoise(services: Services, heard: HeardSentence): Promise<boolean> {
  const sentence = await storeSegment(services, heard);
  if (sentence === undefined) return false;
  const { show, request } = sentence;
  if (request.final) services.metrics.segmentsDropped.inc();
  takeBackInterims(services, sentence, languagesOf(closeInterim(show, request.id)));
  return true;
}

async function sayInterim(services: Services, heard: HeardSentence): Promise<boolean> {
  const sentence = await storeSegment(services, heard);
  if (sentence !== undefined) showInterim(services, sentence);
  return sentence !== undefined;
}

/** The sentence and all captions that are ready with it: one statement, so that none is without the other. */
async function sayFinal(services: Services, heard: HeardSentence, firstHalf: string | undefined): Promise<boolean> {
  const { accountId, showId, cueId, show, request, script, receivedAtMs } = heard;
  const shown = shownOf(show, request.id);
  const now = show.languages.filter((language) => language === SPOKEN || script?.texts[language] !== undefined);
  const later = show.languages.filter((language) => !now.includes(language));
  // A line that an interim showed and the final is not: counted with the caption to come.
  const early = languagesOf(shown).filter((language) => later.includes(language));
  const erased = Object.fromEntries(early.flatMap((language) => erasedIn(shown[language], language)));
  const sentence = await storeFinal(
    services,
    heard,
    { pending: later, erased },
    now.map((language) => newCue(heard, language, shown[language])),
  );
  if (sentence === undefined) return false;
  closeInterim(show, request.id);
  const { startMs, endMs } = sentence;
  const stored = { accountId, showId, glossaryVersion: show.glossaryVersion, cue: cueId, text: request.text, startMs, endMs, receivedAtMs };
  keepHeard(show.lately, { segmentId: request.id, sentence: stored, waiting: new Set(later), erased });
  if (script !== undefined) show.next = script.next;
  show.unmatched = script === undefined ? { segmentId: request.id, text: request.text, receivedAtMs } : undefined;
  takeBackInterims(services, sentence, early);
  if (firstHalf !== undefined) await takeBackHalf(services, heard, firstHalf);
  await Promise.all(later.map((language) => askForTranslation(services, showId, request.id, language)));
  return true;
}

/** A show without Vietnamese captions has none for a sentence that is no line. */
async function storeFinal(services: Services, heard: HeardSentence, left: Left, cues: readonly NewCue[]): Promise<Sentence | undefined> {
  if (cues.length === 0) return storeSegment(services, heard, left);
  const { showId, show } = heard;
  const [first] = await publishCues(services, showId, cues, { said: sentenceStored(heard, left), glossary: show.glossary });
  return first && { ...heard, startMs: first.startMs, endMs: first.endMs };
}

function erasedIn(shown: ShownInterim | undefined, language: Language): [Language, number][] {
  return shown === undefined ? [] : [[language, erasedWholly(shown, language)]];
}

function languagesOf(shown: Partial<Record<Language, ShownInterim>>): Language[] {
  return LANGUAGES.filter((language) => shown[language] !== undefined);
}

/** The sentence is stored and waits for its languages: a lost request is found again. */
async function askForTranslation(services: Services, showId: string, segmentId: string, language: Language): Promise<void> {
  await services.jobs.enqueue("caption.translate", { showId, segmentId, language }).catch((error: unknown) => {
    services.logger.warn({ showId, segmentId, language, err: error }, "translation not asked for yet");
  });
}

function newCue(heard: HeardSentence, language: Language, shown: ShownInterim | undefined): NewCue {
  const { cueId, request, script, receivedAtMs } = heard;
  const prepared = script?.texts[language];
  const text = prepared ?? request.text;
  return {
    cue: cueId,
    language,
    rev: 1,
    text,
    provenance: prepared === undefined ? "speech" : "script",
    line: prepared === undefined ? undefined : script?.line,
    ...placeOf(heard),
    receivedAtMs,
    flicker: flickerOf(shown, text, language),
  };
}
