import { eq } from "drizzle-orm";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { accounts } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { slugText } from "#listings/listing-slug.ts";

/** Whose catalogue it is. The slug ends in the account's id, so it leads there after the name has changed. */
export type Grower = { accountId: string; slug: string; name: string | undefined };

const NAME_LENGTH_MAX = 40;
const ID_LENGTH = 8;

export async function findGrower(services: Services, accountId: string): Promise<Grower> {
  const { db } = services.database;
  const [row] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (row === undefined) throw new AppError("listing_not_found");
  return growerOf(row);
}

/** Nobody has named the account of whoever runs the installation. */
function growerOf({ id, name }: typeof accounts.$inferSelect): Grower {
  const named = id === OWNER_ACCOUNT_ID ? undefined : name;
  const words = slugText(named ?? "")
    .slice(0, NAME_LENGTH_MAX)
    .replace(/-+$/, "");
  return { accountId: id, name: named, slug: [words, id.slice("ac_".length).slice(-ID_LENGTH)].filter((part) => part !== "").join("-") };
}
