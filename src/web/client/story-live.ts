import { createLiveParts } from "./live-parts.ts";
import { seenLine } from "./seen-line.ts";

const EVENTS = ["story-start", "facts", "pitch", "story-end", "story-failed"];
/** A line that stays silent must not hide a story that is told. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Keeps the story on the page as the server tells it: an event is only a bell. `onShown` comes after each time the page
 * was brought up to date. Returns how to look again, after something was asked that changes the story.
 */
export function followStory(storyId: string, onShown: () => void): () => void {
  let hangUp: (() => void) | undefined;
  const look = createLiveParts(() => {
    onShown();
    if (isOver()) stop();
    else listen();
  });
  const stop = () => {
    hangUp?.();
    hangUp = undefined;
  };
  const listen = () => {
    hangUp ??= seenLine(`/v1/stories/${encodeURIComponent(storyId)}/events`, Object.fromEntries(EVENTS.map((name) => [name, look])));
  };
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
