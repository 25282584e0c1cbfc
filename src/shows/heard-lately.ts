import type { Language } from "#i18n/language.ts";
import type { PendingSentence } from "./find-pending-sentence.ts";

/** A final as this process stored it. */
export type HeardFinal = {
  segmentId: string;
  sentence: Omit<PendingSentence, "language" | "erased" | "before">;
  /** Languages whose translations have not asked for it yet. */
  waiting: Set<Language>;
  /** What interims showed in them and took back, in their units. */
  erased: Partial<Record<Language, number>>;
};

/** A translation asks for it within milliseconds. */
const KEPT_MAX = 16;

export function keepHeard(lately: HeardFinal[], final: HeardFinal): void {
  lately.push(final);
  if (lately.length > KEPT_MAX) lately.shift();
}
