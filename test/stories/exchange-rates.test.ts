import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { checkTexts } from "#checks/check-texts.ts";
import { readConfig } from "#config.ts";
import { convertPrices } from "#facts/convert-prices.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { Language } from "#i18n/language.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import type { Story } from "#stories/story.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const EXCHANGE_RATES = '{"date":"2026-11-01","VND":{"USD":0.000038,"JPY":0.0057}}';
const NOTES = "vải thiều lục ngạn 35k/kg, thùng 10kg 330k";
const rates = readConfig({ EXCHANGE_RATES }).exchangeRates;

let services: TestServices;
beforeAll(async () => void (services = await createTestServices({ env: { EXCHANGE_RATES } })));
afterAll(() => services.close());

async function tell(one: TestServices): Promise<Story> {
  const account = await createAccount(one, "grower");
  const { id } = await requestStory(one, account, { notes: NOTES });
  await writeStory(one, { storyId: id, telling: 1 }, new AbortController().signal);
  return findStory(one, account, id);
}

const saidIn = ({ pitches, listings }: Story, language: Language) => JSON.stringify([pitches[language], listings[language]]);

describe("with a rate of exchange", () => {
  test("a price is told in the buyer's currency too, about and with its day, and in Vietnamese as it is", async () => {
    const story = await tell(services);
    expect(story.facts.find(({ quote }) => quote === "35k/kg")?.converted).toEqual({
      date: "2026-11-01",
      amounts: [
        { min: 1.3, max: 1.3, unit: "USD", per: "kg" },
        { min: 200, max: 200, unit: "JPY", per: "kg" },
      ],
    });
    expect(saidIn(story, "en")).toContain("35,000 dong a kilo (about 1.30 US dollars at the exchange rate of November 1, 2026)");
    expect(saidIn(story, "en")).toContain("330,000 dong each (about 13 US dollars)");
    expect(saidIn(story, "ja")).toContain("1キロ3万5千ドン（2026年11月1日のレートで約200円）");
    expect(saidIn(story, "vi")).not.toMatch(/đô la|\d yên|USD|JPY/);
    expect(story.findings.filter(({ kind }) => kind === "number")).toEqual([]);
    for (const language of ["en", "ja"] as const) {
      expect(story.pitches[language]?.loop.find(({ beat }) => beat === "price")?.read).not.toMatch(/exchange|\p{Script=Han}|undefined/u);
    }
  });

  test("the gate holds what the rate makes of a price, and nothing beside it", () => {
    const words = { notes: NOTES, answers: [] };
    const facts = convertPrices(readFactsByRules(words, ["us"]).facts, rates);
    const found = (text: string) =>
      checkTexts({ words, facts, texts: { en: text }, markets: ["us"], say: services.words.in("en", "findings") }).map(({ kind }) => kind);
    expect(found("About 1.30 US dollars a kilo, at the rate of November 1, 2026.")).toEqual([]);
    expect(found("About 1.50 US dollars a kilo.")).toEqual(["number"]);
    expect(found("About 200 US dollars a kilo.")).toEqual(["number"]);
    expect(found("At the rate of November 2, 2026.")).toEqual(["number"]);
  });
});

test("without one, money stays as the grower said it", async () => {
  const plain = await createTestServices();
  const story = await tell(plain);
  expect(story.facts.map(({ converted }) => converted).filter(Boolean)).toEqual([]);
  expect(saidIn(story, "en")).not.toMatch(/dollars|exchange/);
  await plain.close();
});

test.each([
  '{"date":"2026-11-01"',
  '{"date":"yesterday"}',
  '{"date":"2026-11-01","VND":{"USD":-1}}',
  '{"date":"2026-11-01","EUR":{"USD":1}}',
])("a rate that cannot be read stops the start: %s", (given) =>
  expect(() => readConfig({ EXCHANGE_RATES: given })).toThrow(/EXCHANGE_RATES/),
);
