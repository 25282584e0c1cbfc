import { Hono, type Context } from "hono";
import { openStreamToken } from "#access/open-stream-token.ts";
import { AppError } from "#errors.ts";
import { languageSchema, type Language } from "#i18n/language.ts";
import { listingJsonLd } from "#listings/listing-json-ld.ts";
import type { Services } from "#services.ts";
import { findShow, findShowRow } from "#shows/find-show.ts";
import type { Show } from "#shows/show.ts";
import { findListing } from "#stories/find-listing.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import type { AppEnv } from "#web/app-env.ts";
import { errorResponse } from "#web/error-response.ts";
import { callerBySession } from "#web/middleware/authenticate.ts";
import { clientAssets } from "#web/pages/client-assets.ts";
import { consolePage } from "#web/pages/console-page.ts";
import { errorPage } from "#web/pages/error-page.ts";
import { listingPage } from "#web/pages/listing-page.ts";
import { overlayPage } from "#web/pages/overlay-page.ts";
import { openPage } from "#web/pages/page.ts";
import { signInPage } from "#web/pages/sign-in-page.ts";
import { studioPage } from "#web/pages/studio-page.ts";
import { watchPage } from "#web/pages/watch-page.ts";

const STORIES_SHOWN_MAX = 30;

/** The pages people open, and the files their browsers load for them. */
export function pageRoutes(services: Services): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();
  const assets = clientAssets();

  pages.get("/", async (c) => {
    const page = openPage(services, c);
    const caller = await callerBySession(services, c);
    if (caller === undefined) return personal(c).html(signInPage(page));
    const storyId = c.req.query("story");
    const [earlier, open] = await Promise.all([
      listStories(services, caller.accountId, { limit: STORIES_SHOWN_MAX }),
      storyId === undefined ? undefined : findStory(services, caller.accountId, storyId),
    ]);
    return personal(c).html(studioPage(page, earlier.items, open));
  });

  pages.get("/shows/:id", async (c) => {
    const page = openPage(services, c);
    const caller = await callerBySession(services, c);
    if (caller === undefined) return personal(c).html(signInPage(page), 401);
    const [show, row] = await Promise.all([
      findShow(services, caller.accountId, c.req.param("id")),
      findShowRow(services, caller.accountId, c.req.param("id")),
    ]);
    return personal(c).html(consolePage(page, show, row.lines, originOf(services, c)));
  });

  pages.get("/watch/:token", async (c) => {
    const show = await showOfToken(services, c.req.param("token"));
    return personal(c).html(watchPage(openPage(services, c), show, captionLanguage(c, show)));
  });

  pages.get("/overlay/:token", async (c) => {
    const show = await showOfToken(services, c.req.param("token"));
    return personal(c).html(overlayPage(openPage(services, c), show, captionLanguage(c, show)));
  });

  pages.get("/:language{vi|en|ja}/listings/:slug", async (c) => {
    const language = languageSchema.parse(c.req.param("language"));
    const found = await findListing(services, language, c.req.param("slug"));
    const origin = originOf(services, c);
    const linkedData = listingJsonLd({ ...found, language, origin });
    return c.html(listingPage(openPage(services, c, language), found, linkedData, origin));
  });

  pages.get("/assets/:name", (c) => {
    const asset = assets(c.req.param("name"));
    if (asset === undefined) throw new AppError("not_found");
    const headers = { etag: asset.etag, "cache-control": "no-cache", "content-type": asset.contentType };
    return c.req.header("if-none-match") === asset.etag ? c.body(null, 304, headers) : c.body(asset.body, 200, headers);
  });

  pages.onError((error, c) => {
    const answer = errorResponse(services, error, c);
    const isStreamLink = error instanceof AppError && error.code === "stream_token_refused";
    const page = errorPage(openPage(services, c), answer.status, isStreamLink);
    return new Response(String(page), {
      status: answer.status,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    });
  });
  return pages;
}

/** Pages that hold one person's things, or a token, are kept by no cache. */
function personal(c: Context<AppEnv>): Context<AppEnv> {
  c.header("cache-control", "no-store");
  return c;
}

/** How the world reaches this server: as configured, else as this browser did. */
function originOf({ config }: Services, c: Context<AppEnv>): string {
  return config.publicUrl ?? new URL(c.req.url).origin;
}

async function showOfToken(services: Services, token: string): Promise<Show> {
  const { showId, accountId } = await openStreamToken(services, token);
  return findShow(services, accountId, showId);
}

/** `?lang=`, else the reader's own language, else one the show has. */
function captionLanguage(c: Context<AppEnv>, { languages }: Show): Language {
  const wanted = languageSchema.safeParse(c.req.query("lang")).data ?? c.get("language");
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}
