import type { Replies } from "./answer-by-cards.ts";

type Answered = { replied: string | null; suggested: readonly string[]; replies: Replies };

/** Whether an answer that was a suggestion is one no longer: the show has said otherwise since. Her own words are hers. */
export function isOutdated({ replied, suggested, replies }: Answered): boolean {
  return replied !== null && suggested.includes(replied) && !Object.values(replies).includes(replied);
}
