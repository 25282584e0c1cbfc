import type { Language } from "#i18n/language.ts";
import type { Cue } from "#shows/cue.ts";
import { createCaptionList } from "./caption-list.ts";

/** refused: the server does not know this link any more; a new one is needed. */
export type LineState = "connecting" | "live" | "lost" | "refused" | "ended";

type Listener = {
  /** `news` is the cue that changed; absent when the list was built anew. */
  onCues(language: Language, cues: Cue[], news?: Cue): void;
  onState(state: LineState): void;
  onGap?(): void;
  /** Whether the line is needed though nobody sees the page. */
  worksUnseen?(): boolean;
};
type Captions = {
  /** A revision that this page made; once a show has ended no event tells of it. */
  take(cue: Cue): void;
  /** This page took it back, in every language. */
  retract(cue: string): void;
};
/** What events tell where several languages come on one line. */
type Told = { language?: Language };

const RETRY_MS = { first: 1_000, most: 15_000, refused: 60_000 } as const;
/** How often interims are looked at whether their time is over. */
const TIDY_MS = 1_000;

/**
 * Follows the captions of one show, all its languages on one line, while somebody can see the page: a browser opens six to
 * one server, all its pages together, and what is sent waits behind them. The browser reconnects a broken line by itself
 * and names the last event it has; one that the server refused it gives up, and that is begun anew here.
 */
export function followCaptions(
  path: string,
  languages: readonly Language[],
  { onCues, onState, onGap, worksUnseen = () => false }: Listener,
): Captions {
  const address = addressOf(path, languages);
  const lists = new Map(languages.map((language) => [language, createCaptionList()]));
  const going = new Set(languages);
  let retryMs: number = RETRY_MS.first;
  let current: EventSource | undefined;
  const listOf = ({ language = languages[0] }: Told) => {
    const list = language && lists.get(language);
    return list && { language, list };
  };
  const take = (cue: Cue) => {
    const of = listOf(cue);
    if (of?.list.take(cue) === true) onCues(of.language, of.list.cues(), cue);
  };
  const isIdle = () => document.hidden && !worksUnseen();
  const open = () => {
    if (going.size === 0 || current !== undefined || isIdle()) return;
    const source = new EventSource(address);
    current = source;
    source.addEventListener("open", () => {
      retryMs = RETRY_MS.first;
      onState("live");
    });
    source.addEventListener("snapshot", ({ data }) => {
      const snapshot: Told & { cues: Cue[] } = JSON.parse(data);
      const of = listOf(snapshot);
      of?.list.rebuild(snapshot.cues);
      if (of !== undefined) onCues(of.language, of.list.cues());
    });
    source.addEventListener("cue", ({ data }) => take(JSON.parse(data)));
    source.addEventListener("gap", () => onGap?.());
    source.addEventListener("end", ({ data }) => {
      const of = listOf(JSON.parse(data));
      if (of !== undefined) going.delete(of.language);
      if (going.size > 0) return;
      source.close();
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
  document.addEventListener("visibilitychange", () => {
    if (isIdle()) current?.close();
    if (isIdle()) current = undefined;
    else open();
  });
  // A phone that has its network back need not wait for its turn.
  addEventListener("online", open);
  setInterval(() => {
    for (const [language, list] of lists) {
      for (const cue of list.dropStale()) onCues(language, list.cues(), { ...cue, status: "retracted" });
    }
  }, TIDY_MS);
  onState("connecting");
  open();
  return {
    take,
    retract(id) {
      const shown = [...lists.values()].flatMap((list) => list.cues().filter(({ cue }) => cue === id));
      for (const cue of shown) take({ ...cue, rev: cue.rev + 1, status: "retracted" });
    },
  };
}

function addressOf(path: string, languages: readonly Language[]): string {
  const query = new URLSearchParams(languages.map((language) => ["lang", language])).toString();
  return languages.length === 1 ? `${path}?${query}` : `${path}/together?${query}`;
}
