import { setTimeout as sleep } from "node:timers/promises";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { CAPTION_DEADLINE_MS, CAPTION_REVISION_MS } from "./caption-deadline.ts";
import { findPendingSentence, type PendingSentence } from "./find-pending-sentence.ts";
import { lengthOf } from "./flicker.ts";
import { publishCues, type NewCue } from "./publish-cues.ts";
import { showLines } from "./show-lines.ts";
import { translateByModel } from "./translate-by-model.ts";
import { translateByPhrasebook } from "./translate-by-phrasebook.ts";

/**
 * Translates one sentence into one language: by the phrasebook, else by the model within its deadline, else the original
 * is shown as it is. A translation that comes late replaces it as a revision. Done twice, it publishes once.
 */
export async function translateSegment(services: Services, payload: JobPayload<"caption.translate">, signal: AbortSignal): Promise<void> {
  const sentence = await findPendingSentence(services, payload);
  if (sentence === undefined) return;
  const { glossary } = await showLines(services, sentence.accountId, payload.showId);
  const publish = (text: string, provenance: NewCue["provenance"], rev: 1 | 2) => {
    const flicker = rev === 1 ? sentence.erased / lengthOf(text, sentence.language) : 0;
    const claimSegmentId = rev === 1 ? payload.segmentId : undefined;
    return publishCues(services, payload.showId, [{ ...cueOf(sentence), text, provenance, rev, flicker }], { claimSegmentId, glossary });
  };

  const phrase = sentence.language === "vi" ? sentence.text : translateByPhrasebook(sentence.text, sentence.language);
  if (phrase !== undefined) {
    await publish(phrase, sentence.language === "vi" ? "speech" : "machine", 1);
    return;
  }
  const age = Date.now() - sentence.receivedAtMs;
  if (services.model === undefined || age >= CAPTION_REVISION_MS) {
    await publish(sentence.text, "source", 1);
    return;
  }
  const answer = translateByModel(services, services.model, sentence, {
    deadlineMs: CAPTION_REVISION_MS - age,
    inTimeMs: CAPTION_DEADLINE_MS - age,
    signal,
  });
  const inTime = await withinTime(answer, CAPTION_DEADLINE_MS - age);
  if (inTime.answered && inTime.value !== undefined) {
    await publish(inTime.value, "machine", 1);
    return;
  }
  const shown = await publish(sentence.text, "source", 1);
  const late = await answer;
  // Revision 2 is only free while nobody has corrected or retracted the caption.
  if (shown.length > 0 && late !== undefined) await publish(late, "machine", 2);
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
