import type { HttpBindings } from "@hono/node-server";
import type { Caller } from "#access/caller.ts";
import type { Language } from "#i18n/language.ts";

/** What every handler finds in its context. */
export type AppEnv = {
  /** Node's own request and response; absent under `app.request`. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The caller's, by `Accept-Language`: of problems, and of pages that have no other. */
    language: Language;
    /** For the `nonce` of a page's own script and style elements. */
    nonce: string;
    /** Set behind `authenticate`. */
    caller: Caller;
    /** With an `Idempotency-Key`: the random part of the id of what this request creates. */
    seed: string | undefined;
  };
};
