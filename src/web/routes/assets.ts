import { Hono } from "hono";
import { AppError } from "#errors.ts";
import type { AppEnv } from "#web/app-env.ts";
import { encodingFor } from "#web/middleware/compress.ts";
import { assetsVersion, findAsset } from "#web/pages/client-assets.ts";

const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

/** The files that browsers load for the pages. */
export function assetRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/assets/:version/:name", (c) => {
    const asset = findAsset(c.req.param("name"));
    if (asset === undefined) throw new AppError("not_found");
    const { etag, contentType, packed, body } = asset;
    // While servers are exchanged, one is asked for the other's files: it gives its own, and they are not kept.
    const kept = c.req.param("version") === assetsVersion() ? KEPT_FOR_GOOD : "no-cache";
    const headers = { etag, "cache-control": kept, "content-type": contentType, vary: "Accept-Encoding" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    const encoding = encodingFor(c.req.header("accept-encoding"));
    if (encoding === undefined || packed[encoding] === undefined) return c.body(body, 200, headers);
    return c.body(packed[encoding], 200, { ...headers, "content-encoding": encoding });
  });

  return routes;
}
