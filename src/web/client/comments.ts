import type { Language } from "#i18n/language.ts";
import { call } from "./call.ts";
import type { ConsoleWords } from "./console-words.ts";
import { copyFrom } from "./copy.ts";
import { element } from "./element.ts";
import { heldTogether } from "./held-together.ts";
import { byId } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { seenLine } from "./seen-line.ts";

type Comment = {
  id: string;
  author: string;
  text: string;
  language: Language | null;
  vi: string | null;
  reply: string | null;
  replies: Partial<Record<Language, string>>;
  renewed: boolean;
  flag: string | null;
  count: number;
  canReply: boolean;
  replied: string | null;
  outdated: boolean;
};
type Options = { api: string; words: ConsoleWords; attempt(act: () => Promise<void>): Promise<boolean> };

/** Comments shown; thousands come in an hour, and the last are the ones to answer. */
const SHOWN_MAX = 200;

/** Buyers' comments as they come, newest first: the Vietnamese above their own words, and an answer for one tap where the facts hold one. */
export function startComments({ api, words, attempt }: Options): void {
  const list = byId("comments");
  const items = new Map<string, HTMLElement>();
  let unread = 0;
  const take = (comment: Comment) => {
    const item = items.get(comment.id) ?? element("li", { class: "comment" });
    const isOpenAgain = items.has(comment.id) && comment.outdated && !item.classList.contains("outdated");
    const isNew = !items.has(comment.id) || isOpenAgain;
    // One that is said again, or whose answer the show made untrue, comes up again; a translation or an answer leaves it where it is read.
    if (isNew || Number(item.dataset["count"]) < comment.count) list.prepend(item);
    items.set(comment.id, item);
    write(item, comment);
    byId("no-comments").hidden = true;
    for (const [id, old] of items) {
      if (items.size <= SHOWN_MAX) break;
      old.remove();
      items.delete(id);
    }
    if (isNew && !isShown(list)) unread += 1;
    byId("unread").textContent = unread === 0 ? "" : String(unread);
  };
  seenLine(`${api}/comments/events`, { comment: (data) => take(JSON.parse(data)) });
  byId("tab-comments").addEventListener("click", () => {
    unread = 0;
    byId("unread").textContent = "";
  });
  startFilter(list);
  startBringingIn(api, attempt);

  function write(item: HTMLElement, comment: Comment): void {
    const { author, text, language, vi, reply, renewed, flag, count, replied, outdated } = comment;
    item.dataset["count"] = String(count);
    item.classList.toggle("asked", flag !== null);
    item.classList.toggle("done", replied !== null && !outdated);
    item.classList.toggle("outdated", outdated);
    const head = element("p", { class: "comment-head" }, element("strong", {}, author));
    if (count > 1) head.append(element("span", { class: "tag" }, words("times", { count })));
    if (flag !== null) head.append(element("span", { class: "tag ask" }, words(flag)));
    const isTranslated = vi !== null && vi !== text;
    item.replaceChildren(
      head,
      ...(isTranslated ? [element("p", { lang: "vi", class: "say" }, vi)] : []),
      element("p", { lang: language ?? "", class: isTranslated ? "hint" : "say" }, text),
    );
    if (replied !== null) item.append(element("div", { class: "reply" }, ...replyLines("replied", { ...comment, reply: replied })));
    if (replied !== null && !outdated) return;
    if (reply !== null && reply !== "") item.append(suggestion(comment, reply));
    else if (outdated) item.append(element("p", { class: "hint" }, words("repliedUntrue")));
    else if (renewed) item.append(element("p", { class: "hint" }, words("replyWithdrawn")));
  }

  function suggestion(comment: Comment, reply: string): HTMLElement {
    const { id, canReply, renewed, outdated } = comment;
    const copy = element("button", { type: "button" }, words("copyReply"));
    copy.addEventListener("click", () => void copyFrom(copy, reply, words("copied")));
    const buttons = element("p", { class: "row" }, copy);
    if (canReply) {
      const send = element("button", { type: "button", class: "primary" }, words(outdated ? "sendCorrection" : "sendReply"));
      send.addEventListener("click", () => {
        send.toggleAttribute("disabled", true);
        void attempt(
          async () => void (await call(`${api}/comments/${encodeURIComponent(id)}/reply`, { method: "POST", body: { text: reply } })),
        ).then((isDone) => send.toggleAttribute("disabled", isDone));
      });
      buttons.prepend(send);
    }
    const why = renewed ? [element("p", { class: "hint" }, words(outdated ? "repliedOutdated" : "replyRenewed"))] : [];
    return element("div", { class: "reply" }, ...why, ...replyLines("reply", comment), buttons);
  }

  /** First as the streamer reads it, then as the buyer does. */
  function replyLines(label: "reply" | "replied", { reply, replies, language }: Comment): HTMLElement[] {
    const { lang } = document.documentElement;
    const own = lang === "en" || lang === "ja" ? lang : "vi";
    const shown = replies[own] === undefined ? "vi" : own;
    const told = replies[shown];
    const isSame = reply !== null && Object.values(replies).includes(reply);
    if (!isSame || told === undefined || shown === language) return [line(words(label), language, reply)];
    const sent = line(words("replyReads"), language, reply);
    sent.classList.add("hint");
    return [line(words(label), shown, told), sent];
  }

  function line(label: string, language: Language | null, text: string | null): HTMLElement {
    const name = element("span", { class: "hint" }, words("labelled", { name: label }));
    const told = language === null ? [text ?? ""] : heldTogether(text ?? "", language);
    return element("p", {}, name, element("span", { lang: language ?? "" }, ...told));
  }
}

function isShown(list: HTMLElement): boolean {
  return list.checkVisibility() && !document.hidden;
}

function startFilter(list: HTMLElement): void {
  const [all, asked] = [byId("filter-all"), byId("filter-asked")];
  for (const button of [all, asked]) {
    button.addEventListener("click", () => {
      list.classList.toggle("only-asked", button === asked);
      all.setAttribute("aria-pressed", String(button === all));
      asked.setAttribute("aria-pressed", String(button === asked));
    });
  }
}

function startBringingIn(api: string, attempt: Options["attempt"]): void {
  const form = byId("comment-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(form instanceof HTMLFormElement)) return;
    const { author, text } = Object.fromEntries(new FormData(form));
    void attempt(async () => void (await call(`${api}/comments`, { method: "POST", body: { id: randomId(), author, text } }))).then(
      (isDone) => {
        if (isDone) form.reset();
      },
    );
  });
}
