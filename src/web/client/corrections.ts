import type { Language } from "#i18n/language.ts";
import { call } from "./call.ts";
import { changedPart } from "./changed-part.ts";
import type { ConsoleWords } from "./console-words.ts";
import { element } from "./element.ts";
import { heldTogether } from "./held-together.ts";
import { byId } from "./page-data.ts";
import { createShowOpener } from "./show-opener.ts";

type Correction = {
  cue: string;
  language: Language;
  said: string;
  before: string | null;
  provenance: string | null;
  after: string;
  taken: boolean;
};
type Options = {
  api: string;
  showId: string;
  languages: readonly Language[];
  words: ConsoleWords;
  attempt(act: () => Promise<void>): Promise<boolean>;
  /** Fills in the form for the show's own words. */
  writeTerm(term: Partial<Record<Language, string>>): void;
};

/** As many as one page of the list has. */
const PAGE = 100;
const TERM_LENGTH_MAX = 200;

/** What was corrected in the show, each sentence to be taken over into the next one with one tap. Returns how to look again. */
export function startCorrections({ api, showId, languages, words, attempt, writeTerm }: Options): () => void {
  const list = byId("corrections");
  const look = async () => {
    const found: Correction[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const answer: Response | undefined = await fetch(`${api}/corrections?limit=${PAGE}${cursor}`).catch(() => undefined);
      if (answer?.ok !== true) return;
      const { items, nextCursor }: { items: Correction[]; nextCursor?: string } = await answer.json();
      found.push(...items);
      cursor = nextCursor === undefined ? undefined : `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    byId("no-corrections").hidden = found.length > 0;
    const sentences = [...new Set(found.map(({ cue }) => cue))];
    list.replaceChildren(...sentences.map((cue) => itemOf(found.filter((correction) => correction.cue === cue))));
  };
  const itemOf = (corrections: Correction[]) => {
    const [{ cue, said, taken } = { cue: "", said: "", taken: false }] = corrections;
    const take = element("button", { type: "button", "aria-pressed": String(taken) }, words("takeOver"));
    take.addEventListener("click", () => {
      const isTaken = take.getAttribute("aria-pressed") === "true";
      const body = { taken: !isTaken };
      void attempt(async () => void (await call(`${api}/corrections/${encodeURIComponent(cue)}`, { method: "PUT", body }))).then(
        (isDone) => {
          if (isDone) take.setAttribute("aria-pressed", String(!isTaken));
        },
      );
    });
    const term = element("button", { type: "button", class: "quiet" }, words("takeTerm"));
    term.addEventListener("click", () => writeTerm(termOf(corrections)));
    const heard = element("span", { class: "hint" }, words("labelled", { name: words("heard") }));
    return element(
      "li",
      { class: "card stack-tight correction-made" },
      element("p", {}, heard, element("span", { lang: "vi" }, said)),
      ...languages.flatMap((language) => corrections.filter((correction) => correction.language === language).map(changeOf)),
      element("p", { class: "row" }, take, term),
    );
  };
  const changeOf = ({ language, before, provenance, after }: Correction) => {
    const change = element("p", {}, element("abbr", { title: words.list("languages", language) }, language.toUpperCase()), " ");
    const shown = provenance === "source" ? "vi" : language;
    if (before !== null && provenance !== null) {
      change.append(element("del", { lang: shown, title: words.list("provenance", provenance) }, ...heldTogether(before, shown)), " → ");
    }
    change.append(element("ins", { lang: language }, ...heldTogether(after, language)));
    return change;
  };

  const openShow = createShowOpener();
  const form = byId("next-show");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(form instanceof HTMLFormElement)) return;
    const title = String(new FormData(form).get("title")).trim();
    void attempt(async () => {
      const next = await openShow({ title, after: showId });
      if (next !== undefined) location.assign(`/shows/${encodeURIComponent(next)}${location.search}`);
    });
  });
  return () => void look();
}

/** The words that were changed, to be made a term of; what they are called in the other languages is for the streamer to say. */
function termOf(corrections: readonly Correction[]): Partial<Record<Language, string>> {
  // Where no translation stood, every word is new.
  const parts = corrections.flatMap(({ language, before, provenance, after }) =>
    before === null || provenance === "source" ? [] : [[language, changedPart(before, after, language).slice(0, TERM_LENGTH_MAX)]],
  );
  return { vi: "", en: "", ja: "", ...Object.fromEntries(parts) };
}
