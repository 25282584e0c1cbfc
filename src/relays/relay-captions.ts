import type { JobPayload } from "#jobs/contract.ts";
import { readCaptionRows } from "#live/caption-rows.ts";
import type { Services } from "#services.ts";
import type { Cue } from "#shows/cue.ts";
import { isTrusted } from "./check-relay-url.ts";
import { claimRelay, keepRelay, type ClaimedRelay } from "./claim-relay.ts";
import { postOut, type Posted } from "./post-out.ts";
import type { RelayKind } from "./relay.ts";
import { webhookPost } from "./webhook-post.ts";
import { youtubeAhead, youtubeHeartbeat, youtubePost } from "./youtube-post.ts";

/** One request on its way out; undefined where these events have nothing to say over there. */
export type Post = { url: string; headers: Record<string, string>; body: string } | undefined;

type Poster = {
  eventsMax: number;
  postOf: (relay: ClaimedRelay, cues: readonly Cue[], aheadMs: number) => Post;
  /** Where captions carry the time over there: what asks for it, and how far an answer says that it is ahead of ours. */
  clock?: { ask: (relay: ClaimedRelay) => NonNullable<Post>; ahead: (posted: Posted) => number };
};
const POSTS: { readonly [Kind in RelayKind]: Poster } = {
  webhook: { eventsMax: 1, postOf: webhookPost },
  youtube: { eventsMax: 20, postOf: youtubePost, clock: { ask: youtubeHeartbeat, ahead: youtubeAhead } },
};
/** How far each relay's clock is ahead, in milliseconds; every process asks for itself. */
const clocks = new WeakMap<Services, Map<string, number>>();
const GONE = 410;
const RETRY_MS = { first: 1_000, most: 300_000 } as const;

/**
 * Job `captions.relay`: sends what is new of a show's captions to one place, in order, each taken there before the next
 * goes. A failure ends the round and leaves the same post for the next one; 410 ends the relay.
 */
export async function relayCaptions(services: Services, { relayId }: JobPayload<"captions.relay">, signal: AbortSignal): Promise<void> {
  let relay = await claimRelay(services, relayId);
  while (relay !== undefined && !signal.aborted) {
    const { eventsMax } = POSTS[relay.kind];
    const from = relay.deliveredSeq + 1;
    const cues = await readCaptionRows(services, relay.showId, relay.language, from, relay.postToSeq ?? from + eventsMax - 1);
    const last = cues.at(-1);
    if (last === undefined) break;
    // Kept before it is sent: killed in between, the next round sends the same again.
    relay = await keepRelay(services, relay, { postToSeq: last.seq });
    if (relay === undefined) return;
    const posted = await post(services, relay, cues, signal);
    if (posted !== undefined && !isTaken(posted)) {
      await keepRelay(services, relay, { ...afterFailure(relay, posted), leasedUntil: null });
      return;
    }
    const posts = relay.posts + (posted === undefined ? 0 : 1);
    relay = await keepRelay(services, relay, { deliveredSeq: last.seq, postToSeq: null, posts, failures: 0, failure: null });
  }
  if (relay !== undefined) await keepRelay(services, relay, { leasedUntil: null });
}

/** Undefined where there is nothing to say. */
async function post(services: Services, relay: ClaimedRelay, cues: readonly Cue[], signal: AbortSignal): Promise<Posted | undefined> {
  const { postOf, clock } = POSTS[relay.kind];
  const ahead = clocks.get(services) ?? new Map<string, number>();
  clocks.set(services, ahead);
  const ask = async (request: NonNullable<Post>) => {
    const posted = await send(services, request, signal);
    if (clock !== undefined && isTaken(posted)) ahead.set(relay.id, clock.ahead(posted));
    return posted;
  };
  if (postOf(relay, cues, 0) === undefined) return undefined;
  if (clock !== undefined && !ahead.has(relay.id)) {
    const told = await ask(clock.ask(relay));
    if (!isTaken(told)) return told;
  }
  const request = postOf(relay, cues, ahead.get(relay.id) ?? 0);
  return request && ask(request);
}

function isTaken({ status }: Posted): boolean {
  return status >= 200 && status <= 299;
}

function send({ config }: Services, { url, headers, body }: NonNullable<Post>, signal: AbortSignal): Promise<Posted> {
  return postOut(url, { headers, body, signal, trusted: isTrusted(config.trustedHosts, new URL(url)) });
}

function afterFailure({ failures }: ClaimedRelay, { status, retryAfterMs }: Posted) {
  const backoffMs = Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** failures) * (0.75 + 0.5 * Math.random());
  const waitMs = Math.min(Math.max(retryAfterMs ?? 0, backoffMs), RETRY_MS.most);
  return {
    failures: failures + 1,
    failure: status === 0 ? "unreachable" : String(status),
    nextTryAt: new Date(Date.now() + waitMs),
    ...(status === GONE ? { status: "stopped" as const } : {}),
  };
}
