import type { Span } from "#facts/said.ts";

/** A part of a text in pieces, cut wherever it is separated; never inside a number. */
export function cutAt(text: string, separator: RegExp, part: Span): Span[] {
  const spans: Span[] = [];
  let { start } = part;
  for (const match of text.slice(part.start, part.end).matchAll(separator)) {
    const at = part.start + match.index;
    const inNumber = /[,.:]/.test(match[0]) && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");
    if (inNumber) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + match[0].length;
  }
  if (start < part.end) spans.push({ start, end: part.end });
  return spans;
}
