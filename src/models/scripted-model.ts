import { estimateTokens } from "./estimate-tokens.ts";
import { ModelError, type ModelAnswer, type ModelCall, type ModelTarget, type TokenUsage } from "./language-model.ts";

/** What the model says to a call: a value that its schema must hold, or the failure. */
type Script = (call: ModelCall<unknown>) => unknown;

/** A model that answers from a script, for trying what stands above it; it holds answers to their schema as the real ones do. */
export function createScriptedModel(script: Script): ModelTarget & { readonly calls: readonly ModelCall<unknown>[] } {
  const calls: ModelCall<unknown>[] = [];
  return {
    vendor: "openai",
    model: "scripted",
    calls,
    async ask<T>(call: ModelCall<T>): Promise<ModelAnswer<T>> {
      calls.push(call);
      if (call.signal?.aborted) throw new ModelError("cancelled");
      const said = await script(call);
      if (said instanceof ModelError) throw said;
      call.onText?.(JSON.stringify(said) ?? "");
      const usage = usageOf(call, said);
      const result = call.schema.safeParse(said);
      if (!result.success) throw new ModelError("invalid_output", usage, { cause: result.error });
      return { value: result.data, usage, vendor: "openai", model: "scripted" };
    },
  };
}

function usageOf(call: ModelCall<unknown>, said: unknown): TokenUsage {
  return { inputTokens: estimateTokens(call.system + call.user), outputTokens: estimateTokens(JSON.stringify(said) ?? "") };
}
