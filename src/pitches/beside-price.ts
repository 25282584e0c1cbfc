import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./grades.json" with { type: "json" };

/** What a price is for, in each language: `loại một`, `grade one`, `上級品`. */
export type Named = Record<Language, string>;
/** `grade`: which of the goods; `spot`: where the price is for. */
export type Beside = { grade?: Named; spot?: Named };

const rowSchema = z.strictObject({ patterns: z.array(z.string()), vi: z.string(), en: z.string(), ja: z.string() });
const grades = rowsOf(data.grades);
const spots = rowsOf(data.spots);

const REACH = 32;
const STOP = /[,;:.!?()\n/–](?!\d)/u;

/** The grade and the place of sale in the grower's words around each price; some name the grade before the price, some after it. */
export function besidePrices(prices: readonly Fact[], words: GrowerWords): Beside[] {
  const around = prices.map((price, index) => wordsAround(price, prices[index - 1], prices[index + 1], words));
  const [first] = around;
  const before = first !== undefined && namedIn(grades, `${first.before} ${first.own}`) !== undefined;
  return around.map(({ before: ahead, own, after }) => {
    const grade = namedIn(grades, before ? `${ahead} ${own}` : `${own} ${after}`);
    const spot = namedIn(spots, `${ahead} ${own} ${after}`);
    return { ...(grade === undefined ? {} : { grade }), ...(spot === undefined ? {} : { spot }) };
  });
}

function wordsAround(price: Fact, previous: Fact | undefined, next: Fact | undefined, words: GrowerWords) {
  const text = sourceOf(price, words);
  const from = previous?.source === price.source ? previous.end : 0;
  const to = next?.source === price.source ? next.start : text.length;
  const before = text.slice(Math.max(from, price.start - REACH), price.start);
  const after = text.slice(price.end, Math.min(to, price.end + REACH));
  return { before: before.split(STOP).at(-1) ?? "", own: price.quote, after: after.split(STOP)[0] ?? "" };
}

function sourceOf({ source }: Fact, { notes, answers }: GrowerWords): string {
  if (source === "notes") return notes;
  return answers.find(({ questionId }) => source === `answer:${questionId}`)?.text ?? "";
}

function namedIn(rows: typeof grades, text: string): Named | undefined {
  const folded = foldText(text);
  return rows.find(({ said }) => said.test(folded))?.named;
}

function rowsOf(rows: unknown): { said: RegExp; named: Named }[] {
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ patterns, ...named }) => ({ said: new RegExp(`(?<![a-z0-9])(?:${patterns.join("|")})(?![a-z0-9])`), named }));
}
