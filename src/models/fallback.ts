import { setTimeout as sleep } from "node:timers/promises";
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, BrokenCircuitError, type CircuitBreakerPolicy } from "cockatiel";
import {
  addUsage,
  MODEL_FAILURES,
  ModelError,
  NO_TOKENS,
  type LanguageModel,
  type ModelAnswer,
  type ModelCall,
  type ModelFailure,
  type ModelTarget,
  type ModelVendor,
  type TokenUsage,
} from "./language-model.ts";

const ATTEMPTS_PER_TARGET_MAX = 2;
/** A broken answer may be asked for anew once in a call, whichever target broke it. */
const INVALID_OUTPUTS_MAX = 2;
const BACKOFF_MS = 200;
/** No model answers in less: with less time left there is nothing to wait for. */
const ANSWER_MS_MIN = 50;
/** While a next target waits, this share of the time left may pass in silence. */
const SILENCE_SHARE = 1 / 3;
const BREAKER_FAILURES = 5;
const BREAKER_OPEN_MS = 10_000;

/** One attempt at one target, for metrics and logs. `failure` is undefined where it answered. */
export type ModelAttempt = {
  task: string;
  vendor: ModelVendor;
  model: string;
  failure: ModelFailure | undefined;
  usage: TokenUsage;
  durationMs: number;
};

type Options = { onAttempt?: ((attempt: ModelAttempt) => void) | undefined; breakerOpenMs?: number | undefined };
type Guarded = { target: ModelTarget; breaker: CircuitBreakerPolicy };

/**
 * Asks the targets in their order within one deadline: a target is asked twice where that may help, after the wait the
 * vendor asks for if there is time for it, else the next one at once. A target that keeps failing is left alone for
 * `breakerOpenMs`, then tried by a single call. The usage of all attempts is summed, in the error too.
 */
export function createModel(targets: readonly ModelTarget[], { onAttempt, breakerOpenMs = BREAKER_OPEN_MS }: Options = {}): LanguageModel {
  const guarded = targets.map((target) => ({ target, breaker: createBreaker(breakerOpenMs) }));
  return { ask: (call) => askInOrder(guarded, call, onAttempt) };
}

function createBreaker(halfOpenAfter: number): CircuitBreakerPolicy {
  const isDown = (error: unknown) => error instanceof ModelError && MODEL_FAILURES[error.failure].targetDown;
  return circuitBreaker(handleWhen(isDown), { halfOpenAfter, breaker: new ConsecutiveBreaker(BREAKER_FAILURES) });
}

async function askInOrder<T>(guarded: readonly Guarded[], call: ModelCall<T>, onAttempt: Options["onAttempt"]): Promise<ModelAnswer<T>> {
  const endsAt = performance.now() + call.deadlineMs;
  const leftMs = () => endsAt - performance.now();
  let spent = NO_TOKENS;
  let last = new ModelError("unreachable");
  let invalidOutputs = 0;

  for (const [position, { target, breaker }] of guarded.entries()) {
    const hasNext = position < guarded.length - 1;
    for (let attempt = 1; attempt <= ATTEMPTS_PER_TARGET_MAX; attempt++) {
      if (position + attempt > 1 && leftMs() < ANSWER_MS_MIN) break;
      const silenceMs = hasNext ? leftMs() * SILENCE_SHARE : undefined;
      const result = await tryOnce(target, breaker, { ...call, deadlineMs: leftMs(), silenceMs }, onAttempt);
      spent = addUsage(spent, result.usage);
      if (!(result instanceof ModelError)) return { ...result, usage: spent };
      last = result;
      if (result.failure === "invalid_output") invalidOutputs++;
      if (MODEL_FAILURES[result.failure].final || invalidOutputs === INVALID_OUTPUTS_MAX) throw failed(last, spent);

      const waitMs = result.retryAfterMs ?? jittered(BACKOFF_MS * 2 ** (attempt - 1));
      if (!result.retryable || attempt === ATTEMPTS_PER_TARGET_MAX || waitMs + ANSWER_MS_MIN > leftMs()) break;
      await sleep(waitMs, undefined, { signal: call.signal }).catch((cause: unknown) => {
        throw failed(new ModelError("cancelled", NO_TOKENS, { cause }), spent);
      });
    }
  }
  throw failed(last, spent);
}

async function tryOnce<T>(
  target: ModelTarget,
  breaker: CircuitBreakerPolicy,
  call: ModelCall<T>,
  onAttempt: Options["onAttempt"],
): Promise<ModelAnswer<T> | ModelError> {
  const startedAt = performance.now();
  const result = await askThroughBreaker(target, breaker, call).catch(asModelError);
  onAttempt?.({
    task: call.task,
    vendor: target.vendor,
    model: target.model,
    failure: result instanceof ModelError ? result.failure : undefined,
    usage: result.usage,
    durationMs: performance.now() - startedAt,
  });
  return result;
}

async function askThroughBreaker<T>(target: ModelTarget, breaker: CircuitBreakerPolicy, call: ModelCall<T>): Promise<ModelAnswer<T>> {
  // Half open, cockatiel would let the others wait for the probe, past their deadlines.
  if (breaker.state === CircuitState.HalfOpen) throw new ModelError("breaker_open");
  return breaker.execute(() => target.ask(call));
}

function asModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof BrokenCircuitError) return new ModelError("breaker_open", NO_TOKENS, { cause: error });
  throw error;
}

/** Between half and all of it, so that callers refused together do not come back together. */
function jittered(backoffMs: number): number {
  return backoffMs * (0.5 + Math.random() / 2);
}

function failed(last: ModelError, spent: TokenUsage): ModelError {
  return new ModelError(last.failure, spent, { cause: last, retryAfterMs: last.retryAfterMs });
}
