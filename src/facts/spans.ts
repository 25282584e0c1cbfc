import type { Span } from "./said.ts";

/** The first span that begins at an offset or after it. All lists here stand in reading order. */
export function nextFrom<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans[indexFrom(spans, offset)];
}

/** The last span that ends at an offset or before it. */
export function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  for (let at = indexFrom(spans, offset) - 1; at >= 0; at -= 1) {
    const span = spans[at];
    if (span !== undefined && span.end <= offset) return span;
  }
  return undefined;
}

/** A span that shares a character with another; of lists whose spans do not nest. */
export function meeting<T extends Span>(spans: readonly T[], { start, end }: Span): T | undefined {
  const at = indexFrom(spans, start);
  const [before, after] = [spans[at - 1], spans[at]];
  if (before !== undefined && before.end > start) return before;
  return after !== undefined && after.start < end ? after : undefined;
}

/** The spans as one list without overlaps. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** How many spans begin before an offset. */
export function indexFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
