import OpenAI from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import { formatPerSchema } from "./format-per-schema.ts";
import { ModelError, type ModelTarget } from "./language-model.ts";
import { runAttempt, type Attempt } from "./run-attempt.ts";

/** Servers of one's own (Ollama, vLLM, llama.cpp) ask for no key; the SDK does. */
const NO_KEY = "none";

/**
 * One model behind OpenAI's Responses API, asked once per call. It streams, so that a silent or cut answer is noticed at
 * once, and reads the raw events: the SDK's accumulator clones every one and would parse the answer a second time.
 */
export function createOpenAIModel({
  apiKey,
  baseURL,
  model,
}: {
  apiKey?: string | undefined;
  baseURL?: string | undefined;
  model: string;
}): ModelTarget {
  const client = new OpenAI({ apiKey: apiKey ?? NO_KEY, baseURL, maxRetries: 0, logLevel: "off" });
  const formatOf = formatPerSchema((schema) => {
    const { type, name, strict, schema: jsonSchema } = zodTextFormat(schema, "answer");
    return { type, name, strict: strict ?? true, schema: jsonSchema };
  });
  return {
    vendor: "openai",
    model,
    ask: (call) =>
      runAttempt({
        vendor: "openai",
        model,
        call,
        async stream(attempt) {
          const events = await client.responses.create(
            {
              model,
              instructions: call.system,
              input: call.user,
              max_output_tokens: call.maxOutputTokens,
              text: { format: formatOf(call.schema) },
              prompt_cache_key: `farmcast-${call.task}`,
              // Growers' notes stay out of the vendor's own history.
              store: false,
              stream: true,
            },
            { signal: attempt.signal },
          );
          attempt.opened = true;
          for await (const event of events) {
            attempt.heard();
            readEvent(attempt, event);
          }
        },
      }),
  };
}

function readEvent(attempt: Attempt, event: OpenAI.Responses.ResponseStreamEvent): void {
  switch (event.type) {
    case "response.output_text.delta":
      attempt.text += event.delta;
      return;
    case "response.completed":
      readUsage(attempt, event.response);
      if (isRefusal(event.response)) throw new ModelError("refused");
      attempt.completed = true;
      return;
    case "response.incomplete":
      readUsage(attempt, event.response);
      throw new ModelError(event.response.incomplete_details?.reason === "content_filter" ? "refused" : "truncated");
    case "response.failed":
      readUsage(attempt, event.response);
      throw new ModelError(event.response.error?.code === "rate_limit_exceeded" ? "rate_limited" : "overloaded");
  }
}

function readUsage(attempt: Attempt, response: OpenAI.Responses.Response): void {
  attempt.inputTokens = response.usage?.input_tokens;
  attempt.outputTokens = response.usage?.output_tokens;
}

function isRefusal({ output }: OpenAI.Responses.Response): boolean {
  return output.some((item) => item.type === "message" && item.content.some((part) => part.type === "refusal"));
}
