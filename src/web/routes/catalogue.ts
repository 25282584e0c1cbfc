import { Hono } from "hono";
import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { findCatalogue } from "#stories/find-catalogue.ts";
import type { AppEnv } from "#web/app-env.ts";
import { cataloguePage, cataloguePath } from "#web/pages/catalogue-page.ts";
import { openPage } from "#web/pages/page.ts";

/** What a person may ask in a link, read as far as it can be. */
const querySchema = z.object({
  q: z.string().trim().catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const QUERY_LENGTH_MAX = 100;

/** A grower's catalogue, for everybody. */
export function cataloguePageRoutes(services: Services): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();
  pages.get("/:language{vi|en|ja}/growers/:slug", async (c) => {
    const language = languageSchema.parse(c.req.param("language"));
    const { q, page } = querySchema.parse(c.req.query());
    const query = q.slice(0, QUERY_LENGTH_MAX).toWellFormed();
    const catalogue = await findCatalogue(services, c.req.param("slug"), language, query);
    const { slug } = catalogue.grower;
    // A name may come back: what is kept of a way to another one would lead round in circles.
    c.header("cache-control", "no-cache");
    if (slug !== c.req.param("slug")) return c.redirect(cataloguePath(language, slug) + new URL(c.req.url).search, 301);
    const origin = services.config.publicUrl ?? new URL(c.req.url).origin;
    return c.html(cataloguePage(openPage(services, c, language), catalogue, { query, number: page, origin }));
  });
  return pages;
}
