import type { Cue } from "#shows/cue.ts";
import { createCaptionList } from "./caption-list.ts";

/** refused: the server does not know this link any more; a new one is needed. */
export type LineState = "connecting" | "live" | "lost" | "refused" | "ended";

type Listener = {
  /** `news` is the cue that changed; absent when the list was built anew. */
  onCues(cues: Cue[], news?: Cue): void;
  onState(state: LineState): void;
  onGap?(): void;
  /** Holds the line only while somebody can see the page: a browser opens six to one server, all its pages together. */
  whileSeen?: boolean;
};

const RETRY_MS = { first: 1_000, most: 15_000, refused: 60_000 } as const;

/**
 * Follows the captions of one show in one language, for as long as the page lives. The browser reconnects a broken
 * line by itself and names the last event it has; one that the server refused it gives up, and that is begun anew here.
 */
export function followCaptions(path: string, language: string, { onCues, onState, onGap, whileSeen = false }: Listener): void {
  const address = `${path}?lang=${encodeURIComponent(language)}`;
  const list = createCaptionList();
  let retryMs: number = RETRY_MS.first;
  let current: EventSource | undefined;
  let isOver = false;
  const open = () => {
    if (isOver || current !== undefined || (whileSeen && document.hidden)) return;
    const source = new EventSource(address);
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
      if (source.readyState === EventSource.CLOSED) void comeBack();
    });
  };
  /** An `EventSource` does not tell why it was sent away. */
  const comeBack = async () => {
    current = undefined;
    const status = await fetch(address, { method: "HEAD" }).then(
      (answer) => answer.status,
      () => undefined,
    );
    if (status === 404) {
      onState("refused");
      retryMs = RETRY_MS.refused;
    }
    setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, RETRY_MS.most);
  };
  if (whileSeen) {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) current?.close();
      if (document.hidden) current = undefined;
      else open();
    });
  }
  // A phone that has its network back need not wait for its turn.
  addEventListener("online", open);
  onState("connecting");
  open();
}
