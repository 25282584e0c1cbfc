import { ModelError, type ModelFailure } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import type { Telling } from "./claim-story.ts";

/** Why a model failed, where the rules can do without it. A cancelled call, and anything but a `ModelError`, is thrown on. */
export function failureOf(services: Services, { storyId }: Pick<Telling, "storyId">, task: string, error: unknown): ModelFailure {
  if (!(error instanceof ModelError) || error.failure === "cancelled") throw error;
  services.logger.warn({ storyId, task, failure: error.failure }, "model failed; the rules do without it");
  return error.failure;
}
