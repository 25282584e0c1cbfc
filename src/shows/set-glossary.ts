import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import type { Glossary } from "./show.ts";

/**
 * A show's terms as a person wants them from the next sentence on, in every process. `version` is the one they were made from: where
 * somebody changed them since, nothing is written. Sent again after a lost answer, it is done already. An ended show's go on to the next.
 * Throws `show_not_found` or `glossary_changed`.
 */
export async function setGlossary(services: Services, accountId: string, showId: string, { version, terms }: Glossary): Promise<Glossary> {
  const [changed] = await services.database.db
    .update(shows)
    .set({ glossary: terms, glossaryVersion: sql`${shows.glossaryVersion} + 1` })
    .where(and(eq(shows.id, showId), eq(shows.accountId, accountId), eq(shows.glossaryVersion, version)))
    .returning({ version: shows.glossaryVersion });
  if (changed !== undefined) return { version: changed.version, terms };
  const now = await findGlossary(services, accountId, showId);
  if (!isDeepStrictEqual(now.terms, terms)) throw new AppError("glossary_changed", { showId });
  return now;
}

/** Throws `show_not_found`. */
export async function findGlossary(services: Services, accountId: string, showId: string): Promise<Glossary> {
  const { glossary: terms, glossaryVersion: version } = await findShowRow(services, accountId, showId);
  return { version, terms };
}
