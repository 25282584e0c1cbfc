import type { z } from "zod";
import type { LanguageModel, ModelAnswer } from "#models/language-model.ts";
import type { Prompts, PromptTask, PromptVariables } from "./load-prompts.ts";

/** What every verb that asks a model needs. */
export type ModelServices = { model: LanguageModel; prompts: Prompts };
/** Who pays, and how long the answer may take in milliseconds, retries and fallbacks included. */
export type AskOptions = { accountId: string; showId?: string | undefined; deadlineMs: number; signal?: AbortSignal | undefined };

type Question<Task extends PromptTask, T> = {
  variables: PromptVariables<Task>;
  schema: z.ZodType<T>;
  maxOutputTokens: number;
  onText?: ((text: string) => void) | undefined;
};

/** Renders a task's prompt and asks the model. Fails with `ModelError`. */
export function askPrompt<Task extends PromptTask, T>(
  { model, prompts }: ModelServices,
  task: Task,
  { variables, schema, maxOutputTokens, onText }: Question<Task, T>,
  { accountId, showId, deadlineMs, signal }: AskOptions,
): Promise<ModelAnswer<T>> {
  return model.ask({ task, ...prompts.render(task, variables), schema, maxOutputTokens, onText, accountId, showId, deadlineMs, signal });
}
