import { acceptModelFacts } from "#facts/accept-model-facts.ts";
import { askModelForFacts } from "#facts/ask-model-for-facts.ts";
import { convertPrices } from "#facts/convert-prices.ts";
import type { Reading } from "#facts/fact.ts";
import { failureOf } from "./model-failure.ts";
import type { Services } from "#services.ts";
import type { Telling } from "./claim-story.ts";
import type { MeteredModel } from "./meter-model.ts";

const DEADLINE_MS = 30_000;

/** Reads the grower's words by rules always, with a model when there is one. A model that fails costs only what it would have added. */
export async function readFacts(
  services: Services,
  telling: Telling,
  model: MeteredModel | undefined,
  signal: AbortSignal,
): Promise<Reading> {
  const { exchangeRates } = services.config;
  const reading = await readByBoth(services, telling, model, signal);
  return { ...reading, facts: convertPrices(reading.facts, exchangeRates) };
}

async function readByBoth(services: Services, telling: Telling, model: MeteredModel | undefined, signal: AbortSignal): Promise<Reading> {
  const reading = await services.rules.read(telling.words, telling.markets);
  if (model === undefined) return reading;
  try {
    const { words, accountId } = telling;
    const asked = { words, accountId, deadlineMs: DEADLINE_MS, signal };
    const answer = await askModelForFacts({ model, prompts: services.prompts }, asked);
    const { facts, dropped } = acceptModelFacts(words, reading.facts, answer.value);
    services.metrics.factsDropped.inc(dropped);
    const known = new Set(facts.map(({ kind }) => kind));
    return { ...reading, facts, questions: reading.questions.filter(({ about }) => !known.has(about)) };
  } catch (error) {
    failureOf(services, telling, "read-facts", error);
    return reading;
  }
}
