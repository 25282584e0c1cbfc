import { createMiddleware } from "hono/factory";
import { AppError } from "#errors.ts";
import type { AppEnv } from "#web/app-env.ts";
import { InvalidFields } from "#web/invalid-fields.ts";

const DEPTH_MAX = 16;

/**
 * Refuses a JSON body with text that the records cannot keep as it was sent (a NUL, half a surrogate pair: offsets
 * into it would be wrong) or nested deeper than anything of ours.
 */
export const checkText = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.header("content-type")?.includes("json")) {
    const text = await c.req.text();
    if (text !== "") checkAll(parse(text));
  }
  await next();
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_json", {}, { cause });
  }
}

function checkAll(body: unknown): void {
  const waiting: { value: unknown; path: string[] }[] = [{ value: body, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length > DEPTH_MAX) throw new InvalidFields([{ path: path.join("."), rule: "invalid" }]);
    if (typeof value === "string" && !isKeepable(value)) throw new InvalidFields([{ path: path.join("."), rule: "characters" }]);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isKeepable(key)) throw new InvalidFields([{ path: path.join("."), rule: "characters" }]);
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
}

/** Whether the records keep this text exactly. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
