import type { Fact, GrowerWords } from "#facts/fact.ts";

const REACH = 32;
/** Ends of clauses; `còn` begins one where a kind comes after it. */
const STOP =
  /[,;:.!?()\n–](?!\d)|\/(?=\s)|[、。！？]|(?<!\p{L})(?:còn(?= (?:loại|hàng|củ|trái|quả|con|bao|hộp|thùng|lấy|mua) )|con(?= (?:loai|hang) ))/u;
/** `Loại vụn: 92k`, `loại 1 (8 cánh đều): 168k`: what stands before these is still said of the price. */
const LED_IN = /(?:\([^()]*\)|[\s:])+$/u;

/** The grower's words of one clause before a fact, its own, and after it; no further than its neighbours of the kind. */
export function wordsAround(
  fact: Fact,
  { previous, next }: { previous?: Fact | undefined; next?: Fact | undefined },
  words: GrowerWords,
): { before: string; own: string; after: string } {
  const text = sourceOf(fact, words);
  const from = previous?.source === fact.source ? previous.end : 0;
  const to = next?.source === fact.source ? next.start : text.length;
  const before = text.slice(from, fact.start).replace(LED_IN, " ").slice(-REACH);
  const after = text.slice(fact.end, Math.min(to, fact.end + REACH)).replace(/^\s*\(/u, "");
  return { before: before.split(STOP).at(-1) ?? "", own: fact.quote, after: after.split(STOP)[0] ?? "" };
}

export function sourceOf({ source }: Fact, { notes, answers }: GrowerWords): string {
  if (source === "notes") return notes;
  return answers.find(({ questionId }) => source === `answer:${questionId}`)?.text ?? "";
}
