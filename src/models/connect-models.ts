import { createAnthropicModel } from "./anthropic-model.ts";
import { createModel, type ModelAttempt } from "./fallback.ts";
import type { LanguageModel, ModelTarget } from "./language-model.ts";
import { createOpenAIModel } from "./openai-model.ts";

const DEFAULT_ANTHROPIC = "anthropic:claude-sonnet-5-5";
const DEFAULT_OPENAI = "openai:gpt-5.4-mini";

type ModelConfig = {
  /** The order of fallback: `anthropic:claude-…,openai:gpt-…`. */
  models?: string | undefined;
  anthropicApiKey?: string | undefined;
  anthropicBaseUrl?: string | undefined;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
};
type Options = {
  /** Laid around every target, so that it sees each attempt: the token budget. */
  wrap?: (target: ModelTarget) => ModelTarget;
  onAttempt?: (attempt: ModelAttempt) => void;
};

/** The models that the settings name, as one; undefined without a key. Throws on an entry that cannot be read or has no key. */
export function connectModels(config: ModelConfig, { wrap = (target) => target, onAttempt }: Options = {}): LanguageModel | undefined {
  const names = config.models ?? defaultModel(config);
  if (names === undefined) return undefined;
  const targets = names.split(",").map((entry) => connectTarget(entry.trim(), config));
  return createModel(targets.map(wrap), { onAttempt });
}

function defaultModel(config: ModelConfig): string | undefined {
  if (config.anthropicApiKey !== undefined) return DEFAULT_ANTHROPIC;
  if (config.openaiApiKey !== undefined || config.openaiBaseUrl !== undefined) return DEFAULT_OPENAI;
  return undefined;
}

function connectTarget(entry: string, config: ModelConfig): ModelTarget {
  // Only the first colon parts them: `openai:qwen3:8b` is Ollama's model qwen3:8b.
  const [, vendor, model] = /^(anthropic|openai):(\S+)$/.exec(entry) ?? [];
  if (model === undefined) throw new Error(`MODELS: "${entry}" is not anthropic:<model> or openai:<model>`);
  if (vendor === "anthropic") {
    if (config.anthropicApiKey === undefined) throw new Error(`MODELS: "${entry}" needs ANTHROPIC_API_KEY`);
    return createAnthropicModel({ apiKey: config.anthropicApiKey, baseURL: config.anthropicBaseUrl, model });
  }
  if (config.openaiApiKey === undefined && config.openaiBaseUrl === undefined) {
    throw new Error(`MODELS: "${entry}" needs OPENAI_API_KEY or OPENAI_BASE_URL`);
  }
  return createOpenAIModel({ apiKey: config.openaiApiKey, baseURL: config.openaiBaseUrl, model });
}
