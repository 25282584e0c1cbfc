import { ModelError, type ModelFailure } from "./language-model.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The names vendors give their errors, in an HTTP body or inside a stream. */
const FAILURE_OF_NAME: Readonly<Record<string, ModelFailure>> = {
  rate_limit_error: "rate_limited",
  rate_limit_exceeded: "rate_limited",
  overloaded_error: "overloaded",
  api_error: "overloaded",
  timeout_error: "overloaded",
  server_error: "overloaded",
  invalid_request_error: "bad_request",
  not_found_error: "bad_request",
  request_too_large: "bad_request",
  authentication_error: "unauthorized",
  permission_error: "unauthorized",
  billing_error: "unauthorized",
  // Told with 429, but no wait helps an empty purse.
  insufficient_quota: "unauthorized",
};

type Failed = {
  failure: ModelFailure;
  retryAfterMs: number | undefined;
  /** Answered with an HTTP error: no tokens were spent. */ unbilled: boolean;
};

/** What an error of either SDK means; both carry the same `status`, `headers` and names. */
export function failureOfThrown(error: unknown): Failed {
  if (error instanceof ModelError) return { failure: error.failure, retryAfterMs: error.retryAfterMs, unbilled: false };
  const { status, headers, type, code } = readVendorError(error);
  const named = FAILURE_OF_NAME[code ?? ""] ?? FAILURE_OF_NAME[type ?? ""];
  if (status === undefined) return { failure: named ?? "unreachable", retryAfterMs: undefined, unbilled: false };
  const failure = named === "unauthorized" ? named : failureOfStatus(status);
  return { failure, retryAfterMs: readRetryAfter(headers), unbilled: true };
}

function failureOfStatus(status: number): ModelFailure {
  if (status === 401 || status === 402 || status === 403) return "unauthorized";
  if (status === 429) return "rate_limited";
  // 408 and 409 (a lock) pass by themselves, like the 5xx.
  if (status >= 500 || status === 408 || status === 409) return "overloaded";
  return "bad_request";
}

type VendorError = { status?: number; headers?: Headers; type?: string; code?: string };

function readVendorError(error: unknown): VendorError {
  if (typeof error !== "object" || error === null) return {};
  return {
    ...("status" in error && typeof error.status === "number" && { status: error.status }),
    ...("headers" in error && error.headers instanceof Headers && { headers: error.headers }),
    ...("type" in error && typeof error.type === "string" && { type: error.type }),
    ...("code" in error && typeof error.code === "string" && { code: error.code }),
  };
}
