import type { Cue } from "#shows/cue.ts";
import { call } from "./call.ts";
import { element } from "./element.ts";
import { byId } from "./page-data.ts";

type Parts = {
  api: string;
  words: Readonly<Record<string, unknown>>;
  provenance: Readonly<Record<string, string>>;
  /** Does it, or shows why not; true when done. */
  attempt(act: () => Promise<void>): Promise<boolean>;
};

/** Latest cues shown to the streamer; the whole record is a download. */
const SHOWN_MAX = 30;

/** What viewers see in one language, newest first, each cue to be corrected or taken back. Returns how to show a list. */
export function createCaptionColumn(language: string, { api, words, provenance, attempt }: Parts): (cues: readonly Cue[]) => void {
  const list = byId(`captions-${language}`);
  const none = byId(`no-captions-${language}`);
  const items = new Map<string, { item: HTMLLIElement; written: string }>();
  const word = (key: string) => String(words[key] ?? "");

  const correction = (cue: Cue, item: HTMLElement) => {
    const text = element("textarea", { rows: "2", maxlength: "2000", lang: language, "aria-label": word("correctPrompt") });
    text.value = cue.text;
    const cancel = element("button", { type: "button", class: "quiet" }, word("cancel"));
    const form = element(
      "form",
      { class: "stack correction" },
      text,
      element("p", { class: "row" }, element("button", {}, word("save")), cancel),
    );
    cancel.addEventListener("click", () => form.remove());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const body = { language, text: text.value.trim() };
      void attempt(async () => void (await call(`${api}/cues/${encodeURIComponent(cue.cue)}`, { method: "PUT", body }))).then((isDone) => {
        if (isDone) form.remove();
      });
    });
    item.querySelector(".correction")?.remove();
    item.append(form);
    text.focus();
  };
  const write = (cue: Cue, item: HTMLElement) => {
    const correct = element("button", { type: "button", class: "quiet" }, word("correct"));
    const retract = element("button", { type: "button", class: "quiet danger" }, word("retract"));
    correct.addEventListener("click", () => correction(cue, item));
    retract.addEventListener(
      "click",
      () => void attempt(async () => void (await call(`${api}/cues/${encodeURIComponent(cue.cue)}`, { method: "DELETE" }))),
    );
    const foot = element("p", { class: "caption-foot", lang: document.documentElement.lang });
    foot.append(element("span", { class: "tag" }, provenance[cue.provenance] ?? cue.provenance));
    if (cue.status === "final") foot.append(correct, retract);
    item.dataset["status"] = cue.status;
    item.replaceChildren(element("span", { class: "line", lang: cue.provenance === "source" ? "vi" : language }, cue.text), foot);
  };

  return (cues) => {
    const shown = cues.slice(-SHOWN_MAX).toReversed();
    none.hidden = shown.length > 0;
    const nodes = shown.map((cue) => {
      const known = items.get(cue.cue) ?? { item: element("li", { class: "caption" }), written: "" };
      const written = `${cue.rev} ${cue.status} ${cue.text}`;
      const isUnderCorrection = known.item.querySelector(".correction") !== null;
      if (known.written !== written && !isUnderCorrection) {
        write(cue, known.item);
        known.written = written;
      }
      items.set(cue.cue, known);
      return known.item;
    });
    for (const { item } of items.values()) if (!nodes.includes(item)) item.remove();
    for (const [index, node] of nodes.entries()) if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  };
}
