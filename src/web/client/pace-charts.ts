import type { ConsoleWords } from "./console-words.ts";
import { element } from "./element.ts";

/** One sentence's caption in one language; `ms` is known of those said here. `isHit`: found to be a prepared line, also where it was corrected since. */
export type Sample = { cue: string; provenance: string; isHit: boolean; ms: number | undefined };

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 160;
const HEIGHT = 40;
/** The chart's top: what is slower still stands there. */
const TOP_MS = 5_000;
const GAP = 1;

/** Draws, for each language, how long its last captions took and which of them were prepared lines. */
export function drawPace(
  place: HTMLElement,
  samples: ReadonlyMap<string, readonly Sample[]>,
  deadlineMs: number,
  words: ConsoleWords,
): void {
  if ([...samples.values()].every((list) => list.length === 0)) return;
  place.replaceChildren(...[...samples].map(([language, list]) => chartOf(language, list, deadlineMs, words)));
}

function chartOf(language: string, list: readonly Sample[], deadlineMs: number, words: ConsoleWords): HTMLElement {
  const measured = list.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
  const usual = measured.toSorted((a, b) => a - b)[Math.floor(measured.length / 2)];
  const name = words.list("languages", language);
  const speed = usual === undefined ? name : speedOf(name, measured.at(-1) ?? usual, usual, words);
  if (list.length === 0) return element("figure", { class: "chart" }, element("figcaption", {}, name), noneYet(words));
  const hits = list.filter(({ isHit }) => isHit).length;
  const share = words("hitsOf", { percent: Math.round((100 * hits) / Math.max(list.length, 1)), hits, sentences: list.length });
  return element(
    "figure",
    { class: "chart" },
    element("figcaption", {}, speed),
    svg({ class: "latency", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": speed }, [
      shape("line", { class: "deadline", x1: 0, x2: WIDTH, y1: heightOf(deadlineMs), y2: heightOf(deadlineMs) }),
      ...list.map(({ ms }, at) => barOf(ms, at, list.length)),
    ]),
    svg(
      { class: "hits", viewBox: `0 0 ${WIDTH} 6`, preserveAspectRatio: "none", role: "img", "aria-label": `${words("hits")}: ${share}` },
      list.map(({ provenance }, at) => shape("rect", { class: provenance, ...columnOf(at, list.length), y: 0, height: 6 })),
    ),
    element("p", { class: "hint" }, `${words("hits")}: ${share}`),
  );
}

function noneYet(words: ConsoleWords): HTMLElement {
  return element("p", { class: "hint" }, words("paceNone"));
}

/** Once where the last one took as long as they usually do. */
function speedOf(language: string, lastMs: number, usualMs: number, words: ConsoleWords): string {
  const [last, usual] = [timeOf(lastMs, words), timeOf(usualMs, words)];
  return last === usual ? words("latencyAlike", { language, usual }) : words("latencyOf", { language, last, usual });
}

function timeOf(ms: number, words: ConsoleWords): string {
  return ms < 1_000 ? words("latencyInstant") : words("latencySeconds", { seconds: secondsOf(ms) });
}

function barOf(ms: number | undefined, at: number, count: number): SVGElement {
  const y = ms === undefined ? HEIGHT - 1 : heightOf(ms);
  return shape("rect", { class: ms === undefined ? "unknown" : "bar", ...columnOf(at, count), y, height: HEIGHT - y });
}

function columnOf(at: number, count: number): { x: number; width: number } {
  const width = WIDTH / Math.max(count, 12);
  return { x: at * width, width: width - GAP };
}

function heightOf(ms: number): number {
  return Math.min(HEIGHT - 1.5, HEIGHT - (Math.min(ms, TOP_MS) / TOP_MS) * HEIGHT);
}

function secondsOf(ms: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(ms / 1_000);
}

function svg(attributes: Readonly<Record<string, string>>, children: readonly SVGElement[]): SVGElement {
  const made = shape("svg", attributes);
  made.append(...children);
  return made;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  if (!(made instanceof SVGElement)) throw new Error(`${name} is no shape`);
  return made;
}
