import type { Cue } from "#shows/cue.ts";
import { createCaptionList } from "./caption-list.ts";

export type LineState = "connecting" | "live" | "lost" | "ended";

type Listener = {
  /** `news` is the cue that changed; absent when the list was built anew. */
  onCues(cues: Cue[], news?: Cue): void;
  onState(state: LineState): void;
  onGap?(): void;
  /** Holds the line only while somebody can see the page: a browser opens six to one server, all its pages together. */
  whileSeen?: boolean;
};

const RETRY_MS = { first: 1_000, most: 15_000 } as const;

/**
 * Follows the captions of one show in one language, for as long as the page lives. The browser reconnects a broken
 * line by itself and names the last event it has; one that the server refused it gives up, and that is begun anew here.
 */
export function followCaptions(path: string, language: string, { onCues, onState, onGap, whileSeen = false }: Listener): void {
  const list = createCaptionList();
  let retryMs: number = RETRY_MS.first;
  let current: EventSource | undefined;
  let isOver = false;
  const open = () => {
    if (isOver || current !== undefined || (whileSeen && document.hidden)) return;
    const source = new EventSource(`${path}?lang=${encodeURIComponent(language)}`);
    current = source;
    source.addEventListener("open", () => {
      retryMs = RETRY_MS.first;
      onState("live");
    });
    source.addEventListener("snapshot", ({ data }) => {
      const { cues }: { cues: Cue[] } = JSON.parse(data);
      list.rebuild(cues);
      onCues(list.cues());
    });
    source.addEventListener("cue", ({ data }) => {
      const cue: Cue = JSON.parse(data);
      if (list.take(cue)) onCues(list.cues(), cue);
    });
    source.addEventListener("gap", () => onGap?.());
    source.addEventListener("end", () => {
      source.close();
      isOver = true;
      onState("ended");
    });
    source.addEventListener("error", () => {
      onState("lost");
      if (source.readyState !== EventSource.CLOSED) return;
      current = undefined;
      setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, RETRY_MS.most);
    });
  };
  if (whileSeen) {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) current?.close();
      if (document.hidden) current = undefined;
      else open();
    });
  }
  onState("connecting");
  open();
}
