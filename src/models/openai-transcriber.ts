import OpenAI, { toFile } from "openai";
import { countedTokens } from "./estimate-tokens.ts";
import { ModelError, NO_TOKENS, type ModelFailure, type TokenUsage } from "./language-model.ts";
import { AUDIO_ENDINGS, type AudioClip, type Transcriber } from "./transcriber.ts";
import { failureOfThrown } from "./vendor-failure.ts";

/** Servers of one's own (whisper.cpp, speaches, vLLM) ask for no key; the SDK does. */
const NO_KEY = "none";
/** Models that are paid by time count against the tokens as those do that count them. */
const TOKENS_A_SECOND = 10;

/** One model behind OpenAI's transcription endpoint, asked once per clip. */
export function createOpenAITranscriber({
  apiKey,
  baseURL,
  model,
}: {
  apiKey: string | undefined;
  baseURL: string | undefined;
  model: string;
}): Transcriber {
  const client = new OpenAI({ apiKey: apiKey ?? NO_KEY, baseURL, maxRetries: 0, logLevel: "off" });
  return {
    async transcribe({ bytes, mediaType, hint, language, deadlineMs, signal }: AudioClip) {
      const overdue = AbortSignal.timeout(deadlineMs);
      const stopped = signal === undefined ? overdue : AbortSignal.any([overdue, signal]);
      try {
        const file = await toFile(bytes, `speech.${AUDIO_ENDINGS[mediaType] ?? "webm"}`, { type: mediaType });
        const heard = await client.audio.transcriptions.create(
          { file, model, language, response_format: "json", ...(hint !== "" && { prompt: hint }) },
          { signal: stopped },
        );
        // Any server may stand behind this address.
        if (typeof heard.text !== "string") throw new ModelError("invalid_output");
        return { text: heard.text, usage: usageOf(heard.usage) };
      } catch (error) {
        const { failure, retryAfterMs } = failureOfThrown(error);
        throw new ModelError(failureOf(error, { overdue, signal }) ?? failure, NO_TOKENS, { cause: error, retryAfterMs });
      }
    },
  };
}

function failureOf(
  error: unknown,
  { overdue, signal }: { overdue: AbortSignal; signal: AbortSignal | undefined },
): ModelFailure | undefined {
  if (signal?.aborted) return "cancelled";
  if (overdue.aborted) return "timed_out";
  // No such model, or no such endpoint: nothing is wrong with the sound.
  return error instanceof OpenAI.NotFoundError ? "unreachable" : undefined;
}

function usageOf(usage: OpenAI.Audio.Transcription["usage"]): TokenUsage {
  if (usage?.type === "tokens")
    return { inputTokens: countedTokens(usage.input_tokens) ?? 0, outputTokens: countedTokens(usage.output_tokens) ?? 0 };
  return { inputTokens: countedTokens(Math.ceil((usage?.seconds ?? 0) * TOKENS_A_SECOND)) ?? 0, outputTokens: 0 };
}
