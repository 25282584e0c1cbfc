/** Keeps what the page shows as the server writes it: the page fetched anew is the truth. Returns how to look again. */
export function createLiveParts(onShown: () => void): () => void {
  const shown = new Map(livePartsOf(document).map((part) => [part.id, part.outerHTML]));
  let fetching: Promise<void> | undefined;
  let again = false;

  const refresh = async () => {
    const response = await fetch(location.href).catch(() => undefined);
    if (response === undefined || !response.ok) return;
    const text = await response.text();
    // Without its head: the style there carries a nonce that this page does not know.
    const fresh = new DOMParser().parseFromString(text.slice(text.indexOf("<body")), "text/html");
    for (const list of fresh.querySelectorAll<HTMLElement>("[data-live-list]")) bringInLine(list);
    for (const part of livePartsOf(fresh)) exchange(shown, part);
    onShown();
  };
  // One fetch at a time; what rings meanwhile is answered by one more.
  return function look(): void {
    again = true;
    fetching ??= (async () => {
      while (again) {
        again = false;
        await refresh();
      }
      fetching = undefined;
    })();
  };
}

function livePartsOf(root: Document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-live]")];
}

/** What is new in a list comes in at its place, what is gone goes; what stays is not moved, so that whoever writes in it notices nothing. */
function bringInLine(fresh: HTMLElement): void {
  const list = document.getElementById(fresh.id);
  if (list === null) return;
  const kept = new Set([...fresh.children].map(({ id }) => id));
  for (const old of list.querySelectorAll<HTMLElement>(":scope > *")) if (!kept.has(old.id) && !isBeingWritten(old)) old.remove();
  let before: Element | null = null;
  for (const part of [...fresh.children].toReversed()) {
    const old = document.getElementById(part.id);
    if (old === null) list.insertBefore(document.importNode(part, true), before);
    before = document.getElementById(part.id);
  }
}

/** The page itself wrote in the part this one is in: it is no longer as the server wrote it, even if the server's words are the same as before. */
export function markWritten(inside: Element): void {
  inside.closest<HTMLElement>("[data-live]")?.toggleAttribute("data-written", true);
}

/** Leaves a part alone that has not changed, or in which somebody is writing; what was open stays open. */
function exchange(shown: Map<string, string>, part: HTMLElement): void {
  const old = document.getElementById(part.id);
  if (old === null || isBeingWritten(old)) return;
  if (shown.get(part.id) === part.outerHTML && !old.hasAttribute("data-written")) return;
  shown.set(part.id, part.outerHTML);
  const fresh = document.importNode(part, true);
  if (old instanceof HTMLDetailsElement) fresh.toggleAttribute("open", old.open);
  old.replaceWith(fresh);
}

function isBeingWritten(part: HTMLElement): boolean {
  const fields = [...part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input")];
  return fields.some((field) => field.value !== field.defaultValue || field === document.activeElement);
}
