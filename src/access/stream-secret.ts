import { randomBytes } from "node:crypto";
import { eq } from "#database/drizzle.ts";
import { settings } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";

const NAME = "stream_token_secret";

/** One secret for all processes of an installation, made by whoever asks first; kept beside its database, so asked once. */
const secretOf = new WeakMap<object, Promise<string>>();

export async function streamSecret(services: Pick<Services, "database">): Promise<string> {
  const known = secretOf.get(services.database);
  if (known !== undefined) return known;
  const reading = readSecret(services);
  secretOf.set(services.database, reading);
  reading.catch(() => secretOf.delete(services.database));
  return reading;
}

async function readSecret(services: Pick<Services, "database">): Promise<string> {
  const { db } = services.database;
  await db
    .insert(settings)
    .values({ name: NAME, value: randomBytes(32).toString("base64url") })
    .onConflictDoNothing();
  const [row] = await db.select().from(settings).where(eq(settings.name, NAME));
  if (row === undefined) throw new AppError("store_unavailable");
  return row.value;
}
