import type { Span } from "./said.ts";

/** A text with its clauses and sentences. */
type Cut = { text: string; clauses: readonly Span[]; sentences: readonly Span[] };

const CLAUSE_END = /[,;!?\n()。、！？…•|►]|\.(?!\d)|\p{Extended_Pictographic}|(?<=\s)[-–](?=\s)/gu;
/** An emoji before a capital stands for a full stop. */
const SENTENCE_END = /[;!?\n。！？]|\.(?!\d)|\p{Extended_Pictographic}(?=\p{Emoji_Modifier}?\uFE0F?\s+\p{Lu})/gu;

/** The stretches between commas, brackets, full stops, emoji and line ends. */
export function clausesIn(text: string): Span[] {
  return cut(text, CLAUSE_END);
}

/** The stretches between full stops and line ends. */
export function sentencesIn(text: string): Span[] {
  return cut(text, SENTENCE_END);
}

export function clauseAt({ clauses, text }: Pick<Cut, "clauses" | "text">, at: number): Span {
  return spanAt(clauses, at) ?? { start: 0, end: text.length };
}

export function sentenceAt({ sentences, text }: Pick<Cut, "sentences" | "text">, at: number): Span {
  return spanAt(sentences, at) ?? { start: 0, end: text.length };
}

/** The span at an offset, or the one after it where it stands between two. */
function spanAt(spans: readonly Span[], at: number): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}

/** A comma between digits, the point of `TP.` or of a number cut nothing. */
function cut(text: string, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    const before = text.slice(Math.max(start, match.index - 4), match.index);
    const next = text[match.index + 1] ?? "";
    const comma = match[0] === "," && /\d$/.test(before) && /\d/.test(next);
    const short = match[0] === "." && (TITLE.test(before) || (INITIAL.test(before) && /[\p{L}\d]/u.test(next)));
    if (comma || short) continue;
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
const TITLE = /(?<!\p{L})(?:tp|tx|tt|ths|ms|mr|mrs)$/iu;
const INITIAL = /(?<![\p{L}\d])[qphxt]$/iu;
