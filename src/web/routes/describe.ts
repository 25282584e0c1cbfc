import { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError, ERROR_STATUS } from "#errors.ts";
import { languageSchema } from "#i18n/language.ts";
import type { AppEnv } from "#web/app-env.ts";
import { problemSchema } from "#web/error-response.ts";
import { fieldErrorsOf, InvalidFields } from "#web/invalid-fields.ts";
import { isKeepable } from "#web/middleware/check-text.ts";

/** A set of described routes; what they refuse is a problem with its fields named, and an id that cannot be is not found. */
export function describedRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      if (result.target === "param") throw new AppError("not_found");
      throw new InvalidFields(fieldErrorsOf(result.error.issues, "data" in result ? result.data : undefined));
    },
  });
}

/** One answer with a JSON body. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** What became of a sentence. */
export const heardSchema = z.object({ segmentId: z.string(), cueId: z.string().nullable(), dropped: z.literal("noise").optional() });

/** A required JSON body. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: problemSchema } } });

/** What any route may answer, also to strangers. */
export const PUBLIC_PROBLEMS = {
  [ERROR_STATUS.bad_request]: problem("The request cannot be read"),
  [ERROR_STATUS.not_found]: problem("No such thing, or not the caller's"),
  [ERROR_STATUS.body_too_large]: problem("Body over 256 KiB; over 2 MiB for sound, over 10 MiB for a photo"),
  [ERROR_STATUS.unsupported_media_type]: problem("The body is not of a type that is taken here"),
  [ERROR_STATUS.invalid_fields]: problem("Fields are wrong; each is named"),
  [ERROR_STATUS.rate_limited]: problem("Too many requests; see Retry-After"),
  [ERROR_STATUS.internal]: problem("Our fault"),
  [ERROR_STATUS.queue_unavailable]: problem("A store is away; see Retry-After"),
} as const;

/** What a route without a key answers of a show that has ended. */
export const SHOW_OVER = { [ERROR_STATUS.show_ended]: problem("The show is over") } as const;

/** What any route behind a key may answer besides. */
export const PROBLEMS = {
  ...PUBLIC_PROBLEMS,
  [ERROR_STATUS.unauthorized]: problem("No valid key"),
  [ERROR_STATUS.forbidden]: problem("The key lacks the scope"),
  [ERROR_STATUS.idempotency_running]: problem(
    "The first request with this Idempotency-Key still runs, or the thing's state does not allow it",
  ),
} as const;

/** An id in a path: any text the records can hold. */
const pathText = z.string().min(1).max(300).refine(isKeepable);
export const storyPath = z.object({ id: pathText.meta({ description: "Story id" }) });
export const photoParams = storyPath.extend({ photoId: pathText });
export const askedPath = storyPath.extend({ questionId: pathText });
export const showPath = z.object({ id: pathText.meta({ description: "Show id" }) });
export const cuePath = showPath.extend({ cue: pathText });
export const commentPath = showPath.extend({ commentId: pathText });
export const relayPath = showPath.extend({ relayId: pathText });
export const blockPath = storyPath.extend({ language: languageSchema, blockId: pathText });
export const versionPath = storyPath.extend({ version: z.coerce.number().int().min(1).max(1_000_000_000) });
export const keyPath = z.object({ id: pathText.meta({ description: "Key id" }) });

export const languageQuery = z.object({ lang: languageSchema.default("vi") });

/** A page of a list, newest first. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(500).optional(),
});

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

export const creatingHeaders = z.object({
  "idempotency-key": z.string().optional().meta({ description: "The same key and body give the first answer again, for 24 h" }),
});

export const resumeHeaders = z.object({ "last-event-id": z.string().optional().meta({ description: "Replays what came after it" }) });

export const eventStream = (description: string) => ({ description, content: { "text/event-stream": { schema: z.string() } } });
