import type { z } from "zod";

/** One structured question to a model. `system` is the fixed part (cached by the vendor), `user` the part of this call. */
export type ModelCall<T> = {
  /** The prompt's folder, for metrics and traces: `write-pitch`. */
  task: string;
  system: string;
  user: string;
  /** The answer's shape; what comes back is parsed with it again on our side. */
  schema: z.ZodType<T>;
  maxOutputTokens: number;
  /** Time for the whole call, retries and fallbacks included, in milliseconds. */
  deadlineMs: number;
  /** Longest time an attempt may pass without a word from the vendor, in milliseconds; set by the fallback, so that a next target still has time. */
  silenceMs?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Called with the answer so far as it comes in; shorter than before where an attempt begins anew. Not yet parsed, never to be believed. */
  onText?: ((text: string) => void) | undefined;
  /** Whose daily token budget pays. */
  accountId: string;
  /** The show whose budget pays too. */
  showId?: string | undefined;
};

/** Input counts what was read from or written to the vendor's prompt cache too. */
export type TokenUsage = { inputTokens: number; outputTokens: number };
export const NO_TOKENS: TokenUsage = { inputTokens: 0, outputTokens: 0 };

export type ModelAnswer<T> = { value: T; usage: TokenUsage; vendor: ModelVendor; model: string };

export type ModelVendor = "anthropic" | "openai";

/** The port. Fails with `ModelError` only. */
export interface LanguageModel {
  ask<T>(call: ModelCall<T>): Promise<ModelAnswer<T>>;
}

/** One model of one vendor, asked once per call. */
export interface ModelTarget extends LanguageModel {
  readonly vendor: ModelVendor;
  readonly model: string;
}

/**
 * Why a call failed; what to do about it is decided here, where the error is born.
 * retryable: the same target may answer the second time. final: no other target is asked. targetDown: its breaker counts it.
 */
export const MODEL_FAILURES = {
  rate_limited: { retryable: true, final: false, targetDown: true },
  overloaded: { retryable: true, final: false, targetDown: true },
  unreachable: { retryable: true, final: false, targetDown: true },
  timed_out: { retryable: false, final: false, targetDown: true },
  cancelled: { retryable: false, final: true, targetDown: false },
  refused: { retryable: false, final: true, targetDown: false },
  truncated: { retryable: false, final: false, targetDown: false },
  invalid_output: { retryable: true, final: false, targetDown: false },
  bad_request: { retryable: false, final: false, targetDown: false },
  unauthorized: { retryable: false, final: false, targetDown: true },
  budget_spent: { retryable: false, final: true, targetDown: false },
  show_budget_spent: { retryable: false, final: true, targetDown: false },
  breaker_open: { retryable: false, final: false, targetDown: false },
} as const;
export type ModelFailure = keyof typeof MODEL_FAILURES;

/** A failed model call, with the tokens it cost all the same. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly failure: ModelFailure;
  readonly usage: TokenUsage;
  /** What the vendor asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: ModelFailure, usage: TokenUsage = NO_TOKENS, options: ErrorOptions & { retryAfterMs?: number | undefined } = {}) {
    super(failure, options);
    this.failure = failure;
    this.usage = usage;
    this.retryAfterMs = options.retryAfterMs;
  }

  get retryable(): boolean {
    return MODEL_FAILURES[this.failure].retryable;
  }
}

export function addUsage(one: TokenUsage, other: TokenUsage): TokenUsage {
  return { inputTokens: one.inputTokens + other.inputTokens, outputTokens: one.outputTokens + other.outputTokens };
}
