import type { relays } from "#database/schema.ts";
import type { Relay } from "./relay.ts";

export type RelayRow = typeof relays.$inferSelect;

export function relayOfRow({ id, kind, language, url, status, deliveredSeq, failure }: RelayRow): Relay {
  const relay = { id, kind, language, host: new URL(url).host, status, delivered: deliveredSeq };
  return failure === null ? relay : { ...relay, failure };
}
