/** Shows one panel at a time; on a wide screen the stylesheet shows them all and hides the tabs. */
export function startTabs(list: Element): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const choose = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls") ?? "")?.classList.toggle("off", !isChosen);
    }
  };
  list.addEventListener("click", (event) => {
    const tab = tabs.find((candidate) => event.target instanceof Node && candidate.contains(event.target));
    if (tab !== undefined) choose(tab);
  });
  list.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const next = step === undefined || at < 0 ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next);
    next.focus();
  });
  const [first] = tabs;
  if (first !== undefined) choose(tabs.find((tab) => tab.getAttribute("aria-selected") === "true") ?? first);
}
