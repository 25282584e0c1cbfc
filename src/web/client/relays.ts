import { call } from "./call.ts";
import type { ConsoleWords } from "./console-words.ts";
import { element } from "./element.ts";
import { byId } from "./page-data.ts";

type Relay = {
  id: string;
  kind: string;
  language: string;
  host: string;
  status: "active" | "stopped";
  delivered: number;
  failure?: string;
  secret?: string;
};
type Options = { api: string; words: ConsoleWords; attempt(act: () => Promise<void>): Promise<boolean> };

/** How often what is sent on is looked at, while somebody sees it. */
const LOOK_MS = 5_000;

/** Where captions go besides the screens: added, removed, and how it fares. */
export function startRelays({ api, words, attempt }: Options): void {
  const list = byId("relays");
  const form = byId("relay-form");
  const items = new Map<string, { item: HTMLElement; state: HTMLElement }>();

  const itemOf = ({ id, kind, language, host }: Relay) => {
    const remove = element("button", { type: "button", class: "quiet danger" }, words("relayRemove"));
    remove.addEventListener(
      "click",
      () => void attempt(async () => void (await call(`${api}/relays/${encodeURIComponent(id)}`, { method: "DELETE" }))).then(look),
    );
    const state = element("span", { class: "hint" });
    const item = element(
      "li",
      { class: "card relay" },
      element("p", {}, element("strong", {}, `${words(kind)} · ${words.list("languages", language)}`), element("br"), host, " ", state),
      remove,
    );
    return { item, state };
  };
  const show = (relays: readonly Relay[]) => {
    byId("no-relays").hidden = relays.length > 0;
    for (const relay of relays) {
      const known = items.get(relay.id) ?? itemOf(relay);
      if (!items.has(relay.id)) list.append(known.item);
      items.set(relay.id, known);
      const state = words(relay.status === "active" ? "relayActive" : "relayStopped");
      known.state.textContent = relay.failure === undefined ? state : `${state}, ${words("relayFailure", { failure: relay.failure })}`;
    }
    for (const [id, { item }] of items) {
      if (relays.some((relay) => relay.id === id)) continue;
      item.remove();
      items.delete(id);
    }
  };
  const look = async () => {
    const answer = await fetch(`${api}/relays`).catch(() => undefined);
    if (answer?.ok !== true) return;
    const { items: relays }: { items: Relay[] } = await answer.json();
    show(relays);
  };
  setInterval(() => {
    if (!document.hidden && list.checkVisibility() && items.size > 0) void look();
  }, LOOK_MS);
  void look();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(form instanceof HTMLFormElement)) return;
    const body = Object.fromEntries(new FormData(form));
    void attempt(async () => {
      const relay = await call<Relay>(`${api}/relays`, { method: "POST", body });
      form.reset();
      byId("relay-secret").replaceChildren(
        ...(relay?.secret === undefined ? [] : [words("relaySecret"), " ", element("code", {}, relay.secret)]),
      );
      await look();
    });
  });
}
