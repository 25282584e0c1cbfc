import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Cue } from "#shows/cue.ts";

/** The bus channel of one show's captions in one language. */
export const captionChannel = (showId: string, language: Language): string => `captions:${showId}:${language}`;

/** What travels on it: an event that is in the rows already, or an interim, which is nowhere else and has no number yet. */
export type CaptionMessage = { cue: Cue } | { end: true };

/** Rings for a cue. Not awaited: the rows are the truth, and a bus that is away must not hold the speaker up. */
export function announceCue(services: Services, showId: string, cue: Cue): void {
  ring(services, captionChannel(showId, cue.language), { cue });
}

export function announceEnd(services: Services, showId: string, languages: readonly Language[]): void {
  for (const language of languages) ring(services, captionChannel(showId, language), { end: true });
}

function ring(services: Services, channel: string, message: CaptionMessage): void {
  services.bus.publish(channel, JSON.stringify(message)).catch((error: unknown) => {
    services.logger.warn({ channel, err: error }, "caption not announced");
  });
}
