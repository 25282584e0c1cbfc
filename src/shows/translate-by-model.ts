import { checkCaption } from "#checks/check-caption.ts";
import { ModelError, type LanguageModel } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { askModelForCaption } from "./ask-model-for-caption.ts";
import type { PendingSentence } from "./find-pending-sentence.ts";
import { CHARACTERS_A_SECOND } from "./reading-time.ts";
import { termsFor } from "./terms-for.ts";

const ATTEMPTS = 2;
/** Time to read a caption beyond what it took to say it. */
const READ_ON_MS = 1_500;
const READING_MS_MIN = 2_000;
/** An answer this much longer than it may be is not a translation. */
const TOO_LONG = 4;

/** A model's translation that the gate lets pass: the same numbers, the right language, plain text. Undefined where none came. Never rejects. */
export async function translateByModel(
  services: Services,
  model: LanguageModel,
  sentence: PendingSentence,
  { deadlineMs, signal }: { deadlineMs: number; signal: AbortSignal },
): Promise<string | undefined> {
  const until = Date.now() + deadlineMs;
  const { text, language, context, accountId } = sentence;
  const readingMs = Math.max(READING_MS_MIN, sentence.endMs - sentence.startMs + READ_ON_MS);
  const charactersMax = Math.round((readingMs / 1_000) * CHARACTERS_A_SECOND[language]);
  const request = {
    text,
    from: "vi" as const,
    to: language,
    context,
    terms: termsFor(text, sentence.glossary),
    charactersMax,
    accountId,
    signal,
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const left = until - Date.now();
    if (left <= 0 || signal.aborted) return undefined;
    try {
      const { value } = await askModelForCaption({ model, prompts: services.prompts }, { ...request, deadlineMs: left });
      if (value.text.length <= TOO_LONG * charactersMax && passes(services, sentence, value.text)) return value.text.trim();
    } catch (error) {
      if (!(error instanceof ModelError)) services.logger.error({ err: error }, "caption not translated");
      return undefined;
    }
  }
  return undefined;
}

function passes(services: Services, { text, language }: PendingSentence, translated: string): boolean {
  const say = services.words.in("vi", "findings");
  const findings = checkCaption({ source: text, sourceLanguage: "vi", target: translated, language, say });
  return findings.every(({ severity }) => severity !== "block");
}
