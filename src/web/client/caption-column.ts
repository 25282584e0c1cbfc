import type { Language } from "#i18n/language.ts";
import type { Cue } from "#shows/cue.ts";
import type { ConsoleWords } from "./console-words.ts";
import { element } from "./element.ts";
import { heldTogether } from "./held-together.ts";
import { byId } from "./page-data.ts";

type Parts = {
  words: ConsoleWords;
  /** Does it, or shows why not; true when done. */
  correct(cue: string, language: Language, text: string): Promise<boolean>;
  retract(cue: string): Promise<boolean>;
};

/** Latest cues shown to the streamer; the whole record is a download. */
const SHOWN_MAX = 30;

/** What viewers see in one language, newest first, each cue to be corrected or taken back. Returns how to show a list. */
export function createCaptionColumn(language: Language, { words, correct, retract }: Parts): (cues: readonly Cue[]) => void {
  const list = byId(`captions-${language}`);
  const none = byId(`no-captions-${language}`);
  const items = new Map<string, { item: HTMLLIElement; written: string }>();
  let latest: readonly Cue[] = [];

  const correction = (cue: Cue, item: HTMLElement) => {
    const text = element("textarea", { rows: "2", maxlength: "2000", lang: language, "aria-label": words("correctPrompt") });
    text.value = cue.text;
    const cancel = element("button", { type: "button", class: "quiet" }, words("cancel"));
    const form = element(
      "form",
      { class: "stack correction" },
      text,
      element("p", { class: "hint" }, words("correctOnly", { language: words.list("inside", language) })),
      element("p", { class: "row" }, element("button", {}, words("save")), cancel),
    );
    // What came meanwhile was held back, so as not to take the form away.
    const close = () => {
      form.remove();
      draw();
      item.querySelector("button")?.focus();
    };
    cancel.addEventListener("click", close);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void correct(cue.cue, language, text.value.trim()).then((isDone) => isDone && close());
    });
    item.querySelector(".correction")?.remove();
    item.append(form);
    text.focus();
  };
  const write = (cue: Cue, item: HTMLElement) => {
    const mend = element("button", { type: "button", class: "quiet" }, words("correct"));
    const drop = element("button", { type: "button", class: "quiet danger" }, words("retract"));
    mend.addEventListener("click", () => correction(cue, item));
    drop.addEventListener("click", () => void retract(cue.cue));
    const foot = element("p", { class: "caption-foot", lang: document.documentElement.lang });
    foot.append(element("span", { class: "tag" }, words.list("provenance", cue.provenance)));
    if (cue.status === "final") foot.append(element("span", { class: "caption-keys" }, mend, drop));
    item.dataset["status"] = cue.status;
    const shown = cue.provenance === "source" ? "vi" : language;
    item.replaceChildren(element("span", { class: "line", lang: shown }, ...heldTogether(cue.text, shown)), foot);
  };

  const draw = () => {
    const shown = latest.slice(-SHOWN_MAX).toReversed();
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
    for (const [cue, { item }] of items) {
      if (nodes.includes(item)) continue;
      item.remove();
      items.delete(cue);
    }
    for (const [index, node] of nodes.entries()) if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  };
  return (cues) => {
    latest = cues;
    draw();
  };
}
