import type { Cue } from "#shows/cue.ts";
import type { ClaimedRelay } from "./claim-relay.ts";
import type { Posted } from "./post-out.ts";
import type { Post } from "./relay-captions.ts";

/** YouTube takes no caption whose time is a minute from its own. */
const OLDEST_MS = 55_000;
/** A `Date` header names whole seconds, and its answer is some time on its way. */
const DATE_STEP_MS = 2_000;
const HEADERS = { "content-type": "text/plain" };
const REGION = "region:reg1#cue1";

/**
 * A live caption POST: `seq` counts the posts that were taken, so a retry goes out under the same number. A caption once
 * shown there stays; the last word on each sentence of this post is sent, what is retracted or too old is not. Times are those
 * of YouTube's clock, `aheadMs` before ours.
 */
export function youtubePost({ url, posts, openedAtMs }: ClaimedRelay, cues: readonly Cue[], aheadMs: number): Post {
  const last = new Map(cues.map((cue) => [cue.cue, cue]));
  const told = [...last.values()]
    .filter(({ status, startMs }) => status === "final" && Date.now() - (openedAtMs + startMs) < OLDEST_MS)
    .toSorted((left, right) => left.startMs - right.startMs);
  if (told.length === 0) return undefined;
  return {
    url: numbered(url, posts + 1),
    headers: HEADERS,
    body: told.map((cue) => `${timeOf(openedAtMs + cue.startMs + aheadMs)} ${REGION}\n${cue.lines.map(plain).join("<br>")}\n`).join(""),
  };
}

/** A post without captions: it spends no number, and its answer tells the time over there. */
export function youtubeHeartbeat({ url, posts }: ClaimedRelay): NonNullable<Post> {
  return { url: numbered(url, posts), headers: HEADERS, body: "" };
}

/** How far YouTube's clock is ahead of ours, in milliseconds, by an answer's body, or to the second by its date; 0 where it tells no time. */
export function youtubeAhead({ body, date, halfwayMs }: Posted): number {
  const [time] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?/.exec(body.trim()) ?? [];
  if (time !== undefined) return Math.round(Date.parse(`${time}Z`) - halfwayMs);
  const aheadMs = Date.parse(date ?? "") - halfwayMs;
  return Math.abs(aheadMs) > DATE_STEP_MS ? Math.round(aheadMs) : 0;
}

function numbered(url: string, seq: number): string {
  const address = new URL(url);
  address.searchParams.set("seq", String(seq));
  return address.href;
}

/** What would be read as a tag is written with look-alikes. */
function plain(line: string): string {
  return line.replaceAll("<", "‹").replaceAll(">", "›");
}

/** UTC without a zone, as YouTube reads it. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1);
}
