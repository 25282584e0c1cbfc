import type { Cue } from "#shows/cue.ts";
import type { CaptionLog } from "./caption-log.ts";
import { byId } from "./page-data.ts";

/** Brings earlier parts of the show when asked for, above what stands there and without moving it. */
export function startHistory(
  path: string,
  language: string,
  hasMore: boolean,
  { scroller, log }: { scroller: HTMLElement; log: CaptionLog },
): void {
  const button = byId("earlier");
  button.hidden = !hasMore;
  button.addEventListener("click", () => {
    button.toggleAttribute("disabled", true);
    void bring().finally(() => button.toggleAttribute("disabled", false));
  });

  async function bring(): Promise<void> {
    const query = new URLSearchParams({ lang: language, before: String(log.firstStartMs()) });
    const answer = await fetch(`${path}?${query.toString()}`).catch(() => undefined);
    if (answer?.ok !== true) return;
    const { cues, more }: { cues: Cue[]; more: boolean } = await answer.json();
    const fromEnd = scroller.scrollHeight - scroller.scrollTop;
    log.addEarlier(cues);
    button.hidden = !more;
    scroller.scrollTop = scroller.scrollHeight - fromEnd;
  }
}
