import { hasMarks } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { columnsOf } from "./columns-of.ts";
import { cutJapanese } from "./cut-japanese.ts";
import { cutSpaced } from "./cut-spaced.ts";
import { guessLanguage } from "./guess-language.ts";
import type { Piece } from "./join-pieces.ts";
import { nameSpans } from "./name-spans.ts";

/** horizontal: a television's picture; vertical: a phone's, where captions stand narrower and one line higher. */
export const LAYOUT_NAMES = ["horizontal", "vertical"] as const;
export type Layout = (typeof LAYOUT_NAMES)[number];
/** Columns of a line (a full-width character takes two), and lines on the screen at once: a longer sentence is shown piece by piece. */
export const LAYOUTS: { readonly [Name in Layout]: { columns: Record<Language, number>; lines: number } } = {
  horizontal: { columns: { vi: 42, en: 42, ja: 26 }, lines: 2 },
  vertical: { columns: { vi: 30, en: 30, ja: 20 }, lines: 3 },
};

type Options = {
  layout?: Layout | undefined;
  /** The show's own names beside those of the lexicon, as its glossary writes them in this language. */
  names?: readonly string[] | undefined;
};

/**
 * Breaks a caption into lines, as few as it needs and evenly filled. Never inside a number, between it and its unit,
 * inside a name, or against kinsoku; only what is longer than a line by itself is cut. Text is NFC.
 */
export function layOutLines(text: string, language: Language, { layout = "horizontal", names = [] }: Options = {}): string[] {
  const flat = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (flat === "") return [];
  const { columns, lines } = LAYOUTS[layout];
  const columnsMax = columns[language];
  const written = writtenIn(flat, language);
  const spans = nameSpans(flat, written, names);
  const pieces = written === "ja" ? cutJapanese(flat, spans, columnsMax) : cutSpaced(flat, written, spans, columnsMax);
  return bestLines(pieces, columnsMax, lines);
}

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** An original shown to viewers of another language breaks as its own language does. */
function writtenIn(text: string, language: Language): Language {
  if (JAPANESE.test(text)) return "ja";
  return language === "ja" || (hasMarks(text) && guessLanguage(text) === "vi") ? "vi" : language;
}

/** What a line costs, so that a bad break is rather paid for with one line more. */
const LINE_COST = 0.25;

type Plan = { lines: number; cost: number; from: number; before: Plan | undefined };

/** The fewest screens, then the cheapest breaks and the evenest lengths (as TeX fills a paragraph). */
function bestLines(pieces: readonly Piece[], columnsMax: number, linesMax: number): string[] {
  // A plan for each line of a screen that may come next: one line more costs a screen only where the screen is full.
  const plans: Plan[][] = [[{ lines: 0, cost: 0, from: 0, before: undefined }]];
  for (let end = 1; end <= pieces.length; end += 1) {
    const best: Plan[] = [];
    for (let from = end - 1; from >= 0; from -= 1) {
      const columns = columnsOf(lineOf(pieces, from, end));
      if (columns > columnsMax && from < end - 1) break;
      const slack = (columnsMax - columns) / columnsMax;
      const breakCost = end === pieces.length ? 0 : (pieces[end - 1]?.breakCost ?? 0);
      for (const before of Object.values(plans[from] ?? [])) {
        const plan = { lines: before.lines + 1, cost: before.cost + slack * slack + breakCost + LINE_COST, from, before };
        const other = best[plan.lines % linesMax];
        if (other === undefined || isBetter(plan, other, linesMax)) best[plan.lines % linesMax] = plan;
      }
    }
    plans.push(best);
  }
  const [first, ...others] = Object.values(plans.at(-1) ?? []);
  let end = pieces.length;
  const lines: string[] = [];
  let plan = others.reduce((best, other) => (best !== undefined && isBetter(other, best, linesMax) ? other : best), first);
  for (; plan?.before !== undefined; plan = plan.before) {
    lines.unshift(lineOf(pieces, plan.from, end));
    end = plan.from;
  }
  return lines;
}

function isBetter(plan: Plan, other: Plan, linesMax: number): boolean {
  const screens = Math.ceil(plan.lines / linesMax) - Math.ceil(other.lines / linesMax);
  return screens < 0 || (screens === 0 && plan.cost < other.cost);
}

function lineOf(pieces: readonly Piece[], from: number, end: number): string {
  return pieces
    .slice(from, end)
    .map((piece) => piece.text)
    .join("")
    .trim();
}
