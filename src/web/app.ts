import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";
import { errorResponse } from "./error-response.ts";
import { failedPage } from "./failed-page.ts";
import { answerOnce } from "./middleware/answer-once.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { callerLanguage } from "./middleware/caller-language.ts";
import { checkText } from "./middleware/check-text.ts";
import { compress } from "./middleware/compress.ts";
import { limitBody } from "./middleware/limit-body.ts";
import { createRateLimits, limitRate, type RateLimits } from "./middleware/limit-rate.ts";
import { observeRequests } from "./middleware/observe-requests.ts";
import { requireScope } from "./middleware/require-scope.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { askRoutes } from "./routes/ask.ts";
import { audioRoutes } from "./routes/audio.ts";
import { buyerQuestionRoutes } from "./routes/buyer-questions.ts";
import { buyerRoutes } from "./routes/buyers.ts";
import { checkRoutes } from "./routes/checks.ts";
import { commentRoutes } from "./routes/comments.ts";
import { correctionRoutes } from "./routes/corrections.ts";
import { describedRoutes } from "./routes/describe.ts";
import { documentRoutes } from "./routes/documents.ts";
import { exportRoutes } from "./routes/exports.ts";
import { glossaryRoutes } from "./routes/glossary.ts";
import { healthRoutes } from "./routes/health.ts";
import { hlsRoutes } from "./routes/hls.ts";
import { keyRoutes } from "./routes/keys.ts";
import { listingRoutes } from "./routes/listings.ts";
import { liveRoutes, type CaptionStreams } from "./routes/live.ts";
import { pageRoutes } from "./routes/pages.ts";
import { photoRoutes } from "./routes/photos.ts";
import { relayRoutes } from "./routes/relays.ts";
import { showRoutes } from "./routes/shows.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { sitemapRoutes } from "./routes/sitemap.ts";
import { storyRoutes } from "./routes/stories.ts";
import { storyCoachRoutes } from "./routes/story-coach.ts";
import { versionRoutes } from "./routes/versions.ts";

type AppOptions = {
  /** Counters of requests; without them this process counts for itself. */
  limits?: RateLimits | undefined;
  /** Ends the event streams. */
  stopping?: AbortSignal;
};

/** The whole of HTTP: what is open to all stands before the lock, everything else under `/v1` behind it. */
export function createApp(services: Services, hub: CaptionStreams, options: AppOptions = {}): OpenAPIHono<AppEnv> {
  const { limits = createRateLimits({ ...services.config, redisUrl: undefined }), stopping = new AbortController().signal } = options;
  const app = describedRoutes();
  app.onError((error, c) => errorResponse(services, error, c));
  app.notFound((c) => (isBrowser(c) ? failedPage : errorResponse)(services, new AppError("not_found"), c));
  app.use(requestId({ limitLength: 100 }), callerLanguage, observeRequests(services), compress, securityHeaders, limitBody);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("allow", methods.join(", "));
        return errorResponse(services, new AppError("method_not_allowed"), c);
      },
    }),
  );

  app.route("/", healthRoutes(services));
  app.route("/", signInRoutes(services, limits));
  app.route("/", liveRoutes(services, hub));
  app.route("/", hlsRoutes(services));
  app.route("/", buyerRoutes(services, limits));
  app.route("/", listingRoutes(services));
  app.route("/", sitemapRoutes(services));
  app.route("/", askRoutes(services, limits));

  // What was just said waits for nothing in the background, from the look at its key on.
  app.post("/v1/shows", (_, next) => services.database.first(next));
  app.use("/v1/shows/:id/segments", (_, next) => services.database.first(next));
  app.use("/v1/*", authenticate(services));
  if (limits !== undefined) app.use("/v1/*", limitRate(limits));
  app.use("/v1/*", requireScope, checkText);
  // Keys are not made here: what this keeps for a second answer must hold no secret.
  for (const path of ["/v1/stories/*", "/v1/shows/*"]) app.use(path, answerOnce(services));
  app.route("/", storyRoutes(services, stopping));
  app.route("/", storyCoachRoutes(services));
  app.route("/", buyerQuestionRoutes(services, stopping));
  app.route("/", photoRoutes(services));
  app.route("/", versionRoutes(services));
  app.route("/", checkRoutes(services));
  app.route("/", showRoutes(services));
  app.route("/", glossaryRoutes(services));
  app.route("/", correctionRoutes(services));
  app.route("/", audioRoutes(services));
  app.route("/", exportRoutes(services));
  app.route("/", relayRoutes(services));
  app.route("/", commentRoutes(services, stopping));
  app.route("/", keyRoutes(services));

  app.route("/", pageRoutes(services, limits));
  documentRoutes(app);
  return app;
}

/** Somebody mistyped an address, or a link broke on its way: they read a page, while programs read problems. */
function isBrowser(c: Context<AppEnv>): boolean {
  return !c.req.path.startsWith("/v1/") && (c.req.header("accept")?.includes("text/html") ?? false);
}
