import { Hono, type Context } from "hono";
import type { Caller } from "#access/caller.ts";
import { answerBuyer } from "#buyers/answer-buyer.ts";
import { buyerReplySchema } from "#buyers/buyer-question.ts";
import { removeBuyerQuestion } from "#buyers/remove-buyer-question.ts";
import { AppError } from "#errors.ts";
import { addPhoto } from "#photos/add-photo.ts";
import { removePhoto } from "#photos/remove-photo.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { isKeepable } from "#web/middleware/check-text.ts";
import { callerBySession } from "#web/middleware/authenticate.ts";
import { limitCaller, type RateLimits } from "#web/middleware/limit-rate.ts";
import { checkReplyPage } from "#web/pages/check-reply-page.ts";
import { openPage } from "#web/pages/page.ts";
import { refusedPage } from "#web/pages/refused-page.ts";
import { signInPage } from "#web/pages/sign-in-page.ts";

/** The studio's forms about buyers: they work without scripts, and answer with the page they stand on. */
export function buyerFormRoutes(services: Services, limits: RateLimits | undefined): Hono<AppEnv> {
  const forms = new Hono<AppEnv>();

  forms.post("/stories/:id/buyer-questions/:questionId/reply", (c) =>
    taken(services, limits, c, "buyers", async ({ accountId }) => {
      const { id: storyId, questionId } = c.req.param();
      const { text, confirmed } = await c.req.parseBody();
      const reply = buyerReplySchema.safeParse({ text: plain(text), confirmed: confirmed === "yes" }).data;
      if (reply === undefined || !isKeepable(reply.text)) throw new AppError("invalid_fields");
      const outcome = await answerBuyer(services, accountId, { storyId, questionId }, reply);
      return outcome.sent ? undefined : c.html(checkReplyPage(openPage(services, c), storyId, outcome, reply.text), 422);
    }),
  );

  forms.post("/stories/:id/buyer-questions/:questionId/delete", (c) =>
    taken(services, limits, c, "buyers", async ({ accountId }) => {
      await removeBuyerQuestion(services, accountId, c.req.param("id"), c.req.param("questionId"));
    }),
  );

  forms.post("/stories/:id/photos", (c) =>
    taken(services, limits, c, "photos", async ({ accountId }) => {
      const { photo } = await c.req.parseBody();
      if (!(photo instanceof File)) throw new AppError("photo_unreadable");
      await addPhoto(services, accountId, c.req.param("id"), new Uint8Array(await photo.arrayBuffer()));
    }),
  );

  forms.post("/stories/:id/photos/:photoId/delete", (c) =>
    taken(services, limits, c, "photos", async ({ accountId }) => {
      await removePhoto(services, accountId, c.req.param("id"), c.req.param("photoId"));
    }),
  );

  return forms;
}

/** A browser ends the lines of a form its own way, which would count twice. */
function plain(text: unknown): unknown {
  return typeof text === "string" ? text.replaceAll("\r\n", "\n") : text;
}

/** For the signed-in, from our own page: back to where the form stands, or why it was not taken. */
async function taken(
  services: Services,
  limits: RateLimits | undefined,
  c: Context<AppEnv>,
  part: string,
  take: (caller: Caller) => Promise<Response | undefined | void>,
): Promise<Response> {
  c.header("cache-control", "no-store");
  const page = openPage(services, c);
  const caller = await callerBySession(services, c);
  if (caller === undefined) return c.html(signInPage(page), 401);
  const back = `${page.href(`/?story=${encodeURIComponent(c.req.param("id") ?? "")}`)}#${part}`;
  try {
    if (limits !== undefined) await limitCaller(limits, caller);
    return (await take(caller)) ?? c.redirect(back, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 404 || error.status >= 500) throw error;
    const say = services.words.in(page.language, "errors");
    return c.html(
      refusedPage(page, { title: say(`${error.code}.title`), detail: say(`${error.code}.detail`, error.facts), back }),
      error.status,
    );
  }
}
