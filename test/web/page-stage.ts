import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { createSignInLink } from "#access/create-sign-in-link.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { startWorkers } from "#jobs/worker.ts";
import type { LanguageModel } from "#models/language-model.ts";
import { openShow } from "#shows/open-show.ts";
import { saySegment } from "#shows/say-segment.ts";
import type { Show, ShowRequest } from "#shows/show.ts";
import { findStory } from "#stories/find-story.ts";
import { publishListing } from "#stories/publish-listing.ts";
import { requestStory } from "#stories/request-story.ts";
import type { Story, StoryRequest } from "#stories/story.ts";
import { startWeb } from "#web/start-web.ts";
import { sharedBrowser } from "../support/browser.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

export const PHONE = { width: 360, height: 740 };
const WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 50;

/** A whole service and a browser before it. */
export type PageStage = {
  services: TestServices;
  web: Awaited<ReturnType<typeof startWeb>>;
  browser: Browser;
  /** The owner's browser, signed in, the size of a phone. */
  signedIn(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Anybody else's. */
  stranger(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A story that is told and published. */
  tell(request: StoryRequest): Promise<Story>;
  openShow(request?: Partial<ShowRequest>): Promise<Show>;
  /** What the streamer said, as any device sends it; the caption's id. */
  say(show: Show, text: string, segment?: { id?: string; final?: boolean; startMs?: number }): Promise<string>;
  close(): Promise<void>;
};

type Setting = {
  env?: Record<string, string>;
  model?: LanguageModel;
  /** Whoever brings one closes it; else it is that of all files. */
  browser?: Browser;
};

export async function setPageStage({ env, model, ...brought }: Setting = {}): Promise<PageStage> {
  const services = await createTestServices({ ...(env !== undefined && { env }), ...(model !== undefined && { model }) });
  await ensureOwner(services);
  const workers = await startWorkers(services);
  const web = await startWeb(services);
  const browser = brought.browser ?? (await sharedBrowser());
  let said = 0;
  let session: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

  const stranger = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: PHONE, baseURL: web.url, locale: "vi-VN", ...options });
    context.setDefaultTimeout(WAIT_MS);
    return context;
  };
  return {
    services,
    web,
    browser,
    stranger,
    async signedIn(options = {}) {
      const context = await stranger(options);
      // One session for all of them; how one is opened is shown in the tests of signing in.
      if (session.length > 0) await context.addCookies(session);
      else {
        await context.request.get(`/sign-in?token=${await createSignInLink(services, OWNER_ACCOUNT_ID)}`);
        session = await context.cookies();
      }
      return context;
    },
    async tell(request) {
      const { id } = await requestStory(services, OWNER_ACCOUNT_ID, request);
      const until = performance.now() + WAIT_MS;
      for (;;) {
        const story = await findStory(services, OWNER_ACCOUNT_ID, id);
        if (story.status === "ready") {
          await publishListing(services, OWNER_ACCOUNT_ID, id, true);
          return story;
        }
        if (performance.now() > until) throw new Error(`the story is ${story.status}`);
        await sleep(LOOK_AGAIN_MS);
      }
    },
    openShow: (request = {}) => openShow(web.services, OWNER_ACCOUNT_ID, { title: "Buổi sáng", ...request }),
    async say(show, text, { id = `said-${(said += 1)}`, final = true, ...place } = {}) {
      const { cueId } = await saySegment(services, OWNER_ACCOUNT_ID, show.id, { id, text, final, ...place });
      return cueId ?? "";
    },
    async close() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await web.close(2_000);
      await workers.close(2_000);
      await services.close();
    },
  };
}
