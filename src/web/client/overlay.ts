import type { Cue } from "#shows/cue.ts";
import { followCaptions } from "./caption-stream.ts";
import { element } from "./element.ts";
import { byId, pageData } from "./page-data.ts";

/** A caption stays this long after it came, and longer the more there is to read. */
const HOLD_MS = { least: 4_000, perCharacter: 90, most: 9_000 } as const;

const { captions, language } = pageData<{ captions: string; language: string }>();
const stage = byId("captions");
const parameters = new URLSearchParams(location.search);
const shownMax = numberOf("cues", 1, 4) ?? 1;
const hidden = new Map<string, number>();

takeStyle();
adoptCustomStyles();
followCaptions(captions, language, {
  onCues(cues, news) {
    // Whatever is said of a cue, its time on the screen begins with its latest words; a rebuilt list shows its last.
    const shown = cues.slice(-shownMax);
    const fresh = news === undefined ? shown : shown.filter(({ cue }) => cue === news.cue);
    for (const cue of fresh) hideLater(cue);
    show(shown.filter(({ cue }) => hidden.has(cue)));
  },
  // On air nothing is said of a lost line: the words there are run out by themselves.
  onState: (state) => (document.documentElement.dataset["line"] = state),
});

function show(cues: readonly Cue[]): void {
  stage.replaceChildren(
    ...cues.map(({ cue, status, text, lines, provenance, language: spoken }) =>
      element(
        "p",
        { class: "caption", "data-cue": cue, "data-status": status, "data-provenance": provenance, lang: spoken },
        ...(lines.length > 0 ? lines : [text]).map((line) => element("span", { class: "line" }, line)),
      ),
    ),
  );
}

function hideLater({ cue, text }: Cue): void {
  clearTimeout(hidden.get(cue));
  const holdMs = Math.min(HOLD_MS.least + text.length * HOLD_MS.perCharacter, HOLD_MS.most);
  hidden.set(
    cue,
    setTimeout(() => {
      hidden.delete(cue);
      stage.querySelector(`[data-cue="${CSS.escape(cue)}"]`)?.remove();
    }, holdMs),
  );
}

/** `?size=` in pixels, `?background=` as opacity 0–1, `?color=` hex without `#`, `?position=top|middle|bottom`, `?align=left|center|right`. */
function takeStyle(): void {
  const size = numberOf("size", 12, 200);
  const background = numberOf("background", 0, 1);
  const color = parameters.get("color");
  if (size !== undefined) stage.style.setProperty("--caption-size", `${size}px`);
  if (background !== undefined) stage.style.setProperty("--caption-background", `rgb(0 0 0 / ${background})`);
  if (color !== null && /^[0-9a-f]{3,8}$/i.test(color)) stage.style.setProperty("--caption-color", `#${color}`);
  stage.dataset["position"] = parameters.get("position") ?? "bottom";
  stage.dataset["align"] = parameters.get("align") ?? "center";
}

/**
 * OBS adds the user's own CSS as a `<style>` element, which the page's policy refuses like every other inline style.
 * Here it is meant: the text of what is added later is taken over as a sheet of the page's own.
 */
function adoptCustomStyles(): void {
  const adopt = (node: Node) => {
    if (!(node instanceof HTMLStyleElement)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(node.textContent ?? "");
    document.adoptedStyleSheets.push(sheet);
  };
  document.head.querySelectorAll("style").forEach(adopt);
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(adopt))).observe(document.head, {
    childList: true,
  });
}

function numberOf(name: string, least: number, most: number): number | undefined {
  const given = parameters.get(name);
  const value = given === null || given === "" ? Number.NaN : Number(given);
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : undefined;
}
