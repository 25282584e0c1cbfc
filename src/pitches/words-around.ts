import type { Fact, GrowerWords } from "#facts/fact.ts";

const REACH = 32;
const STOP = /[,;:.!?()\n/–](?!\d)/u;

/** The grower's words of one clause before a fact, its own, and after it; no further than its neighbours of the kind. */
export function wordsAround(
  fact: Fact,
  { previous, next }: { previous?: Fact | undefined; next?: Fact | undefined },
  words: GrowerWords,
): { before: string; own: string; after: string } {
  const text = sourceOf(fact, words);
  const from = previous?.source === fact.source ? previous.end : 0;
  const to = next?.source === fact.source ? next.start : text.length;
  const before = text.slice(Math.max(from, fact.start - REACH), fact.start);
  const after = text.slice(fact.end, Math.min(to, fact.end + REACH));
  return { before: before.split(STOP).at(-1) ?? "", own: fact.quote, after: after.split(STOP)[0] ?? "" };
}

function sourceOf({ source }: Fact, { notes, answers }: GrowerWords): string {
  if (source === "notes") return notes;
  return answers.find(({ questionId }) => source === `answer:${questionId}`)?.text ?? "";
}
