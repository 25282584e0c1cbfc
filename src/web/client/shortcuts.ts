import { byId } from "./page-data.ts";
import { remember, remembered } from "./remember.ts";

/** Single keys for a desk, while nobody types; whoever speaks to their computer can switch them off. */
export function startShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const choice = byId("shortcuts");
  if (!(choice instanceof HTMLInputElement)) return;
  choice.checked = remembered("shortcuts") !== "off";
  choice.addEventListener("change", () => remember("shortcuts", choice.checked ? "on" : "off"));
  addEventListener("keydown", (event) => {
    const isTyping =
      event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;
    if (!choice.checked || isTyping || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = actions[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
