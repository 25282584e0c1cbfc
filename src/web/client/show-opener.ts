import { call } from "./call.ts";
import { randomId } from "./random-id.ts";

/** Opens a show. Asked for again, as after an answer that a bad line lost or by a second tap, it is the same one. */
export function createShowOpener(): (body: { title: string; storyIds?: string[]; after?: unknown }) => Promise<string | undefined> {
  let last = { asked: "", idempotencyKey: "" };
  return async (body) => {
    const asked = JSON.stringify(body);
    if (asked !== last.asked) last = { asked, idempotencyKey: randomId() };
    const show = await call<{ id: string }>("/v1/shows", { method: "POST", body, idempotencyKey: last.idempotencyKey });
    // Who comes back to this page wants another one.
    last = { asked: "", idempotencyKey: "" };
    return show?.id;
  };
}
