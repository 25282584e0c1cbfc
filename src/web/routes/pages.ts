import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { openStreamToken } from "#access/open-stream-token.ts";
import { countQuestions } from "#buyers/count-questions.ts";
import { listBuyerQuestions } from "#buyers/list-buyer-questions.ts";
import { newSeed } from "#ids.ts";
import { languageSchema, type Language } from "#i18n/language.ts";
import { listPhotos } from "#photos/list-photos.ts";
import type { Services } from "#services.ts";
import { findEarlierShow } from "#shows/find-earlier-show.ts";
import { findShowRow } from "#shows/find-show.ts";
import { nameGoods } from "#shows/name-goods.ts";
import { readEarlier } from "#shows/read-earlier.ts";
import { showOfRow } from "#shows/show-of-row.ts";
import { buyerCommentSchema, type Show } from "#shows/show.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import { cataloguePageRoutes } from "./catalogue.ts";
import { exportPageRoutes } from "./export-page.ts";
import { listVersions } from "#stories/list-versions.ts";
import type { AppEnv } from "#web/app-env.ts";
import { failedPage } from "#web/failed-page.ts";
import { callerBySession } from "#web/middleware/authenticate.ts";
import { isSecure } from "#web/is-secure.ts";
import { isKeepable } from "#web/middleware/check-text.ts";
import type { RateLimits } from "#web/middleware/limit-rate.ts";
import { originOf } from "#web/origin-of.ts";
import { consolePage } from "#web/pages/console-page.ts";
import { overlayPage } from "#web/pages/overlay-page.ts";
import { openPage } from "#web/pages/page.ts";
import { signInPage } from "#web/pages/sign-in-page.ts";
import type { BuyersOfStory } from "#web/pages/story-panel.ts";
import { studioPage } from "#web/pages/studio-page.ts";
import { watchPage, type Watch } from "#web/pages/watch-page.ts";
import { assetRoutes } from "./assets.ts";
import { buyerFormRoutes } from "./buyer-forms.ts";
import { buyerPageRoutes } from "./buyer-pages.ts";
import { READER, storyPageRoutes } from "./story-pages.ts";
import { takeBuyerComment } from "#web/take-buyer-comment.ts";

const STORIES_SHOWN_MAX = 30;
const VERSIONS_SHOWN_MAX = 50;
const QUESTIONS_SHOWN_MAX = 50;
/** Captions that stand in the viewers' page as it comes. */
const LINES_AT_FIRST = 20;
const LANGUAGE_COOKIE = "farmcast_captions";
const YEAR_SECONDS = 31_536_000;
const keepable = z.string().refine(isKeepable);
const buyerFormSchema = z.object({ author: keepable, text: keepable }).pipe(buyerCommentSchema.omit({ id: true }));

