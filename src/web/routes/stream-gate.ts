import type { ServerResponse } from "node:http";
import { openStreamToken, type StreamGrant } from "#access/open-stream-token.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

/** Two thousand viewers who come back at once hold a handful of different tokens: each is looked up once in this time. */
const TRUST_MS = 1_000;
/** A revoked token's viewers are sent away within this time. */
const RECHECK_MS = 3_000;
const TRUSTED_MAX = 1_000;

type Entry = { grant: Promise<StreamGrant>; until: number };

/** Opens stream tokens for many viewers at the price of few, and closes the streams of those that were revoked since. */
export function createStreamGate(services: Services) {
  const trusted = new Map<string, Entry>();
  const open = (token: string): Promise<StreamGrant> => {
    const known = trusted.get(token);
    if (known !== undefined && known.until > performance.now()) return known.grant;
    if (trusted.size >= TRUSTED_MAX) trusted.clear();
    const grant = openStreamToken(services, token);
    grant.catch(() => trusted.delete(token));
    trusted.set(token, { grant, until: performance.now() + TRUST_MS });
    return grant;
  };

  const watched = new Map<string, { viewers: Set<ServerResponse>; timer: NodeJS.Timeout }>();
  const recheck = async (token: string, viewers: Set<ServerResponse>): Promise<void> => {
    try {
      await open(token);
    } catch (error) {
      // A database that is away revokes nobody: captions keep flowing.
      if (!(error instanceof AppError) || error.code !== "stream_token_refused") return;
      for (const viewer of viewers) viewer.end();
    }
  };

  return {
    open,
    /** Ends this stream once its token is revoked. */
    watch(token: string, viewer: ServerResponse): void {
      if (viewer.destroyed || viewer.writableEnded) return;
      const group = watched.get(token) ?? startWatching(token);
      group.viewers.add(viewer);
      viewer.once("close", () => {
        group.viewers.delete(viewer);
        if (group.viewers.size > 0) return;
        clearInterval(group.timer);
        watched.delete(token);
      });
    },
  };

  function startWatching(token: string) {
    const viewers = new Set<ServerResponse>();
    const group = { viewers, timer: setInterval(() => void recheck(token, viewers), RECHECK_MS) };
    watched.set(token, group);
    return group;
  }
}
