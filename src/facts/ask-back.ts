import { z } from "zod";
import { familyOf } from "#lexicon/lexicon.ts";
import type { Market } from "#i18n/language.ts";
import { factKindSchema, type Fact, type FactKind, type Question } from "./fact.ts";
import { isPacking } from "./read-packing.ts";
import { regionalUnits } from "./regional-units.ts";
import type { SourceText } from "./source-text.ts";
import data from "./ask-back.json" with { type: "json" };

const QUESTIONS_MAX = 5;

const rowSchema = z.strictObject({
  about: factKindSchema,
  id: z.string().optional(),
  /** Its place in the order for buyers at home and abroad; 0: not asked there. */
  home: z.int(),
  abroad: z.int(),
  families: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
  /** Asked although other facts of its kind are known, but not where one of these is named. */
  unless: z.array(z.string()).optional(),
  text: z.string(),
  byFamily: z.record(z.string(), z.string()).optional(),
});
type Row = z.infer<typeof rowSchema>;
const rows = z.array(rowSchema).parse(data.questions);
/** What a question takes for said, as it would stand before its answer. */
const leads = z.partialRecord(factKindSchema, z.string()).parse(data.leads);
const kinds: ReadonlyMap<string, FactKind> = new Map(rows.map((row) => [idOf(row), row.about]));

/** What a question asks for; undefined for those of another kind, as how much a regional unit is. */
export function askedAbout(questionId: string): FactKind | undefined {
  return kinds.get(questionId);
}

export function leadOf(about: FactKind | undefined): string | undefined {
  return about === undefined ? undefined : leads[about];
}

function idOf({ id, about }: Row): string {
  return id ?? `q-${about}`;
}

/** What the words leave open, most useful first for this product and these markets; never what they told, nor what an answer has settled. */
export function askBack(
  facts: readonly Fact[],
  sources: readonly SourceText[],
  markets: readonly Market[],
  settled: ReadonlySet<string>,
): Question[] {
  const family = facts.flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? [familyOf(term)] : []))[0];
  const where = markets.some((market) => market !== "vn") ? "abroad" : "home";
  const open = rows
    .filter((row) => row[where] > 0 && fits(row, family) && !isTold(row, facts, sources))
    .toSorted((left, right) => left[where] - right[where])
    .map((row): Question => ({ id: idOf(row), about: row.about, text: row.byFamily?.[family ?? ""] ?? row.text }));
  return [...regionalQuestions(facts, sources), ...open].filter(({ id }) => !settled.has(id)).slice(0, QUESTIONS_MAX);
}

function fits({ families, not }: Row, family: string | undefined): boolean {
  if (family === undefined) return true;
  return (families === undefined || families.includes(family)) && not?.includes(family) !== true;
}

/** Known, or said not to be: `chưa có VietGAP`, `không ship`. */
function isTold({ about, unless }: Row, facts: readonly Fact[], sources: readonly SourceText[]): boolean {
  if (unless !== undefined) return sources.some(({ terms }) => terms.some(({ id }) => unless.includes(id)));
  if (facts.some((fact) => fact.kind === about && !isPacking(fact))) return true;
  if (about === "certification") return sources.some(({ terms }) => terms.some(({ id }) => id.startsWith("cert.")));
  return about === "delivery" && sources.some(({ cues }) => (cues.get("not-sent-at-all") ?? []).length > 0);
}

/** A sào, giạ or southern tạ is asked about, never guessed. */
function regionalQuestions(facts: readonly Fact[], sources: readonly SourceText[]): Question[] {
  return regionalUnits(sources)
    .slice(0, 1)
    .map(({ quote, measure, land, start, source }) => {
      const holder = facts.find((fact) => fact.source === source && fact.start <= start && start < fact.end);
      const text = data.regional.replace("{{quote}}", quote).replace("{{unit}}", measure);
      return { id: "q-unit", about: holder?.kind ?? (land ? "grower" : "stock"), text };
    });
}
