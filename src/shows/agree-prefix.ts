import { lightText } from "#facts/fold.ts";

/** What a recogniser has made of a sentence so far; `stable` is what two guesses running agreed on, and never shrinks. */
export type Hypothesis = { stable: readonly string[]; last: readonly string[] };

/**
 * LocalAgreement-2: the words at the beginning that this guess shares with the one before stand from now on, as they
 * were first shown; what follows them is this guess's own.
 */
export function agreePrefix(before: Hypothesis | undefined, text: string): { text: string; hypothesis: Hypothesis } {
  const last = text.split(/\s+/);
  const agreed = last.findIndex((word, at) => !isSame(word, before?.last[at]));
  const shared = last.slice(0, agreed === -1 ? last.length : agreed);
  const kept = before?.stable ?? [];
  const stable = [...kept, ...shared.slice(kept.length)];
  return { text: [...stable, ...last.slice(stable.length)].join(" "), hypothesis: { stable, last } };
}

/** Capitals and commas come and go from guess to guess. */
function isSame(word: string, other: string | undefined): boolean {
  return other !== undefined && bareOf(word) === bareOf(other);
}

function bareOf(word: string): string {
  return lightText(word).replace(/[^\p{L}\p{N}]+$/u, "");
}
