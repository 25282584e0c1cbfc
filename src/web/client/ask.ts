import { call, Refused } from "./call.ts";
import { element } from "./element.ts";
import { byId } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { inTab } from "./remember-in-tab.ts";
import { remember, remembered } from "./remember.ts";

type Told = { reply: string | null; outdated: boolean };
/** A question, and what was answered as the page last told it. */
type Asked = { id: string; text: string; told: Told };

/** How often a buyer's page looks for an answer: soon after the question, then ever more seldom; without one, at last no more. */
const LOOK_MS = { first: 4_000, most: 30_000, inAll: 1_800_000 } as const;

/** Questions that a page loaded anew still knows: a phone that was put away, or another language. */
const KEPT_MAX = 5;

/** The form by which a buyer asks the seller; the answer comes to stand under the question. */
export function startAsking(api: string, words: Readonly<Record<string, string>>): void {
  const form = byId("ask-form");
  const [author, text] = [byId("ask-author"), byId("ask-text")];
  const problem = byId("ask-problem");
  if (!(form instanceof HTMLFormElement && author instanceof HTMLInputElement && text instanceof HTMLTextAreaElement)) return;
  author.value = remembered("name") ?? "";
  const asked: Asked[] = JSON.parse(inTab.remembered(`asked-${api}`) ?? "[]");
  const keep = () => inTab.remember(`asked-${api}`, JSON.stringify(asked.slice(-KEPT_MAX)));
  for (const one of asked) follow(one, 0);
  // One whose answer was lost on its way is the same when it is sent again.
  let unsent: { id: string; author: string; text: string } | undefined;
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const own = { author: author.value.trim(), text: text.value.trim() };
    if (own.author === "" || own.text === "") return;
    const isSame = unsent?.author === own.author && unsent.text === own.text;
    unsent = { id: isSame && unsent !== undefined ? unsent.id : randomId(), ...own };
    void ask(unsent);
  });

  async function ask(comment: { id: string; author: string; text: string }): Promise<void> {
    problem.textContent = "";
    const button = form.querySelector("button");
    button?.toggleAttribute("disabled", true);
    try {
      await call(api, { method: "POST", body: comment });
      remember("name", comment.author);
      if (text instanceof HTMLTextAreaElement) text.value = "";
      unsent = undefined;
      const one = { id: comment.id, text: comment.text, told: { reply: null, outdated: false } };
      asked.push(one);
      keep();
      follow(one, LOOK_MS.first);
    } catch (error) {
      problem.textContent = error instanceof Refused && error.message !== "" ? error.message : (words["offline"] ?? "");
    } finally {
      button?.toggleAttribute("disabled", false);
    }
  }

  function follow(one: Asked, firstMs: number): void {
    const answer = element("div", {});
    write(answer, one.told, undefined);
    byId("asked").append(element("div", { class: "asked" }, element("p", { lang: "" }, one.text), answer));
    const endsAt = performance.now() + LOOK_MS.inAll;
    let pauseMs: number = LOOK_MS.first;
    const look = async () => {
      const told = document.hidden ? undefined : await replyTo(api, one.id);
      if (told !== undefined) one.told = show(answer, one.told, told);
      keep();
      // What was answered may be corrected for as long as the show goes on.
      if (byId("line-state").dataset["state"] === "ended" || (one.told.reply === null && performance.now() > endsAt)) return;
      pauseMs = Math.min(pauseMs * 1.3, LOOK_MS.most);
      setTimeout(() => void look(), pauseMs);
    };
    setTimeout(() => void look(), firstMs);
  }

  /** The answer as it now stands, and what there is to say of it; one that was taken back stays, as no longer true. */
  function show(answer: HTMLElement, shown: Told, { reply, outdated }: Told): Told {
    const isTakenBack = reply === null && shown.reply !== null;
    const now = { reply: reply ?? shown.reply, outdated: outdated || isTakenBack };
    if (now.reply === null || (now.reply === shown.reply && now.outdated === shown.outdated)) return shown;
    const isCorrected = shown.reply !== null && now.reply !== shown.reply;
    write(answer, now, isCorrected ? words["askCorrected"] : undefined);
    const ask = byId("ask");
    ask.querySelector("summary")?.replaceChildren(words[isCorrected ? "answeredAnew" : "answered"] ?? "");
    ask.classList.add("answered");
    return now;
  }

  function write(answer: HTMLElement, { reply, outdated }: Told, corrected: string | undefined): void {
    const hint = reply === null ? words["askSent"] : outdated ? words["askOutdated"] : corrected;
    answer.replaceChildren(
      ...(reply === null ? [] : [element("p", { class: "answer", lang: "" }, reply)]),
      ...(hint === undefined ? [] : [element("p", { class: "hint" }, hint)]),
    );
  }
}

async function replyTo(api: string, id: string): Promise<Told | undefined> {
  const answer = await fetch(`${api}/${id}`).catch(() => undefined);
  return answer?.ok === true ? answer.json() : undefined;
}
