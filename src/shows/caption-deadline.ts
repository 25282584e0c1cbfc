/** From a sentence's receipt: then the original is shown. */
export const CAPTION_DEADLINE_MS = 3_000;
/** Up to here a late translation still replaces it. */
export const CAPTION_REVISION_MS = 8_000;
