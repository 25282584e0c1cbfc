import { eq, like } from "#database/drizzle.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { accounts } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { slugText } from "#listings/listing-slug.ts";
import type { Services } from "#services.ts";

/** Whose listings they are. The slug ends in the account's id, which alone is looked for: an old name still leads here. */
export type Grower = { accountId: string; slug: string; name: string | undefined };

const NAME_LENGTH_MAX = 40;
const ID_LENGTH = 8;

/** Throws `listing_not_found`. */
export async function findGrower(services: Services, accountId: string): Promise<Grower> {
  const [row] = await services.database.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (row === undefined) throw new AppError("listing_not_found", { accountId });
  return growerOf(row);
}

/** The grower of today's slug or an earlier one. Throws `listing_not_found`. */
export async function findGrowerBySlug({ database: { db } }: Services, slug: string): Promise<Grower> {
  const end = slug.split("-").at(-1) ?? "";
  const rows = /^[a-z0-9]+$/.test(end)
    ? await db
        .select()
        .from(accounts)
        .where(like(accounts.id, `%${end}`))
    : [];
  const grower = rows.map(growerOf).find((each) => each.slug.split("-").at(-1) === end);
  if (grower === undefined) throw new AppError("listing_not_found", { slug });
  return grower;
}

/** The account of whoever runs the installation has no name that a person gave it. */
export function growerOf({ id, name }: Pick<typeof accounts.$inferSelect, "id" | "name">): Grower {
  const named = id === OWNER_ACCOUNT_ID ? undefined : name;
  const words = slugText(named ?? "")
    .slice(0, NAME_LENGTH_MAX)
    .replace(/-+$/, "");
  const end = id.slice(id.indexOf("_") + 1).slice(-ID_LENGTH);
  return { accountId: id, name: named, slug: words === "" ? end : `${words}-${end}` };
}
