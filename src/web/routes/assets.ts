import { Hono } from "hono";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { tellSampleStory } from "#stories/sample-story.ts";
import type { AppEnv } from "#web/app-env.ts";
import { encodingFor } from "#web/middleware/compress.ts";
import { assetsVersion, findAsset } from "#web/pages/client-assets.ts";
import { designPage, type Design } from "#web/pages/design-page.ts";
import { offlinePage } from "#web/pages/offline-page.ts";
import { openPage } from "#web/pages/page.ts";
import { webManifest } from "#web/pages/web-manifest.ts";

const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

/** The files that browsers load for the pages, and what puts the studio on a phone. */
export function assetRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/assets/:version/:name", async (c) => {
    const asset = findAsset(c.req.param("name"));
    if (asset === undefined) throw new AppError("not_found");
    const { etag, contentType, body } = asset;
    // While servers are exchanged, one is asked for the other's files: it gives its own, and they are not kept.
    const kept = c.req.param("version") === assetsVersion() ? KEPT_FOR_GOOD : "no-cache";
    const headers = { etag, "cache-control": kept, "content-type": contentType, vary: "Accept-Encoding" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    const encoding = encodingFor(c.req.header("accept-encoding"));
    const content = encoding && (await asset.packed(encoding));
    if (encoding === undefined || content === undefined) return c.body(body, 200, headers);
    return c.body(content, 200, { ...headers, "content-encoding": encoding });
  });

  // From the top, so that it stands before every page; it asks this server alone.
  routes.get("/service-worker.js", (c) => {
    const policy = "default-src 'none'; connect-src 'self'";
    const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache", "content-security-policy": policy };
    return c.body(findAsset("service-worker.ts")?.text ?? "", 200, headers);
  });

  routes.get("/manifest.webmanifest", (c) => {
    return c.body(JSON.stringify(webManifest(openPage(services, c))), 200, { "content-type": "application/manifest+json; charset=utf-8" });
  });

  let sample: Promise<Design["sample"]> | undefined;
  routes.get("/design", async (c) => {
    sample ??= tellSampleStory(services);
    const sentenceIn = (language: Language) => services.words.in(language, "design")("sample");
    const sentences = { vi: sentenceIn("vi"), en: sentenceIn("en"), ja: sentenceIn("ja") };
    return c.html(designPage(openPage(services, c), { sample: await sample, sentences }));
  });

  routes.get("/offline", (c) => c.html(offlinePage(openPage(services, c))));

  return routes;
}
