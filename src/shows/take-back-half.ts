import type { Services } from "#services.ts";
import { cueIdOf } from "./cue-id.ts";
import { readRecord } from "./read-record.ts";
import { retractCue } from "./retract-cue.ts";
import type { HeardSentence } from "./store-segment.ts";

/**
 * The first half of a line that is published whole now goes from the screens and the record. A caption that was revised
 * already stays: a person's words always, and a machine revises once.
 */
export async function takeBackHalf(
  services: Services,
  { accountId, showId, show: { languages } }: HeardSentence,
  segmentId: string,
): Promise<void> {
  const cue = cueIdOf(showId, segmentId);
  const shown = await Promise.all(languages.map((language) => readRecord(services, showId, language, { cue })));
  if (shown.flat().every(({ rev }) => rev === 1)) await retractCue(services, accountId, showId, cue, true);
}
