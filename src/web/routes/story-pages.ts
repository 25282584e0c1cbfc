import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Caller } from "#access/caller.ts";
import { languageSchema } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { coachGrower } from "#stories/coach-grower.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import { planShowOfStories } from "#stories/plan-show-of-stories.ts";
import type { AppEnv } from "#web/app-env.ts";
import { callerBySession } from "#web/middleware/authenticate.ts";
import { coachPage } from "#web/pages/coach-page.ts";
import { openPage } from "#web/pages/page.ts";
import { PLAN_MINUTES, planPage } from "#web/pages/plan-page.ts";
import { prompterPage } from "#web/pages/prompter-page.ts";
import { signInPage } from "#web/pages/sign-in-page.ts";

/** Whose page this is: a phone keeps it for that person alone, to be read without a line. */
export const READER = "x-farmcast-reader";
/** As many as the API takes; as many of the newest stories are offered. */
const OTHERS_MAX = 9;
const CHOICES_MAX = 30;
const minutesSchema = z.coerce.number().min(PLAN_MINUTES.min).max(PLAN_MINUTES.max).catch(PLAN_MINUTES.usual);

/** What a story is used by: the prompter, the coach, and the plan of a show. */
export function storyPageRoutes(services: Services): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();

  // `lang` is what is read out; the page itself is in `ui`, else in the reader's own language.
  pages.get("/stories/:id/prompt", (c) =>
    personal(services, c, async ({ accountId }) => {
      const own = languageSchema.safeParse(c.req.query("ui")).data ?? c.get("language");
      const spoken = languageSchema.safeParse(c.req.query("lang")).data ?? "vi";
      return prompterPage(openPage(services, c, own), await findStory(services, accountId, c.req.param("id")), spoken);
    }),
  );

  pages.get("/stories/:id/coach", (c) =>
    personal(services, c, async ({ accountId }) => {
      const page = openPage(services, c);
      const { story, coach } = await coachGrower(services, { accountId, storyId: c.req.param("id"), language: page.language });
      return coachPage(page, story, coach);
    }),
  );

  pages.get("/stories/:id/plan", (c) =>
    personal(services, c, async ({ accountId }) => {
      const id = c.req.param("id");
      const minutes = minutesSchema.parse(c.req.query("minutes") ?? PLAN_MINUTES.usual);
      const others = [...new Set(c.req.queries("with") ?? [])].filter((other) => other !== id).slice(0, OTHERS_MAX);
      const [stories, plan, { items }] = await Promise.all([
        Promise.all([id, ...others].map((each) => findStory(services, accountId, each))),
        planShowOfStories(services, accountId, id, { minutes, others }),
        listStories(services, accountId, { limit: CHOICES_MAX }),
      ]);
      const choices = items.filter((item) => item.id !== id && (item.status === "ready" || others.includes(item.id)));
      return planPage(openPage(services, c), { id, stories, plan, choices });
    }),
  );

  return pages;
}

/** For the signed-in alone, and kept by no cache but the reader's own phone. */
async function personal(
  services: Services,
  c: Context<AppEnv>,
  show: (caller: Caller) => Promise<ReturnType<typeof signInPage>>,
): Promise<Response> {
  c.header("cache-control", "no-store");
  const caller = await callerBySession(services, c);
  if (caller === undefined) return c.html(signInPage(openPage(services, c)), 401);
  const page = await show(caller);
  c.header(READER, caller.accountId);
  return c.html(page);
}
