import type { Database } from "#database/connect.ts";
import { spendTokens } from "./token-budget.ts";
import { createOpenAITranscriber } from "./openai-transcriber.ts";
import type { Transcriber } from "./transcriber.ts";

type TranscriberConfig = {
  transcriptionModel?: string | undefined;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
  dailyTokens: number;
};

/** More than the longest clip that is taken can cost. */
const CLIP_TOKENS_MAX = 3_000;

/** What hears speech by the settings, within each account's budget; undefined without a model. Throws where it has no key. */
export function connectTranscriber(config: TranscriberConfig, database: Database): Transcriber | undefined {
  const { transcriptionModel: model, openaiApiKey: apiKey, openaiBaseUrl: baseURL, dailyTokens } = config;
  if (model === undefined) return undefined;
  if (apiKey === undefined && baseURL === undefined)
    throw new Error(`TRANSCRIPTION_MODEL: "${model}" needs OPENAI_API_KEY or OPENAI_BASE_URL`);
  const transcriber = createOpenAITranscriber({ apiKey, baseURL, model });
  return {
    transcribe: (clip) =>
      spendTokens(database, { accountId: clip.accountId, deadlineMs: clip.deadlineMs, tokens: CLIP_TOKENS_MAX, dailyTokens }, () =>
        transcriber.transcribe(clip),
      ),
  };
}
