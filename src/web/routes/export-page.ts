import { Hono } from "hono";
import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";
import { CURRENCIES } from "#listings/item-price.ts";
import { surveyExports } from "#listings/survey-exports.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { exportContext } from "#web/export-context.ts";
import { callerBySession } from "#web/middleware/authenticate.ts";
import { exportPage } from "#web/pages/export-page.ts";
import { openPage } from "#web/pages/page.ts";
import { signInPage } from "#web/pages/sign-in-page.ts";

/** `/exports`: the grower's files for other shops. `of` is the language of the files, else that of the page. */
export function exportPageRoutes(services: Services): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();
  pages.get("/exports", async (c) => {
    c.header("cache-control", "no-store");
    const page = openPage(services, c);
    const caller = await callerBySession(services, c);
    if (caller === undefined) return c.html(signInPage(page), 401);
    const lang = languageSchema.catch(page.language).parse(c.req.query("of"));
    const currency = z.enum(CURRENCIES).catch("VND").parse(c.req.query("currency"));
    const context = await exportContext(services, c, caller.accountId, { lang, currency });
    return c.html(exportPage(page, await surveyExports(services, caller.accountId, context, page.language), context));
  });
  return pages;
}
