import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "#web/app-env.ts";
import { apiPage } from "./api-page.ts";
import { operationsOf } from "./operations.ts";

const SECURITY: Record<string, string[]>[] = [{ key: [] }, { session: [] }];
const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Farmcast",
    version: "1",
    description:
      "A grower's rough notes in; told stories, live captions and listings out, in Vietnamese, English and Japanese. " +
      "Offsets are UTF-16 code units into the string exactly as it was sent.",
  },
  security: SECURITY,
};

/** `/openapi.json` describes every route of `app`, `/docs` shows it; neither needs a network. */
export function documentRoutes(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer", description: "`fc_…`" });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "farmcast_session" });
  let document: ReturnType<typeof app.getOpenAPI31Document> | undefined;
  const read = () => (document ??= app.getOpenAPI31Document(DOCUMENT));
  app.get("/openapi.json", (c) => c.json(read()));
  app.get("/docs", (c) => c.html(apiPage(read().info.title, operationsOf(read()), c.get("nonce"))));
}
