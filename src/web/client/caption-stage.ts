import type { Cue } from "#shows/cue.ts";
import { element } from "./element.ts";
import { fitLines } from "./fit-lines.ts";
import type { OverlayStyle } from "./overlay-style.ts";
import { holdingMs, readingMs } from "./reading-ms.ts";
import { moveSmoothly } from "./move-smoothly.ts";
import { createTails } from "./tails.ts";

type Options = OverlayStyle & {
  /** The show's clock, by which cues have their times. */
  sinceOpenMs(): number;
};
/** A cue on the stage since it last changed, in lines cut into what stands there at once. */
type Held = { cue: Cue; sinceMs: number; pages: readonly (readonly string[])[] };

/** What is corrected or put back later than this after its first words is mended in the record alone: here it would be said anew. */
const REVISED_MS_MAX = 10_000;

/**
 * One language's captions on air. The newest cue stands there, in pages where it is longer than `linesMax`; earlier ones
 * stand above it while there is room. A cue leaves after its time, and what left does not come back.
 */
export function createCaptionStage(place: HTMLElement, { layout, linesMax, sinceOpenMs }: Options) {
  const held = new Map<string, Held>();
  const shown = new Map<string, HTMLElement>();
  const tails = createTails();
  /** When the first words of the last captions came. */
  const cameAtMs = new Map<string, number>();
  let leftAtMs = -1;
  let timer: number | undefined;

  const hold = (cue: Cue, ageMs: number) => {
    const lines = fitLines(place, cue, layout);
    const whole = pagesOf(lines, linesMax);
    const isFollowed = cue.status === "interim" || held.get(cue.cue)?.cue.status === "interim";
    // Whoever read along with the speaker has read all but the end.
    const pages = isFollowed ? [cue.status === "interim" ? lines.slice(-linesMax) : (whole.at(-1) ?? [])] : whole;
    const next = { cue, pages, sinceMs: performance.now() - ageMs };
    if (leavesAtMs(next) > performance.now()) held.set(cue.cue, next);
  };
  const write = (caption: HTMLElement, { cue }: Held, lines: readonly string[]) => {
    caption.dataset["status"] = cue.status;
    caption.dataset["provenance"] = cue.provenance;
    caption.lang = cue.language;
    caption.replaceChildren(
      ...tails
        .split(cue, lines)
        .map(([stable, tail]) => element("span", { class: "line" }, stable, ...(tail === "" ? [] : [tailOf(tail)]))),
    );
  };
  const draw = () => {
    clearTimeout(timer);
    const nowMs = performance.now();
    for (const one of inOrder(held)) if (leavesAtMs(one) <= nowMs) leave(one.cue);
    const standing = standingNow(inOrder(held), nowMs, linesMax);
    moveSmoothly(place, shown, () => {
      const captions = standing.map(({ one, lines }) => {
        const caption = shown.get(one.cue.cue) ?? element("p", { class: "caption", "data-cue": one.cue.cue });
        write(caption, one, lines);
        return [one.cue.cue, caption] as const;
      });
      shown.clear();
      for (const [cue, caption] of captions) shown.set(cue, caption);
    });
    const next = Math.min(...inOrder(held).map((one) => changesAtMs(one, nowMs)));
    if (Number.isFinite(next)) timer = setTimeout(draw, next - nowMs + 1);
  };
  /** What was said before it has had its time too. */
  const leave = ({ startMs, status }: Cue) => {
    if (status !== "interim") leftAtMs = Math.max(leftAtMs, startMs);
    for (const { cue } of inOrder(held)) if (cue.startMs <= startMs) held.delete(cue.cue);
  };

  const isLate = ({ cue, rev }: Cue) => {
    const nowMs = performance.now();
    for (const [other, atMs] of cameAtMs) if (nowMs - atMs > REVISED_MS_MAX) cameAtMs.delete(other);
    if (rev <= 1 && !cameAtMs.has(cue)) cameAtMs.set(cue, nowMs);
    return !cameAtMs.has(cue);
  };
  /** What was over before the page came does not come up when it is mended. */
  const leaveUnseen = (cues: readonly Cue[]) => {
    const [first] = inOrder(held);
    for (const cue of cues) if (cue.startMs < (first?.cue.startMs ?? Infinity)) leave(cue);
  };

  addEventListener("resize", () => {
    for (const { cue, sinceMs } of inOrder(held)) hold(cue, performance.now() - sinceMs);
    draw();
  });

  return {
    show(cues: readonly Cue[], news?: Cue): void {
      const known = new Set(cues.map(({ cue }) => cue));
      for (const { cue } of inOrder(held)) if (!known.has(cue.cue)) held.delete(cue.cue);
      for (const cue of news === undefined ? cues.slice(-linesMax) : [news]) {
        const isOnStage = held.has(cue.cue);
        if (!known.has(cue.cue) || (cue.startMs <= leftAtMs && !isOnStage)) continue;
        if (news !== undefined && isLate(cue) && !isOnStage) continue;
        // A list built anew holds what was said while this page was not there: each has had a part of its time.
        if (news !== undefined) hold(cue, 0);
        else if (!isOnStage) hold(cue, Math.max(0, sinceOpenMs() - cue.endMs));
      }
      if (news === undefined) leaveUnseen(cues);
      draw();
    },
    clear(): void {
      for (const { cue } of inOrder(held)) leave(cue);
      draw();
    },
  };
}

/** The newest cue's page, and above it whole earlier cues as long as the lines suffice. */
function standingNow(held: readonly Held[], nowMs: number, linesMax: number): { one: Held; lines: readonly string[] }[] {
  const standing: { one: Held; lines: readonly string[] }[] = [];
  let room = linesMax;
  for (const one of held.toReversed()) {
    const isNewest = standing.length === 0;
    const lines = pageAt(one, nowMs);
    if (!isNewest && (one.pages.length > 1 || lines.length > room)) break;
    standing.unshift({ one, lines });
    room -= lines.length;
  }
  return standing;
}

function inOrder(held: ReadonlyMap<string, Held>): Held[] {
  return [...held.values()].toSorted((a, b) => a.cue.startMs - b.cue.startMs || (a.cue.cue < b.cue.cue ? -1 : 1));
}

function pagesOf(lines: readonly string[], linesMax: number): string[][] {
  return Array.from({ length: Math.ceil(lines.length / linesMax) }, (_, page) => lines.slice(page * linesMax, (page + 1) * linesMax));
}

/** When each page ends, the last one with the cue. */
function pageEnds({ cue, pages, sinceMs }: Held): number[] {
  const ends: number[] = [];
  let endMs = sinceMs;
  for (const [index, page] of pages.entries()) {
    endMs += (index < pages.length - 1 ? readingMs : holdingMs)(page.join(" "), cue.language);
    ends.push(endMs);
  }
  return ends;
}

function leavesAtMs(one: Held): number {
  return pageEnds(one).at(-1) ?? 0;
}

function changesAtMs(one: Held, nowMs: number): number {
  return pageEnds(one).find((endMs) => endMs > nowMs) ?? nowMs;
}

function pageAt(one: Held, nowMs: number): readonly string[] {
  const page = pageEnds(one).findIndex((endMs) => endMs > nowMs);
  return one.pages[page] ?? one.pages.at(-1) ?? [];
}

function tailOf(text: string): HTMLElement {
  return element("span", { class: "tail" }, text);
}
