import type { Cue } from "#shows/cue.ts";
import { followCaptions, type LineState } from "./caption-stream.ts";
import { element } from "./element.ts";
import { byId, pageData } from "./page-data.ts";

type Words = Record<LineState | "gap" | "source", string>;
const SIZES = { key: "farmcast-text-size", least: 0.8, most: 2.4, step: 0.2 } as const;
/** Nearer to the end than this, a reader is following and is taken along. */
const FOLLOWING_PX = 120;

const { captions, language, words } = pageData<{ captions: string; language: string; words: Words }>();
const list = byId("captions");
const scroller = byId("content");
const latest = byId("latest");
const items = new Map<string, HTMLElement>();
let isFollowing = true;

setSize(Number(localStorage.getItem(SIZES.key)) || 1);
byId("smaller").addEventListener("click", () => setSize(size() - SIZES.step));
byId("larger").addEventListener("click", () => setSize(size() + SIZES.step));
latest.addEventListener("click", toEnd);
scroller.addEventListener("scroll", () => {
  isFollowing = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < FOLLOWING_PX;
  latest.hidden = isFollowing;
});

followCaptions(captions, language, {
  whileSeen: true,
  onCues(cues) {
    byId("waiting").hidden = cues.length > 0;
    showAll(cues);
    if (isFollowing) toEnd();
  },
  onState(state) {
    const line = byId("line-state");
    line.dataset["state"] = state;
    line.textContent = words[state];
  },
  onGap: () => list.append(element("li", { class: "gap" }, words.gap)),
});

/** Keeps the element of a cue that stays, so that nothing jumps and a screen reader hears only what is new. */
function showAll(cues: readonly Cue[]): void {
  const kept = new Set(cues.map(({ cue }) => cue));
  for (const [cue, item] of items) {
    if (kept.has(cue)) continue;
    item.remove();
    items.delete(cue);
  }
  let before: HTMLElement | undefined;
  for (const cue of cues) {
    const item = items.get(cue.cue) ?? element("li", { class: "caption" });
    items.set(cue.cue, item);
    write(item, cue);
    const place = before === undefined ? list.firstElementChild : before.nextElementSibling;
    if (place !== item) list.insertBefore(item, place);
    before = item;
  }
}

function write(item: HTMLElement, { text, status, provenance, language: spoken }: Cue): void {
  item.dataset["status"] = status;
  item.dataset["provenance"] = provenance;
  const isSource = provenance === "source";
  // A caption shown untranslated is in the speaker's language, whatever stream it came on.
  item.lang = isSource ? "vi" : spoken;
  if (item.firstChild?.textContent === text && item.children.length === (isSource ? 2 : 1)) return;
  const note = isSource ? [element("span", { class: "hint", lang: document.documentElement.lang }, words.source)] : [];
  item.replaceChildren(element("span", { class: "line" }, text), ...note);
}

function toEnd(): void {
  scroller.scrollTop = scroller.scrollHeight;
}

function size(): number {
  return Number(list.style.getPropertyValue("--text-scale")) || 1;
}

function setSize(wanted: number): void {
  const scale = Math.min(Math.max(wanted, SIZES.least), SIZES.most);
  list.style.setProperty("--text-scale", scale.toFixed(1));
  localStorage.setItem(SIZES.key, scale.toFixed(1));
  if (isFollowing) toEnd();
}
