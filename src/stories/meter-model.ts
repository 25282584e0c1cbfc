import { ModelError, type LanguageModel, type ModelCall, type TokenUsage } from "#models/language-model.ts";
import type { Writer } from "./story.ts";

/** A model that keeps count for one telling: the tokens of all its calls, failed ones too, and who answered last. */
export type MeteredModel = LanguageModel & { writer(): Writer };

export function meterModel(model: LanguageModel): MeteredModel {
  let writer: Writer = { name: "rules" };
  const add = ({ inputTokens, outputTokens }: TokenUsage) => {
    writer = { ...writer, inputTokens: (writer.inputTokens ?? 0) + inputTokens, outputTokens: (writer.outputTokens ?? 0) + outputTokens };
  };
  return {
    async ask<T>(call: ModelCall<T>) {
      try {
        const answer = await model.ask(call);
        writer = { ...writer, name: answer.vendor, model: answer.model };
        add(answer.usage);
        return answer;
      } catch (error) {
        if (error instanceof ModelError) add(error.usage);
        throw error;
      }
    },
    writer: () => writer,
  };
}
