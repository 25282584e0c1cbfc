import { checkCaption } from "#checks/check-caption.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import { ModelError, type LanguageModel } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { askModelForCaption, type CaptionFinding } from "./ask-model-for-caption.ts";
import { checkTerms } from "./check-terms.ts";
import type { PendingSentence } from "./find-pending-sentence.ts";
import { CHARACTERS_A_SECOND } from "./reading-time.ts";
import { showLines } from "./show-lines.ts";
import { termsFor, type CaptionTerm } from "./terms-for.ts";

const ATTEMPTS = 2;
/** Time to read a caption beyond what it took to say it. */
const READ_ON_MS = 1_500;
const READING_MS_MIN = 2_000;
/** An answer this much longer than it may be is not a translation. */
const TOO_LONG = 4;

/** `deadlineMs`: for the whole of it; `inTimeMs`: then the original is shown, so nothing is asked again for its style. */
type Time = { deadlineMs: number; inTimeMs: number; signal: AbortSignal };

/**
 * A model's translation that the gate lets pass: the same numbers, the right language, plain text, no forbidden word.
 * What fails is asked for once more; so is one without the glossary's words, while there is time. Undefined where none
 * came. Never rejects.
 */
export async function translateByModel(
  services: Services,
  model: LanguageModel,
  sentence: PendingSentence,
  { deadlineMs, inTimeMs, signal }: Time,
): Promise<string | undefined> {
  const startedAt = Date.now();
  let acceptable: string | undefined;
  try {
    const { text, language, accountId, showId, glossaryVersion, before: context } = sentence;
    const show = await showLines(services, accountId, showId, glossaryVersion);
    const terms = termsFor(text, show.glossary, language);
    const products = show.products.flatMap((id) => nameOf(id, language) ?? []);
    const request = { text, from: "vi", to: language, context, products, terms, accountId, showId, signal } as const;
    const charactersMax = charactersFor(sentence);
    let findings: CaptionFinding[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const spentMs = Date.now() - startedAt;
      // Another answer takes about as long as the last one did.
      if (acceptable !== undefined && 2 * spentMs > inTimeMs) break;
      if (spentMs >= deadlineMs || signal.aborted) break;
      const asked = { ...request, charactersMax, findings, deadlineMs: deadlineMs - spentMs };
      const { value } = await askModelForCaption({ model, prompts: services.prompts }, asked);
      const { faults, missing } = judge(services, sentence, value.text, terms, charactersMax);
      if (faults.length === 0) acceptable = value.text.trim();
      if (faults.length === 0 && missing.length === 0) break;
      findings = [...faults, ...missing];
    }
  } catch (error) {
    if (!(error instanceof ModelError)) services.logger.error({ err: error }, "caption not translated");
  }
  return acceptable;
}

/** What can be read while it is said, and a little after. */
function charactersFor({ startMs, endMs, language }: PendingSentence): number {
  const readingMs = Math.max(READING_MS_MIN, endMs - startMs + READ_ON_MS);
  return Math.round((readingMs / 1_000) * CHARACTERS_A_SECOND[language]);
}

function judge(
  services: Services,
  { text, language }: PendingSentence,
  translated: string,
  terms: readonly CaptionTerm[],
  charactersMax: number,
): { faults: CaptionFinding[]; missing: CaptionFinding[] } {
  const say = services.words.in("vi", "findings");
  const findings = checkCaption({ source: text, sourceLanguage: "vi", target: translated, language, say });
  const { missing, forbidden } = checkTerms(translated, language, terms);
  const faults = [
    ...findings.flatMap(({ severity, kind, quote }) => (severity === "block" ? [{ kind, quote }] : [])),
    ...forbidden.map((quote) => ({ kind: "forbidden", quote })),
    ...(translated.length > TOO_LONG * charactersMax ? [{ kind: "length", quote: translated.slice(0, charactersMax) }] : []),
  ];
  return { faults, missing: missing.map((quote) => ({ kind: "term", quote })) };
}
