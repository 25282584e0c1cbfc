/** A part of a text: `text.slice(start, end)`. */
export type Span = { start: number; end: number };

/** True where a line must not end at this place. */
export function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start < at && at < end);
}
