import type { Services } from "#services.ts";
import { countQuestions } from "./count-questions.ts";

type Said = { seq: number; name: "questions"; data: unknown };

/** The bus channel that rings when something changed about what buyers ask one grower. */
export const questionsChannel = (accountId: string): string => `questions:${accountId}`;

/** Rings after the commit: whoever listens reads the rows. */
export async function announceQuestions(services: Services, accountId: string): Promise<void> {
  await services.bus.publish(questionsChannel(accountId), "").catch((error: unknown) => {
    services.logger.warn({ accountId, err: error }, "buyer question not announced");
  });
}

/** Gives how questions stand as an event, whenever they stand otherwise than was said last. Nothing is replayed: the last word is the whole. */
export function followQuestions(services: Services, accountId: string): (afterSeq: number) => Promise<{ events: Said[]; ended: boolean }> {
  let said: string | undefined;
  return async (afterSeq) => {
    const data = await countQuestions(services, accountId);
    const now = JSON.stringify(data);
    if (now === said) return { events: [], ended: false };
    said = now;
    return { events: [{ seq: afterSeq + 1, name: "questions", data }], ended: false };
  };
}
