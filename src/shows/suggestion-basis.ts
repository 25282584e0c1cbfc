import type { FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Replies } from "./answer-by-cards.ts";
import { asOnAir } from "./as-on-air.ts";
import type { Behind } from "./read-behind.ts";
import type { SaidOnAir } from "./read-on-air.ts";
import { saidOf } from "./stories-asked.ts";

/** What the facts answer by themselves, to what, and for which of the show's stories. */
export type SuggestionBasis = { replies: Replies; abouts: FactKind[]; storyIds: string[] };

type OnAir = { language: Language; behind: readonly Behind[]; said: readonly SaidOnAir[] };

/** A suggestion as the show now stands. */
export function suggestNow({ replies, abouts, storyIds }: SuggestionBasis, { language, behind, said }: OnAir): Replies {
  const asked = behind.filter(({ storyId }) => storyIds.includes(storyId));
  return asOnAir(replies, { language, abouts }, saidOf(asked, behind, said));
}
