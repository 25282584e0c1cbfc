/** Where the focus was: the control, and around it each part with the place of the next inner one in it. */
type Place = { control: HTMLElement; look: string; around: { part: HTMLElement; index: number; nth: number }[] };

/**
 * Where controls come and go as the server tells, the focus stays where it was, so that no keyboard and no screen reader
 * is thrown back to the top: on the same control written anew, else on what is left around it.
 */
export function keepFocus(): void {
  let last: Place | undefined;
  let standIn: Element | undefined;
  document.addEventListener("focusin", ({ target }) => {
    if (target === standIn || !(target instanceof HTMLElement)) return;
    last = placeOf(target);
    standIn = undefined;
  });
  const leave = () => (last = standIn = undefined);
  document.addEventListener("pointerdown", leave, { capture: true });
  document.addEventListener("keydown", ({ key }) => key === "Tab" && leave(), { capture: true });
  new MutationObserver(() => {
    const { activeElement: now } = document;
    if (last === undefined || (now instanceof HTMLElement && now !== document.body && now !== standIn && holds(now))) return;
    const next = nextTo(last);
    if (next === undefined || next === now) return;
    if (!next.matches(CONTROLS) && !next.hasAttribute("tabindex")) next.tabIndex = -1;
    // Its own place stays: what is only switched off for a moment has it back.
    standIn = next;
    next.focus({ preventScroll: true });
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["hidden", "disabled", "open", "class"] });
}

const CONTROLS = "a[href], button, summary, input, textarea, select";
const LISTS = "ol, ul, [data-live-list]";

function placeOf(control: HTMLElement): Place {
  const look = lookOf(control);
  const around: Place["around"] = [];
  let inner: HTMLElement = control;
  for (let part = inner.parentElement; part !== null && part !== document.body; part = part.parentElement) {
    around.push({ part, index: [...part.children].indexOf(inner), nth: alike(part, look).indexOf(control) });
    inner = part;
  }
  return { control, look, around };
}

/** What it does, by what can be seen of it. */
function lookOf({ tagName, className, textContent, id, dataset }: HTMLElement): string {
  return [tagName, className, id, Object.keys(dataset).join(" "), textContent.trim()].join("|");
}

function alike(part: HTMLElement, look: string): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => lookOf(control) === look);
}

function holds(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled") && element.checkVisibility();
}

function nextTo({ control, look, around }: Place): HTMLElement | undefined {
  const same = control.isConnected || control.id === "" ? control : document.getElementById(control.id);
  if (same !== null && holds(same)) return same;
  for (const { part: old, index, nth } of around) {
    const part = old.isConnected || old.id === "" ? old : document.getElementById(old.id);
    if (part === null || !holds(part)) continue;
    if (!part.matches(LISTS)) return alike(part, look).filter(holds)[nth] ?? part;
    // An item that is gone: its neighbour, not that one's button, which another press of the key would push.
    const item = part.children[index] ?? part.children[index - 1];
    return item instanceof HTMLElement && holds(item) ? item : part;
  }
  return undefined;
}
