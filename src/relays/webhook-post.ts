import { Webhook } from "standardwebhooks";
import type { Cue } from "#shows/cue.ts";
import type { ClaimedRelay } from "./claim-relay.ts";
import type { Post } from "./relay-captions.ts";

/** One caption event, signed as Standard Webhooks has it. Its id is the event's: whoever gets it twice can tell. */
export function webhookPost({ url, secret, showId, epoch, language }: ClaimedRelay, [cue]: readonly Cue[]): Post {
  if (cue === undefined || secret === null) return undefined;
  const id = `${showId}-${language}-${epoch}-${cue.seq}`;
  const now = new Date();
  const body = JSON.stringify({ type: "caption.cue", timestamp: now.toISOString(), data: { showId, cue } });
  return {
    url,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
      "webhook-signature": new Webhook(secret).sign(id, now, body),
    },
    body,
  };
}
