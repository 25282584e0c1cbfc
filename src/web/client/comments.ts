import { call } from "./call.ts";
import { element } from "./element.ts";
import { byId } from "./page-data.ts";
import { randomId } from "./random-id.ts";

type Comment = { id: string; author: string; text: string; language?: string | null; vi?: string | null; reply?: string | null };

/** Buyers' comments as they come, newest first: the Vietnamese above their own words, a reply where the facts hold one. */
export function startComments(
  api: string,
  words: Readonly<Record<string, unknown>>,
  attempt: (act: () => Promise<void>) => Promise<boolean>,
): void {
  const list = byId("comments");
  const items = new Map<string, HTMLElement>();
  const source = new EventSource(`${api}/comments/events`);
  source.addEventListener("comment", ({ data }) => {
    const comment: Comment = JSON.parse(data);
    const item = items.get(comment.id) ?? element("li", { class: "comment" });
    if (!items.has(comment.id)) list.prepend(item);
    items.set(comment.id, item);
    byId("no-comments").hidden = true;
    write(item, comment);
  });

  function write(item: HTMLElement, { author, text, language, vi, reply }: Comment): void {
    const own = element("p", { lang: language ?? "" }, text);
    const translated = vi !== undefined && vi !== null && vi !== text ? [element("p", { lang: "vi", class: "say" }, vi)] : [];
    const suggestion =
      reply === undefined || reply === null || reply === ""
        ? []
        : [
            element(
              "p",
              { class: "reply" },
              element("span", { class: "hint" }, `${String(words["reply"])}: `),
              element("span", { lang: language ?? "" }, reply),
            ),
          ];
    item.replaceChildren(element("strong", {}, author), ...translated, own, ...suggestion);
  }

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
