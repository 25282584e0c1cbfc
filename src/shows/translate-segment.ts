import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { readComparable } from "#checks/compare-amounts.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { CAPTION_DEADLINE_MS, CAPTION_REVISION_MS } from "./caption-deadline.ts";
import { checkTerms } from "./check-terms.ts";
import { findPendingSentence, type PendingSentence } from "./find-pending-sentence.ts";
import { lengthOf } from "./flicker.ts";
import { publishCues, type NewCue } from "./publish-cues.ts";
import type { GlossaryTerm } from "./show.ts";
import { showLines } from "./show-lines.ts";
import { termsFor } from "./terms-for.ts";
import { translateByModel } from "./translate-by-model.ts";
import { translateByPhrasebook } from "./translate-by-phrasebook.ts";

/** A vendor's library has its request on the wire after so many turns of the event loop. */
const TURNS_TO_ASK = 3;

/**
 * Translates one sentence into one language: by the phrasebook where it has the show's own words, else by the model within its
 * deadline, else by the phrasebook all the same, else the original is shown as it is. A translation that comes late replaces it as a revision. Done twice, it publishes once.
 */
export async function translateSegment(services: Services, payload: JobPayload<"caption.translate">, signal: AbortSignal): Promise<void> {
  const sentence = await findPendingSentence(services, payload);
  if (sentence === undefined) return;
  const { glossary } = await showLines(services, sentence.accountId, payload.showId, sentence.glossaryVersion);
  const publish = (text: string, provenance: NewCue["provenance"], rev: 1 | 2) => {
    const flicker = rev === 1 ? sentence.erased / lengthOf(text, sentence.language) : 0;
    const claimSegmentId = rev === 1 ? payload.segmentId : undefined;
    return publishCues(services, payload.showId, [{ ...cueOf(sentence), text, provenance, rev, flicker }], { claimSegmentId, glossary });
  };

  if (sentence.language === "vi") {
    await publish(sentence.text, "speech", 1);
    return;
  }
  const phrase = phraseFor(sentence, sentence.language, glossary);
  const age = Date.now() - sentence.receivedAtMs;
  const publishWithoutModel = () => publish(phrase?.text ?? sentence.text, phrase === undefined ? "source" : "machine", 1);
  if (phrase?.hasTerms === true || services.model === undefined || age >= CAPTION_REVISION_MS) {
    await publishWithoutModel();
    return;
  }
  const answer = translateByModel(services, services.model, sentence, {
    deadlineMs: CAPTION_REVISION_MS - age,
    inTimeMs: CAPTION_DEADLINE_MS - age,
    signal,
  });
  void readWhileAsked(services, sentence.text);
  const inTime = await withinTime(answer, CAPTION_DEADLINE_MS - age);
  if (inTime.answered && inTime.value !== undefined) {
    await publish(inTime.value, "machine", 1);
    return;
  }
  const shown = await publishWithoutModel();
  const late = await answer;
  // Revision 2 is only free while nobody has corrected or retracted the caption.
  if (shown.length > 0 && late !== undefined) await publish(late, "machine", 2);
}

/** Before the model is asked the queue looks for no other job, and what its answer is compared with is read while it thinks. Never rejects. */
async function readWhileAsked({ database, logger }: Services, source: string): Promise<void> {
  try {
    await database.first(async () => {
      for (let turns = 0; turns < TURNS_TO_ASK; turns += 1) await turn();
    });
    readComparable(source, "vi");
  } catch (error) {
    logger.error({ err: error }, "source of a caption not read ahead");
  }
}

/** The phrasebook knows nothing of the show's own words: one that is forbidden is not shown, one that is missing costs no caption. */
function phraseFor({ text }: PendingSentence, language: "en" | "ja", glossary: readonly GlossaryTerm[]) {
  const phrase = translateByPhrasebook(text, language);
  if (phrase === undefined) return undefined;
  if (glossary.length === 0) return { text: phrase, hasTerms: true };
  const { missing, forbidden } = checkTerms(phrase, language, termsFor(text, glossary, language));
  return forbidden.length > 0 ? undefined : { text: phrase, hasTerms: missing.length === 0 };
}

function cueOf({ cue, language, startMs, endMs, receivedAtMs }: PendingSentence) {
  return { cue, language, startMs, endMs, receivedAtMs };
}

async function withinTime<T>(answer: Promise<T>, ms: number): Promise<{ answered: true; value: T } | { answered: false }> {
  const timer = new AbortController();
  const timeout = sleep(Math.max(ms, 0), { answered: false } as const, { signal: timer.signal }).catch(
    () => ({ answered: false }) as const,
  );
  const result = await Promise.race([answer.then((value) => ({ answered: true, value }) as const), timeout]);
  timer.abort();
  return result;
}
