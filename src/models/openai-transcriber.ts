import OpenAI, { toFile } from "openai";
import { countedTokens } from "./estimate-tokens.ts";
import { ModelError, NO_TOKENS, type ModelFailure, type TokenUsage } from "./language-model.ts";
import { AUDIO_ENDINGS, type AudioClip, type Transcriber } from "./transcriber.ts";
import { soundSeconds, tokensOfSeconds } from "./sound-tokens.ts";
import { failureOfThrown } from "./vendor-failure.ts";

/** Servers of one's own (whisper.cpp, speaches, vLLM) ask for no key; the SDK does. */
const NO_KEY = "none";

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
    async transcribe(clip: AudioClip) {
      const { bytes, mediaType, hint, language, deadlineMs, signal } = clip;
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
        return { text: heard.text, usage: usageOf(heard.usage, clip) };
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

/** Servers of one's own often count nothing: then what was sent is counted. */
function usageOf(usage: OpenAI.Audio.Transcription["usage"], clip: AudioClip): TokenUsage {
  const told = countedTokens(usage?.type === "tokens" ? usage.input_tokens : tokensOfSeconds(usage?.seconds ?? 0));
  const outputTokens = usage?.type === "tokens" ? countedTokens(usage.output_tokens) : undefined;
  return { inputTokens: told ?? tokensOfSeconds(soundSeconds(clip)), outputTokens: outputTokens ?? 0 };
}
