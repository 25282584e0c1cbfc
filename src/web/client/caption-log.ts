import type { Cue } from "#shows/cue.ts";
import { createAnnouncer, isFresh } from "./announce.ts";
import { element } from "./element.ts";
import { heldTogether } from "./held-together.ts";

export type CaptionLog = ReturnType<typeof createCaptionLog>;

/** A phone that is left lying for a whole show must not fill up. */
const ITEMS_MAX = 1_500;

/**
 * A show's captions on a page, from its history to its last word. The element of a caption stays, so that nothing jumps;
 * a screen reader hears only what is said now. What the server wrote into the page is taken over.
 */
export function createCaptionLog(list: HTMLElement, words: Readonly<Record<string, string>>) {
  const items = new Map<string, HTMLElement>();
  const startOf = (item: HTMLElement) => Number(item.dataset["start"]);
  const announcer = createAnnouncer();
  for (const item of list.querySelectorAll<HTMLElement>("[data-cue]")) {
    items.set(item.dataset["cue"] ?? "", item);
    announcer.mark(item, { status: "final" }, false);
  }

  const put = (cue: Cue, isNow: boolean) => {
    const item = items.get(cue.cue) ?? element("li", { class: "caption", "data-cue": cue.cue, "data-start": String(cue.startMs) });
    if (isOtherwise(item, cue)) {
      announcer.mark(item, cue, isNow);
      write(item, cue, words);
    }
    if (items.has(cue.cue)) return;
    items.set(cue.cue, item);
    // Nearly always it is the last one.
    let before = list.lastElementChild;
    while (before instanceof HTMLElement && startOf(before) > cue.startMs) before = before.previousElementSibling;
    if (before === null) list.prepend(item);
    else before.after(item);
  };
  /** Corrected, and from before the page's first caption: it comes with those around it when they are asked for. */
  const isEarlier = ({ rev, startMs }: Cue) => {
    const first = list.querySelector<HTMLElement>("[data-cue]");
    return rev > 1 && first !== null && startMs < startOf(first);
  };
  const drop = (cue: string) => {
    items.get(cue)?.remove();
    items.delete(cue);
  };

  return {
    size: () => items.size,
    firstStartMs: () => Math.min(...[...items.values()].map(startOf)),
    /** `news` is the cue that changed; without one the list was built anew and holds all there is from its first cue on. */
    show(cues: readonly Cue[], news?: Cue): void {
      const newest = cues.at(-1);
      const take = (cue: Cue) => put(cue, isFresh(cue, newest));
      if (news === undefined) {
        const kept = new Set(cues.map(({ cue }) => cue));
        const fromMs = Math.min(...cues.map(({ startMs }) => startMs));
        for (const [cue, item] of items) if (!kept.has(cue) && startOf(item) >= fromMs && !isTakenBack(item)) drop(cue);
        for (const cue of cues) if (items.has(cue.cue) || !isEarlier(cue)) take(cue);
      } else if (news.status === "retracted") {
        const item = items.get(news.cue);
        if (item?.dataset["status"] === "interim") drop(news.cue);
        else if (item !== undefined) {
          announcer.mark(item, news, true);
          takeBack(item, words);
        }
      } else {
        // It may wait for its time, or have let others out whose time has come.
        for (const cue of cues) if (items.has(cue.cue) ? cue.cue === news.cue : !isEarlier(cue)) take(cue);
      }
      for (const cue of items.keys()) {
        if (items.size <= ITEMS_MAX) break;
        drop(cue);
      }
    },
    addEarlier: (cues: readonly Cue[]): void => cues.forEach((cue) => put(cue, false)),
    noteGap(): void {
      const last = list.lastElementChild;
      const start = last instanceof HTMLElement ? (last.dataset["start"] ?? "0") : "0";
      list.append(element("li", { class: "gap", "data-start": start }, words["gap"] ?? ""));
    },
  };
}

function isOtherwise(item: HTMLElement, cue: Cue): boolean {
  return item.dataset["written"] !== writtenOf(cue);
}

function writtenOf({ status, provenance, text }: Pick<Cue, "status" | "provenance" | "text">): string {
  return `${status} ${provenance} ${text}`;
}

function write(item: HTMLElement, { text, status, provenance, rev, language: spoken }: Cue, words: Readonly<Record<string, string>>): void {
  item.dataset["written"] = writtenOf({ status, provenance, text });
  item.dataset["status"] = status;
  item.dataset["provenance"] = provenance;
  // A caption shown untranslated is in the speaker's language, whatever stream it came on.
  const language = provenance === "source" ? "vi" : spoken;
  item.lang = language;
  const note =
    provenance === "source" || provenance === "machine"
      ? words[provenance]
      : provenance === "human" && rev > 1
        ? words["corrected"]
        : undefined;
  item.replaceChildren(
    element("span", { class: "line" }, ...heldTogether(text, language)),
    ...(note === undefined ? [] : [" ", noteOf(note)]),
  );
}

function takeBack(item: HTMLElement, words: Readonly<Record<string, string>>): void {
  item.dataset["status"] = "retracted";
  item.replaceChildren(noteOf(words["retracted"] ?? ""));
}

function isTakenBack(item: HTMLElement): boolean {
  return item.dataset["status"] === "retracted";
}

function noteOf(words: string): HTMLElement {
  return element("span", { class: "hint", lang: document.documentElement.lang }, words);
}