/** The pages people open, and the files their browsers load for them. */
export function pageRoutes(services: Services, limits: RateLimits | undefined): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();

  pages.get("/", async (c) => {
    const page = openPage(services, c);
    const caller = await callerBySession(services, c);
    if (caller === undefined) return personal(c).html(signInPage(page));
    const find = (id: string | undefined) => (id === undefined ? undefined : findStory(services, caller.accountId, id));
    const [{ items: earlier }, story, from, counts] = await Promise.all([
      listStories(services, caller.accountId, { limit: STORIES_SHOWN_MAX }),
      find(c.req.query("story")),
      find(c.req.query("from")),
      countQuestions(services, caller.accountId),
    ]);
    const open = story && {
      story,
      versions: (await listVersions(services, caller.accountId, story.id, { limit: VERSIONS_SHOWN_MAX })).items,
      buyers: await buyersOf(services, caller.accountId, story.id),
      earlierShow: await findEarlierShow(services, caller.accountId, story.id),
    };
    c.header(READER, caller.accountId);
    // Its forms work without scripts, and have to say where they come from.
    c.header("referrer-policy", "same-origin");
    return personal(c).html(studioPage(page, { reader: caller.accountId, earlier, open, from, counts }));
  });

  pages.route("/", cataloguePageRoutes(services));
  pages.route("/", exportPageRoutes(services));
  pages.route("/", storyPageRoutes(services));
  pages.route("/", assetRoutes(services));

  pages.get("/shows/:id", async (c) => {
    const page = openPage(services, c);
    const caller = await callerBySession(services, c);
    if (caller === undefined) return personal(c).html(signInPage(page), 401);
    const row = await findShowRow(services, caller.accountId, c.req.param("id"));
    const show = await showOfRow(services, row);
    const clockMs = Date.now() - row.createdAt.getTime();
    const hears = services.transcriber !== undefined;
    const translates = services.model !== undefined;
    return personal(c).html(consolePage(page, { show, lines: row.lines, origin: originOf(services, c), clockMs, hears, translates }));
  });

  pages.get("/watch/:token", async (c) => {
    const token = c.req.param("token");
    const { show, row, clockMs } = await showOfToken(services, token);
    const page = openPage(services, c, chosenLanguage(c));
    const caption = captionLanguage(c, show);
    rememberLanguage(services, c);
    const [said, goods] = await Promise.all([
      readEarlier(services, { showId: show.id, language: caption, beforeMs: clockMs, limit: LINES_AT_FIRST }),
      page.language === "vi" ? [] : nameGoods(services, row, page.language),
    ]);
    const asked = c.req.query("asked") === "yes" ? "sent" : c.req.query("asked") === "no" ? "empty" : undefined;
    const translates = services.model !== undefined;
    const watch: Watch = { show, goods, caption, said, clockMs, token, asked, translates };
    return personal(c).html(watchPage(page, watch));
  });

  // The page's form, where there are no scripts.
  pages.post("/watch/:token/comments", async (c) => {
    const token = c.req.param("token");
    const { data } = buyerFormSchema.safeParse(await c.req.parseBody());
    if (data !== undefined) await takeBuyerComment(services, limits, c, { token, comment: { ...data, id: newSeed() } });
    const query = new URLSearchParams({ lang: c.req.query("lang") ?? c.get("language"), asked: data === undefined ? "no" : "yes" });
    return c.redirect(`/watch/${encodeURIComponent(token)}?${query.toString()}`, 303);
  });

  pages.get("/overlay/:token", async (c) => {
    const { show, clockMs } = await showOfToken(services, c.req.param("token"));
    return personal(c).html(overlayPage({ show, captions: overlayLanguages(c, show), nonce: c.get("nonce"), clockMs }));
  });

  pages.route("/", buyerPageRoutes(services, limits));
  pages.route("/", buyerFormRoutes(services, limits));

  pages.onError((error, c) => failedPage(services, error, c));
  return pages;
}

/** All that waits for an answer comes before what has one. */
async function buyersOf(services: Services, accountId: string, storyId: string): Promise<BuyersOfStory> {
  const limit = QUESTIONS_SHOWN_MAX;
  const [open, latest, photos] = await Promise.all([
    listBuyerQuestions(services, accountId, storyId, { limit, open: true }),
    listBuyerQuestions(services, accountId, storyId, { limit }),
    listPhotos(services, storyId),
  ]);
  const answered = latest.items.filter(({ answer }) => answer !== null);
  return { questions: { open: open.items, answered, more: open.nextCursor !== undefined }, photos };
}

/** Pages that hold one person's things, or a token, are kept by no cache. */
function personal(c: Context<AppEnv>): Context<AppEnv> {
  c.header("cache-control", "no-store");
  return c;
}

/** `clockMs`: how long the show has been open, by which captions have their times. */
async function showOfToken(services: Services, token: string) {
  const { showId, accountId } = await openStreamToken(services, token);
  const row = await findShowRow(services, accountId, showId);
  return { show: await showOfRow(services, row), row, clockMs: Date.now() - row.createdAt.getTime() };
}

/** The reader's language, or one the show has. */
function captionLanguage(c: Context<AppEnv>, { languages }: Show): Language {
  const wanted = chosenLanguage(c);
  return languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
}

/** `?lang=`, else what was chosen here last, else the reader's own language. */
function chosenLanguage(c: Context<AppEnv>): Language {
  const [asked, last] = [c.req.query("lang"), getCookie(c, LANGUAGE_COOKIE)].map((name) => languageSchema.safeParse(name).data);
  return asked ?? last ?? c.get("language");
}

function rememberLanguage(services: Services, c: Context<AppEnv>): void {
  const asked = languageSchema.safeParse(c.req.query("lang")).data;
  if (asked === undefined) return;
  const secure = isSecure(services, c);
  setCookie(c, LANGUAGE_COOKIE, asked, { path: "/watch", httpOnly: true, sameSite: "Lax", secure, maxAge: YEAR_SECONDS });
}

const OVERLAY_LANGUAGES_MAX = 2;

/** `?lang=ja`, or `?lang=vi,ja` for two over each other; without it as on the phones. */
function overlayLanguages(c: Context<AppEnv>, show: Show): Language[] {
  const asked = (c.req.query("lang") ?? "").split(",").flatMap((name) => languageSchema.safeParse(name).data ?? []);
  const shown = [...new Set(asked)].filter((language) => show.languages.includes(language)).slice(0, OVERLAY_LANGUAGES_MAX);
  return shown.length > 0 ? shown : [captionLanguage(c, show)];
}
