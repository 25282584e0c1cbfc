import { element } from "./element.ts";
import { markWritten } from "./live-parts.ts";
import type { Change } from "./studio-outbox.ts";

/** Shows a story's waiting changes in their places, each with a tag; one that waits no more loses it. */
export function showWaiting(waiting: readonly Change[], storyId: string, words: string): void {
  for (const tag of document.querySelectorAll(".tag.waiting")) tag.remove();
  const tag = () => element("span", { class: "tag waiting" }, words);
  for (const change of waiting) {
    if (change.kind === "notes" || change.storyId !== storyId) continue;
    if (change.kind === "edit") {
      const { language, blockId, body } = change;
      const block = document.querySelector(`[data-language="${language}"][data-block="${CSS.escape(blockId)}"]`);
      const say = block?.querySelector(".say");
      if (say && body["say"] !== undefined) {
        say.textContent = body["say"];
        markWritten(say);
      }
      block?.querySelector(".block-head")?.append(tag());
    } else {
      for (const { questionId, text } of change.answers) {
        const field = document.getElementById(`answer-${questionId}`);
        if (!(field instanceof HTMLTextAreaElement)) continue;
        // What is sent is no draft: it may be exchanged for what the server makes of it.
        field.defaultValue = text;
        field.value = text;
        markWritten(field);
        field.closest("details")?.querySelector("summary")?.append(tag());
      }
    }
  }
}
