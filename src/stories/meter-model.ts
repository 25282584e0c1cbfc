import { addUsage, ModelError, type LanguageModel, type ModelCall, type TokenUsage } from "#models/language-model.ts";

/** A model that keeps count for one telling: the tokens of all its calls, failed ones too; undefined before the first. */
export type MeteredModel = LanguageModel & { tokens(): TokenUsage | undefined };

export function meterModel(model: LanguageModel): MeteredModel {
  let spent: TokenUsage | undefined;
  const add = (usage: TokenUsage) => (spent = spent === undefined ? usage : addUsage(spent, usage));
  return {
    async ask<T>(call: ModelCall<T>) {
      try {
        const answer = await model.ask(call);
        add(answer.usage);
        return answer;
      } catch (error) {
        if (error instanceof ModelError) add(error.usage);
        throw error;
      }
    },
    tokens: () => spent,
  };
}
