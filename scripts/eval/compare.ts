import { LANGUAGES } from "#i18n/language.ts";
import type { Measured } from "./measure-story.ts";
import { costOf, type Prices } from "./prices.ts";

/** One writer over all cases. */
export type Row = { writer: string; measured: readonly Measured[] };

/**
 * A column of the comparison: what it is called, its value, and how it is written. `best`: which end is the good one, where
 * one is; `most`: what fills the chart's scale, else the largest value does.
 */
export type Column = {
  name: string;
  best?: "high" | "low";
  most?: number;
  value: (row: Row) => number | undefined;
  write: (value: number) => string;
};

export function columnsOf(prices: Prices | undefined): Column[] {
  const share = (value: number) => `${(value * 100).toFixed(value === 1 || value === 0 ? 0 : 1)} %`;
  const perStory = (value: number) => value.toFixed(2);
  const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} s`;
  return [
    { name: "told by itself", best: "high", most: 1, value: mean((one) => one.byModel / LANGUAGES.length, true), write: share },
    { name: "stopped at first, a story", best: "low", value: mean((one) => one.foundFirst), write: perStory },
    { name: "stopped after repair, a story", best: "low", value: mean((one) => one.foundAfter), write: perStory },
    { name: "would be stopped in what is published", best: "low", value: total((one) => one.foundPublished), write: String },
    { name: "parity", best: "high", most: 1, value: mean((one) => one.parity), write: share },
    { name: "facts told in all languages", best: "high", most: 1, value: mean((one) => one.coverage), write: share },
    { name: "durations in bounds", best: "high", most: 1, value: mean((one) => one.inTime), write: share },
    { name: "introduction, on average", value: mean((one) => one.introSeconds), write: seconds },
    { name: "loop, on average", value: mean((one) => one.loopSeconds), write: seconds },
    { name: "language purity", best: "high", most: 1, value: mean((one) => one.purity), write: share },
    { name: "tokens in, a story", best: "low", value: mean((one) => one.tokens.inputTokens), write: whole },
    { name: "tokens out, a story", best: "low", value: mean((one) => one.tokens.outputTokens), write: whole },
    {
      name: prices === undefined ? "cost, a story" : `cost, a story (${prices.currency}, prices of ${prices.date})`,
      best: "low",
      value: ({ writer, measured }) => average(measured.map(({ tokens }) => costOf(writer, tokens, prices))),
      write: (value) => value.toFixed(4),
    },
    { name: "time, a story (median)", best: "low", value: median, write: seconds },
  ];
}

function mean(of: (one: Measured) => number, ofModels = false): Column["value"] {
  return ({ writer, measured }) => (ofModels && writer === "rules" ? undefined : average(measured.map(of)));
}

function total(of: (one: Measured) => number): Column["value"] {
  return ({ measured }) => measured.reduce((sum, one) => sum + of(one), 0);
}

function median({ measured }: Row): number | undefined {
  const sorted = measured.map(({ tookMs }) => tookMs / 1_000).toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

function average(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
