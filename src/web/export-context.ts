import type { Context } from "hono";
import type { Language } from "#i18n/language.ts";
import type { ExportContext } from "#listings/export-files.ts";
import type { Currency } from "#listings/item-price.ts";
import type { Services } from "#services.ts";
import { findGrower } from "#stories/find-grower.ts";
import type { AppEnv } from "./app-env.ts";

/** What an account's files are written with: the world's address of this server, and the grower's name or ours. */
export async function exportContext(
  services: Services,
  c: Context<AppEnv>,
  accountId: string,
  { lang, currency }: { lang: Language; currency: Currency },
): Promise<ExportContext> {
  const { name } = await findGrower(services, accountId);
  return {
    language: lang,
    currency,
    origin: services.config.publicUrl ?? new URL(c.req.url).origin,
    seller: name ?? services.words.in(lang, "pages")("site.name"),
    say: services.words.in(lang, "exports"),
  };
}
