import type { Language } from "#i18n/language.ts";
import type { Glossary, GlossaryTerm } from "#shows/show.ts";
import { call, Refused } from "./call.ts";
import type { ConsoleWords } from "./console-words.ts";
import { element } from "./element.ts";
import { byId } from "./page-data.ts";
import { whenSeen } from "./when-seen.ts";

type Options = { api: string; words: ConsoleWords; attempt(act: () => Promise<void>): Promise<boolean> };
type Terms = readonly GlossaryTerm[];

/** Two phones may change the terms at once: whoever comes second makes the same change to the newer ones. */
const ATTEMPTS = 3;

/** The show's own words: added and removed while it is on, in force from the next sentence on. Returns how the form is filled in. */
export function startGlossary({ api, words, attempt }: Options): (term: Partial<Record<Language, string>>) => void {
  const path = `${api}/glossary`;
  const list = byId("glossary");
  const form = byId("glossary-form");
  const state = byId("glossary-state");

  const read = async (): Promise<Glossary> => (await call<Glossary>(path, { method: "GET" })) ?? { version: 1, terms: [] };
  const change = (make: (terms: Terms) => Terms) =>
    attempt(async () => {
      for (let left = ATTEMPTS; ; left -= 1) {
        const { version, terms } = await read();
        try {
          const changed = await call<Glossary>(path, { method: "PUT", body: { version, terms: make(terms) } });
          return show(changed?.terms ?? []);
        } catch (error) {
          if (!(error instanceof Refused && error.code === "glossary_changed" && left > 1)) throw error;
        }
      }
    });
  const show = (terms: Terms) => {
    byId("no-glossary").hidden = terms.length > 0;
    // What was added last is what one looks for.
    list.replaceChildren(...terms.toReversed().map(itemOf));
  };
  const itemOf = ({ vi, en, ja }: GlossaryTerm) => {
    const remove = element("button", { type: "button", class: "quiet danger", "aria-label": words("glossaryRemoveTerm", { term: vi }) });
    remove.textContent = words("glossaryRemove");
    remove.addEventListener("click", () => {
      state.textContent = "";
      void change((terms) => terms.filter((term) => !isSame(term.vi, vi)));
    });
    const told = Object.entries({ en, ja }).flatMap(([lang, text]) => (text === undefined ? [] : [element("span", { lang }, text)]));
    const line = element("p", {}, element("strong", { lang: "vi" }, vi));
    for (const each of told) line.append(" · ", each);
    return element("li", { class: "card relay" }, line, remove);
  };
  const look = () =>
    void read().then(
      ({ terms }) => show(terms),
      () => {},
    );
  whenSeen(list, look);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(form instanceof HTMLFormElement)) return;
    const given = [...new FormData(form)].map(([language, text]) => [language, String(text).trim()] as const);
    const { vi = "", ...told } = Object.fromEntries(given.filter(([, text]) => text !== ""));
    state.textContent = "";
    // The same word again is said anew; what it must never be called stays.
    const add = (terms: Terms): Terms => {
      const before = terms.find((term) => isSame(term.vi, vi));
      const { forbidden } = before ?? {};
      return [...terms.filter((term) => term !== before), { vi, ...told, ...(forbidden !== undefined && { forbidden }) }];
    };
    void change(add).then((isDone) => {
      if (!isDone) return;
      form.reset();
      state.textContent = words("glossaryAdded", { term: vi });
    });
  });

  return (term) => {
    for (const [language, text] of Object.entries(term)) {
      const field = document.getElementById(`term-${language}`);
      if (field instanceof HTMLInputElement) field.value = text;
    }
    state.textContent = "";
    byId("term-vi").focus();
  };
}

function isSame(one: string, other: string): boolean {
  return one.normalize("NFC").toLowerCase() === other.normalize("NFC").toLowerCase();
}
