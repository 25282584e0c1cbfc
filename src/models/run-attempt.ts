import { countedTokens, estimateTokens } from "./estimate-tokens.ts";
import {
  ModelError,
  NO_TOKENS,
  type ModelAnswer,
  type ModelCall,
  type ModelFailure,
  type ModelVendor,
  type TokenUsage,
} from "./language-model.ts";
import { failureOfThrown } from "./vendor-failure.ts";

/** One attempt under way: the vendor's file fills it in from the stream. */
export type Attempt = {
  readonly signal: AbortSignal;
  /** To be called for every event: it restarts the count of silence. */
  heard(): void;
  text: string;
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  /** The vendor accepted the request and began to answer. */
  opened: boolean;
  /** The vendor said that the answer is whole. */
  completed: boolean;
};

type AttemptOf<T> = { vendor: ModelVendor; model: string; call: ModelCall<T>; stream: (attempt: Attempt) => Promise<void> };

/**
 * Asks one vendor once. Whichever comes first ends it: the whole answer, an error, the deadline, a silent vendor or the
 * caller's signal, so that no vendor library can hold the call past its time. Fails with `ModelError`, tokens counted.
 */
export async function runAttempt<T>({ vendor, model, call, stream }: AttemptOf<T>): Promise<ModelAnswer<T>> {
  const watch = startWatch(call);
  const attempt: Attempt = {
    signal: watch.signal,
    heard() {
      watch.heard();
      call.onText?.(attempt.text);
    },
    text: "",
    inputTokens: undefined,
    outputTokens: undefined,
    opened: false,
    completed: false,
  };
  try {
    await Promise.race([stream(attempt), watch.stopped]);
    if (!attempt.completed) throw new ModelError("unreachable");
    return { value: parseAnswer(call, attempt.text), usage: usageOf(call, attempt), vendor, model };
  } catch (error) {
    const { failure, retryAfterMs, unbilled } = failureOfThrown(error);
    const free = unbilled || (failure === "unreachable" && !attempt.opened);
    throw new ModelError(failure, free ? NO_TOKENS : usageOf(call, attempt), { cause: error, retryAfterMs });
  } finally {
    watch.end();
  }
}

function startWatch(call: ModelCall<unknown>) {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  // When the attempt ends first nobody awaits it any more.
  stopped.catch(() => {});
  const controller = new AbortController();
  const stop = (failure: ModelFailure) => {
    reject(new ModelError(failure));
    controller.abort();
  };
  const cancel = () => stop("cancelled");
  const deadline = setTimeout(stop, Math.max(0, call.deadlineMs), "timed_out");
  const silence = call.silenceMs === undefined ? undefined : setTimeout(stop, call.silenceMs, "timed_out");
  call.signal?.addEventListener("abort", cancel, { once: true });
  if (call.signal?.aborted) cancel();
  return {
    signal: controller.signal,
    stopped,
    heard: () => void silence?.refresh(),
    end() {
      clearTimeout(deadline);
      clearTimeout(silence);
      call.signal?.removeEventListener("abort", cancel);
    },
  };
}

/** The vendor was told the schema; it is parsed again here because their strict modes drop lengths and patterns. */
function parseAnswer<T>(call: ModelCall<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ModelError("invalid_output", NO_TOKENS, { cause });
  }
  const result = call.schema.safeParse(value);
  if (!result.success) throw new ModelError("invalid_output", NO_TOKENS, { cause: result.error });
  return result.data;
}

/** As the vendor counted, else our own estimate: a cut stream is billed too. */
function usageOf(call: ModelCall<unknown>, attempt: Attempt): TokenUsage {
  return {
    inputTokens: countedTokens(attempt.inputTokens) ?? estimateTokens(call.system) + estimateTokens(call.user),
    outputTokens: countedTokens(attempt.outputTokens) ?? estimateTokens(attempt.text),
  };
}
