import { columnsOf } from "./columns-of.ts";
import type { Piece } from "./join-pieces.ts";

/** What a line costs, so that a bad break is rather paid for with one line more. */
const LINE_COST = 0.25;

type Plan = { lines: number; cost: number; from: number; before: Plan | undefined };

/** The fewest screens, then the cheapest breaks and the evenest lengths (as TeX fills a paragraph). */
export function fillLines(pieces: readonly Piece[], columnsMax: number, linesMax: number): string[] {
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
