import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { AppError, ERROR_STATUS, type ErrorCode } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";
import { InvalidFields } from "./invalid-fields.ts";

/** RFC 9457, with our code, the request's id and, for `invalid_fields`, what is wrong with which field. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
type Problem = z.infer<typeof problemSchema>;

/** What the stores throw when they are not there, wherever in the chain of causes. */
const STORE_GONE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|57P0[123]|53300|08\d{3})$/;
const STORE_GONE_WORDS = /Connection terminated|timeout exceeded when trying to connect|calling end on the pool/;

/** Answers any failure as a problem in the caller's language. An unknown one is logged and says nothing of the inside. */
export function errorResponse(services: Pick<Services, "logger" | "words">, error: unknown, c: Context<AppEnv>): Response {
  const failure = failureOf(error);
  if (failure.status >= 500)
    services.logger.error({ requestId: c.get("requestId"), code: failure.code, err: causeOf(failure, error) }, "request failed");
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "content-language": c.get("language"),
    vary: "Accept-Language",
    "cache-control": "no-store",
  };
  if (failure.status === 401) headers["www-authenticate"] = "Bearer";
  const wait = retryAfterSeconds(failure);
  if (wait !== undefined) headers["retry-after"] = String(wait);
  return c.body(JSON.stringify(problemOf(services, failure, c)), failure.status, headers);
}

function problemOf({ words }: Pick<Services, "words">, failure: AppError, c: Context<AppEnv>): Problem {
  const say = words.in(c.get("language"), "errors");
  const problem: Problem = {
    type: `urn:farmcast:problem:${failure.code}`,
    title: say(`${failure.code}.title`),
    status: failure.status,
    detail: say(`${failure.code}.detail`, failure.facts),
    code: failure.code,
    requestId: c.get("requestId"),
  };
  if (failure instanceof InvalidFields) {
    problem.errors = failure.fields.map(({ path, rule, limit }) => ({ path, message: say(`fields.${rule}`, { limit }) }));
  }
  return problem;
}

function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) return new AppError(codeOfStatus(error.status), {}, { cause: error });
  return new AppError(isStoreGone(error) ? "store_unavailable" : "internal", {}, { cause: error });
}

/** The framework's own refusals: a body that is no JSON, a media type it does not take. */
function codeOfStatus(status: number): ErrorCode {
  if (status === ERROR_STATUS.unsupported_media_type) return "unsupported_media_type";
  if (status === ERROR_STATUS.bad_json) return "bad_json";
  return status < 500 ? "bad_request" : "internal";
}

function isStoreGone(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && STORE_GONE.test(cause.code)) return true;
    if (STORE_GONE_WORDS.test(cause.message)) return true;
  }
  return false;
}

function retryAfterSeconds(failure: AppError): number | undefined {
  const { retryAfterSeconds: wait } = failure.facts;
  if (typeof wait === "number") return wait;
  return failure.status === 503 || failure.code === "idempotency_running" || failure.status === 429 ? 1 : undefined;
}

/**
 * What to log of a failure. The database names a failed statement with its values, which are the grower's words:
 * of those only the deepest cause is written, and of that no detail.
 */
function causeOf(failure: AppError, error: unknown): { type: string; message: string; stack: string | undefined } {
  let cause = failure.cause ?? error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof Error
    ? { type: cause.name, message: cause.message, stack: cause.stack }
    : { type: typeof cause, message: "", stack: undefined };
}
