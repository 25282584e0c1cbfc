import type { Database } from "#database/connect.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { createOpenAITranscriber } from "./openai-transcriber.ts";
import { soundSeconds, tokensOfSeconds } from "./sound-tokens.ts";
import { spendTokens } from "./token-budget.ts";
import type { TokenLimits } from "./token-reservations.ts";
import type { AudioClip, Transcriber } from "./transcriber.ts";

type TranscriberConfig = {
  transcriptionModel?: string | undefined;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
} & TokenLimits;

/** The words that come of a sound take no more tokens than the sound itself. */
const TWICE = 2;

/** What hears speech by the settings, within each account's budget and each show's; undefined without a model. Throws where it has no key. */
export function connectTranscriber(config: TranscriberConfig, database: Database): Transcriber | undefined {
  const { transcriptionModel: model, openaiApiKey: apiKey, openaiBaseUrl: baseURL, dailyTokens, showTokens } = config;
  if (model === undefined) return undefined;
  if (apiKey === undefined && baseURL === undefined)
    throw new Error(`TRANSCRIPTION_MODEL: "${model}" needs OPENAI_API_KEY or OPENAI_BASE_URL`);
  const transcriber = createOpenAITranscriber({ apiKey, baseURL, model });
  return {
    transcribe(clip) {
      const { accountId, showId, deadlineMs } = clip;
      const spending = { accountId, showId, deadlineMs, tokens: clipTokensMax(clip), dailyTokens, showTokens };
      return spendTokens(database, spending, () => transcriber.transcribe(clip));
    },
  };
}

function clipTokensMax(clip: AudioClip): number {
  return estimateTokens(clip.hint) + TWICE * tokensOfSeconds(soundSeconds(clip));
}
