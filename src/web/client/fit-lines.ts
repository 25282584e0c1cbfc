import type { Cue } from "#shows/cue.ts";
import { element } from "./element.ts";
import { heldTogether } from "./held-together.ts";
import type { OverlayStyle } from "./overlay-style.ts";

/**
 * A cue's lines for this stage: the server's own where they fit. Where they are too wide, or the picture is a phone's,
 * the browser breaks the text: at phrases in Japanese, never between a number and its unit or inside a name.
 */
export function fitLines(place: HTMLElement, { text, lines, language, provenance }: Cue, layout: OverlayStyle["layout"]): string[] {
  const told = lines.length > 0 ? lines : [text];
  const trial = element("div", { class: "trial", lang: language });
  place.append(trial);
  const fits = layout === "horizontal" && told.every((line) => isWithin(trial, line));
  const fitting = fits ? [...told] : brokenIn(trial, text, provenance === "source" ? "vi" : language);
  trial.remove();
  return fitting;
}

function isWithin(trial: HTMLElement, line: string): boolean {
  const words = element("span", { class: "line" }, line);
  trial.replaceChildren(element("p", { class: "caption" }, words));
  const caption = words.parentElement;
  return caption !== null && caption.scrollWidth <= caption.clientWidth;
}

function brokenIn(trial: HTMLElement, text: string, language: Cue["language"]): string[] {
  const held = text.trim().replaceAll(/(\p{Lu}\p{L}*) (?=\p{Lu})/gu, "$1\u00a0");
  const caption = element("p", { class: "caption broken" }, ...heldTogether(held, language));
  trial.replaceChildren(caption);
  const lines: string[] = [];
  let bottom = -Infinity;
  const nodes = document.createTreeWalker(caption, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
    for (const [at, unit] of node.data.split("").entries()) {
      const next = bottomOf(node, at) ?? bottom;
      if (next > bottom + 1) lines.push("");
      bottom = Math.max(bottom, next);
      lines.push(`${lines.pop() ?? ""}${unit}`);
    }
  }
  return lines.map((line) => line.replaceAll("\u00a0", " ").trim()).filter((line) => line !== "");
}

/** Where a character stands; undefined for a space that fell away at a line's end, and for half of a character. */
function bottomOf(words: Text, at: number): number | undefined {
  if (/\s|\p{M}|[\udc00-\udfff]/u.test(words.data.charAt(at))) return undefined;
  const range = document.createRange();
  range.setStart(words, at);
  range.setEnd(words, at + 1);
  return range.getBoundingClientRect().bottom;
}
