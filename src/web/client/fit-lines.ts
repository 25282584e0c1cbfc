import type { Cue } from "#shows/cue.ts";
import { element } from "./element.ts";
import type { OverlayStyle } from "./overlay-style.ts";

/** Vietnamese words that stand behind what they count: `35 nghìn`, `một ký`. */
const BEHIND_NUMBERS =
  /(?<=[\p{L}\d]) (?=(?:nghìn|ngàn|triệu|trăm|đồng|kg|ký|kí|cân|lạng|tạ|tấn|thùng|hộp|túi|chai|hũ|gói|quả|trái|nải|chùm)(?!\p{L}))/giu;

/**
 * A cue's lines for this stage: the server's own where they fit. Where they are too wide, or the picture is a phone's,
 * the browser breaks the text: at phrases in Japanese, never between a number and its unit or inside a name.
 */
export function fitLines(place: HTMLElement, { text, lines, language }: Cue, layout: OverlayStyle["layout"]): string[] {
  const told = lines.length > 0 ? lines : [text];
  const trial = element("div", { class: "trial", lang: language });
  place.append(trial);
  const fits = layout === "horizontal" && told.every((line) => isWithin(trial, line));
  const fitting = fits ? [...told] : brokenIn(trial, text);
  trial.remove();
  return fitting;
}

function isWithin(trial: HTMLElement, line: string): boolean {
  const words = element("span", { class: "line" }, line);
  trial.replaceChildren(element("p", { class: "caption" }, words));
  const caption = words.parentElement;
  return caption !== null && caption.scrollWidth <= caption.clientWidth;
}

function brokenIn(trial: HTMLElement, text: string): string[] {
  const held = text
    .trim()
    .replaceAll(BEHIND_NUMBERS, "\u00a0")
    .replaceAll(/(\d) (?=\p{L}|%|°)/gu, "$1\u00a0")
    .replaceAll(/(\p{Lu}\p{L}*) (?=\p{Lu})/gu, "$1\u00a0");
  const words = document.createTextNode(held);
  const caption = element("p", { class: "caption broken" });
  caption.append(words);
  trial.replaceChildren(caption);
  const lines: string[] = [];
  let from = 0;
  let top = topOf(words, 0);
  for (let at = 1; at < held.length; at += 1) {
    const next = topOf(words, at);
    if (next === undefined || top === undefined || next <= top + 1) continue;
    lines.push(held.slice(from, at).trim());
    from = at;
    top = next;
  }
  return [...lines, held.slice(from).trim()].filter((line) => line !== "");
}

/** Where a character stands; undefined for a space that fell away at a line's end, and for half of a character. */
function topOf(words: Text, at: number): number | undefined {
  if (/\s|\p{M}|[\udc00-\udfff]/u.test(words.data.charAt(at))) return undefined;
  const range = document.createRange();
  range.setStart(words, at);
  range.setEnd(words, at + 1);
  return range.getBoundingClientRect().bottom;
}
