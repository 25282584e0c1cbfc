import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { equalInConstantTime } from "./equal-in-constant-time.ts";
import { streamSecret } from "./stream-secret.ts";
import { macOf } from "./stream-token.ts";

/** What opens one buyer's question and its answer, safe in a path: `<question>.<mac>`. It lasts as long as the question. */
export async function signQuestionToken(services: Pick<Services, "database">, questionId: string): Promise<string> {
  return `${questionId}.${await macFor(services, questionId)}`;
}

/** The question that a token opens. Throws `asked_not_found`. */
export async function openQuestionToken(services: Pick<Services, "database">, token: string): Promise<string> {
  const split = token.lastIndexOf(".");
  const questionId = token.slice(0, Math.max(split, 0));
  if (!equalInConstantTime(token.slice(split + 1), await macFor(services, questionId))) throw new AppError("asked_not_found");
  return questionId;
}

/** Of another body than any stream token's, so that neither opens what the other does. */
async function macFor(services: Pick<Services, "database">, questionId: string): Promise<string> {
  return macOf(await streamSecret(services), `buyer-question:${questionId}`);
}
