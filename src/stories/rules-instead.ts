import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import type { Telling } from "./claim-story.ts";

/** What the rules made, where a model failed. A cancelled call, and anything but a `ModelError`, is thrown on. */
export function rulesInstead<T>(services: Services, { storyId }: Telling, task: string, error: unknown, byRules: T): T {
  if (!(error instanceof ModelError) || error.failure === "cancelled") throw error;
  services.logger.warn({ storyId, task, failure: error.failure }, "model failed; the rules write");
  return byRules;
}
