const EVENTS = ["story-start", "facts", "pitch", "story-end", "story-failed"];
/** A line that stays silent must not hide a story that is told. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Keeps the story on the page as the server tells it: an event is only a bell, the page fetched anew is the truth.
 * `onShown` comes after each time it was. Returns how to follow again, after something was asked that changes the story.
 */
export function followStory(storyId: string, onShown: () => void): () => void {
  const shown = new Map(livePartsOf(document).map((part) => [part.id, part.outerHTML]));
  let source: EventSource | undefined;
  let fetching: Promise<void> | undefined;
  let again = false;

  const stop = () => {
    source?.close();
    source = undefined;
  };
  const listen = () => {
    if (source !== undefined) return;
    source = new EventSource(`/v1/stories/${encodeURIComponent(storyId)}/events`);
    for (const name of EVENTS) source.addEventListener(name, look);
  };
  const refresh = async () => {
    const response = await fetch(location.href).catch(() => undefined);
    if (response === undefined || !response.ok) return;
    const text = await response.text();
    // Without its head: the style there carries a nonce that this page does not know.
    const fresh = new DOMParser().parseFromString(text.slice(text.indexOf("<body")), "text/html");
    for (const part of livePartsOf(fresh)) exchange(shown, part);
    onShown();
    if (isOver()) stop();
    else listen();
  };
  // One fetch at a time; what rings meanwhile is answered by one more.
  function look(): void {
    again = true;
    fetching ??= (async () => {
      while (again) {
        again = false;
        await refresh();
      }
      fetching = undefined;
    })();
  }
  setInterval(() => {
    if (!isOver()) look();
  }, LOOK_AGAIN_MS);
  if (!isOver()) listen();
  return look;
}

function isOver(): boolean {
  const status = document.getElementById("progress")?.dataset["status"];
  return status === "ready" || status === "failed";
}

function livePartsOf(root: Document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-live]")];
}

/** Leaves a part alone that has not changed, or in which somebody is writing; what was open stays open, and the focus where it was. */
function exchange(shown: Map<string, string>, part: HTMLElement): void {
  const old = document.getElementById(part.id);
  if (old === null || shown.get(part.id) === part.outerHTML || isBeingWritten(old)) return;
  shown.set(part.id, part.outerHTML);
  const fresh = document.importNode(part, true);
  const focused = old.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
  if (old instanceof HTMLDetailsElement) fresh.toggleAttribute("open", old.open);
  old.replaceWith(fresh);
  if (focused !== "") document.getElementById(focused)?.focus();
}

function isBeingWritten(part: HTMLElement): boolean {
  const fields = [...part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input")];
  return fields.some((field) => field.value !== field.defaultValue || field === document.activeElement);
}
