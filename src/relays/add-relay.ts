import { randomBytes } from "node:crypto";
import { and, eq } from "#database/drizzle.ts";
import { relays, streams } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "#shows/find-show.ts";
import { checkRelayUrl } from "./check-relay-url.ts";
import { relayOfRow } from "./relay-of-row.ts";
import type { Relay, RelayRequest } from "./relay.ts";

const RELAYS_MAX = 10;
/** Standard Webhooks: 24 to 64 random bytes. */
const SECRET_BYTES = 32;

/**
 * Sends a show's captions of one language on from here: the finals, revisions and retractions that come from now on.
 * Once for one `seed`. Throws `show_not_found`, `show_ended`, `not_found` for a language the show does not have,
 * `relay_url_refused`, `relay_url_private`, `too_many_relays`.
 */
export async function addRelay(
  services: Services,
  accountId: string,
  showId: string,
  { kind, language, url }: RelayRequest,
  seed?: string,
): Promise<Relay> {
  const show = await findShowRow(services, accountId, showId);
  if (show.status === "ended") throw new AppError("show_ended", { showId });
  const { db } = services.database;
  const [stream] = await db
    .select()
    .from(streams)
    .where(and(eq(streams.showId, showId), eq(streams.language, language)));
  if (stream === undefined) throw new AppError("not_found", { showId, language });
  const secret = kind === "webhook" ? `whsec_${randomBytes(SECRET_BYTES).toString("base64")}` : null;
  const row = { id: newId("re", seed), showId, kind, language, url: checkRelayUrl(services, kind, url), secret, deliveredSeq: stream.seq };
  if ((await db.$count(relays, eq(relays.showId, showId))) >= RELAYS_MAX) throw new AppError("too_many_relays", { limit: RELAYS_MAX });
  await db.insert(relays).values(row).onConflictDoNothing();
  const [stored] = await db.select().from(relays).where(eq(relays.id, row.id));
  if (stored === undefined) throw new Error("an insert returned no row");
  return stored.secret === null ? relayOfRow(stored) : { ...relayOfRow(stored), secret: stored.secret };
}
