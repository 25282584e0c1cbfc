import { sessions } from "#database/schema.ts";
import { randomText } from "#ids.ts";
import type { Services } from "#services.ts";
import { hashSecret } from "./key-format.ts";

/** How long each is good for: a sign-in link waits a day for its one use. */
export const SECRET_HOURS = { link: 24, session: 30 * 24 } as const;
/** 200 random bits. */
const SECRET_LENGTH = 40;

/** Makes a sign-in link's or a session's secret; only its hash is stored. */
export async function insertSecret(
  db: Pick<Services["database"]["db"], "insert">,
  kind: keyof typeof SECRET_HOURS,
  accountId: string,
): Promise<string> {
  const secret = randomText(SECRET_LENGTH);
  const expiresAt = new Date(Date.now() + SECRET_HOURS[kind] * 3_600_000);
  await db.insert(sessions).values({ hash: hashSecret(secret), kind, accountId, expiresAt });
  return secret;
}
