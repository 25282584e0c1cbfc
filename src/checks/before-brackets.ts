import type { Span } from "#facts/said.ts";
import type { Held, Label } from "./bind-amounts.ts";

/** `hộp 40 cái (5 gói, mỗi gói 8 cái) 300k`: what stands in brackets parts no price from what is before them. */
export function beforeBrackets(text: string, held: readonly Held[], clauses: readonly Span[], index: number): readonly Label[] {
  if (!CLOSES.has(text[(clauses[index]?.start ?? 0) - 1] ?? "")) return [];
  let at = index - 1;
  while (at > 0 && !OPENS.has(text[(clauses[at]?.start ?? 0) - 1] ?? "")) at -= 1;
  const before = held[at - 1];
  return before?.amounts.length === 0 ? before.labels : [];
}
export const BRACKETS_BEHIND = /^ ?[(（]/u;
const OPENS = new Set(["(", "（"]);
const CLOSES = new Set([")", "）"]);
