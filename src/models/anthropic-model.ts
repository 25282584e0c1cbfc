import Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { ModelError, type ModelTarget } from "./language-model.ts";
import { runAttempt, type Attempt } from "./run-attempt.ts";
import { formatPerSchema } from "./format-per-schema.ts";

/**
 * One Anthropic model, asked once per call. It streams, so that a silent or cut answer is noticed at once, and reads the
 * raw events: the SDK's own accumulator would parse the answer a second time.
 */
export function createAnthropicModel({
  apiKey,
  baseURL,
  model,
}: {
  apiKey: string;
  baseURL?: string | undefined;
  model: string;
}): ModelTarget {
  const client = new Anthropic({ apiKey, authToken: null, baseURL, maxRetries: 0, logLevel: "off" });
  const formatOf = formatPerSchema((schema) => {
    const { type, schema: jsonSchema } = zodOutputFormat(schema);
    return { type, schema: jsonSchema };
  });
  return {
    vendor: "anthropic",
    model,
    ask: (call) =>
      runAttempt({
        vendor: "anthropic",
        model,
        call,
        async stream(attempt) {
          const events = await client.messages.create(
            {
              model,
              max_tokens: call.maxOutputTokens,
              system: [{ type: "text", text: call.system, cache_control: { type: "ephemeral" } }],
              messages: [{ role: "user", content: call.user }],
              output_config: { format: formatOf(call.schema) },
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

function readEvent(attempt: Attempt, event: Anthropic.RawMessageStreamEvent): void {
  switch (event.type) {
    case "message_start": {
      // Servers that speak this vendor's language leave it out.
      const usage: Anthropic.Usage | undefined = event.message.usage;
      attempt.inputTokens = usage?.input_tokens + (usage?.cache_creation_input_tokens ?? 0) + (usage?.cache_read_input_tokens ?? 0);
      return;
    }
    case "content_block_delta":
      if (event.delta.type === "text_delta") attempt.text += event.delta.text;
      return;
    case "message_delta":
      attempt.outputTokens = event.usage?.output_tokens;
      checkStop(event.delta.stop_reason);
      return;
    case "message_stop":
      attempt.completed = true;
  }
}

function checkStop(reason: Anthropic.StopReason | null): void {
  if (reason === "refusal") throw new ModelError("refused");
  if (reason === "max_tokens" || reason === "model_context_window_exceeded") throw new ModelError("truncated");
}
