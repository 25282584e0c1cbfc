import type { Cue } from "#shows/cue.ts";
import type { ClaimedRelay } from "./claim-relay.ts";
import type { Post } from "./relay-captions.ts";

/** YouTube takes no caption whose time is a minute from its own. */
const OLDEST_MS = 55_000;
const REGION = "region:reg1#cue1";

/**
 * A live caption POST: `seq` counts the posts that were taken, so a retry goes out under the same number. A caption once
 * shown there stays; the last word on each sentence of this post is sent, what is retracted or too old is not.
 */
export function youtubePost({ url, posts, openedAtMs }: ClaimedRelay, cues: readonly Cue[]): Post {
  const last = new Map(cues.map((cue) => [cue.cue, cue]));
  const told = [...last.values()]
    .filter(({ status, startMs }) => status === "final" && Date.now() - (openedAtMs + startMs) < OLDEST_MS)
    .toSorted((left, right) => left.startMs - right.startMs);
  if (told.length === 0) return undefined;
  const address = new URL(url);
  address.searchParams.set("seq", String(posts + 1));
  return {
    url: address.href,
    headers: { "content-type": "text/plain" },
    body: told.map((cue) => `${timeOf(openedAtMs + cue.startMs)} ${REGION}\n${cue.lines.map(plain).join("<br>")}\n`).join(""),
  };
}

/** What would be read as a tag is written with look-alikes. */
function plain(line: string): string {
  return line.replaceAll("<", "‹").replaceAll(">", "›");
}

/** UTC without a zone, as YouTube reads it. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1);
}
