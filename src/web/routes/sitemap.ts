import { Hono, type Context } from "hono";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { listingUrl } from "#listings/listing-text.ts";
import { MAPPED_MAX, writeSitemap, writeSitemapIndex } from "#listings/write-sitemap.ts";
import type { Services } from "#services.ts";
import { countMapped, readSitemap } from "#stories/read-sitemap.ts";
import type { AppEnv } from "#web/app-env.ts";
import { fallbackOf } from "#web/pages/alternates.ts";

const pageSchema = z.coerce.number().int().min(1).max(1_000_000);
/** Of no use to a search engine, or nobody's business. */
const CLOSED = ["/v1/", "/shows/", "/stories/", "/watch/", "/overlay/", "/sign-in"];

/** `/sitemap.xml` and `/robots.txt`: what search engines may read. */
export function sitemapRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const originOf = (c: Context<AppEnv>) => services.config.publicUrl ?? new URL(c.req.url).origin;

  routes.get("/sitemap.xml", async (c) => {
    const origin = originOf(c);
    const asked = c.req.query("page");
    const pages = Math.ceil((await countMapped(services)) / MAPPED_MAX);
    if (asked === undefined && pages > 1) {
      const addresses = Array.from({ length: pages }, (_, index) => `${origin}/sitemap.xml?page=${index + 1}`);
      return xml(c, writeSitemapIndex(addresses));
    }
    const page = asked === undefined ? 1 : pageSchema.safeParse(asked).data;
    if (page === undefined || (asked !== undefined && page > pages)) throw new AppError("not_found");
    const listings = await readSitemap(services, { offset: (page - 1) * MAPPED_MAX, limit: MAPPED_MAX });
    return xml(
      c,
      writeSitemap(listings, (language, listing) => listingUrl(origin, language, listing), fallbackOf),
    );
  });

  routes.get("/robots.txt", (c) =>
    c.text(["User-agent: *", ...CLOSED.map((path) => `Disallow: ${path}`), "", `Sitemap: ${originOf(c)}/sitemap.xml`, ""].join("\n")),
  );
  return routes;
}

function xml(c: Context<AppEnv>, body: string): Response {
  return c.body(body, 200, { "content-type": "application/xml; charset=utf-8" });
}
