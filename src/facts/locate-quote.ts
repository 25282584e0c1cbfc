import { fold, lighten, type Folded } from "./fold.ts";
import type { Fact, GrowerWords } from "./fact.ts";

/** Where a quote stands in the grower's words, cut exactly as written there. */
export type Located = { source: Fact["source"]; start: number; end: number; quote: string };

/** Finds a quote as a model typed it: exactly, else by case and width, else by folded letters and spaces. `undefined` where it is not theirs. */
export function locateQuote(words: GrowerWords, quote: string, source?: string): Located | undefined {
  const sources: { source: Fact["source"]; text: string }[] = [
    { source: "notes", text: words.notes },
    ...words.answers.map(({ questionId, text }): { source: Fact["source"]; text: string } => ({ source: `answer:${questionId}`, text })),
  ];
  const preferred = sources.toSorted((left, right) => Number(right.source === source) - Number(left.source === source));
  for (const { source: where, text } of preferred) {
    const found = locateIn(text, quote);
    if (found !== undefined) return { source: where, ...found };
  }
  return undefined;
}

function locateIn(text: string, quote: string): { start: number; end: number; quote: string } | undefined {
  const wanted = quote.trim();
  if (wanted === "") return undefined;
  const exact = text.indexOf(wanted);
  if (exact !== -1) return { start: exact, end: exact + wanted.length, quote: wanted };
  for (const change of [lighten, fold]) {
    const found = wholeWords(change(text), change(wanted).text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Spaces may differ; a word is never cut. */
function wholeWords(text: Folded, wanted: string): { start: number; end: number; quote: string } | undefined {
  const parts = wanted.split(/\s+/u).filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join("\\s+")}(?![\\p{L}\\p{N}])`, "u").exec(text.text);
  return match === null ? undefined : text.span(match.index, match.index + match[0].length);
}
