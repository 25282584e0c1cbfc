import type { Market } from "#i18n/language.ts";
import { familyOf } from "#lexicon/lexicon.ts";
import { factKindSchema, type Fact, type FactKind, type Question } from "./fact.ts";
import type { SourceText } from "./source-text.ts";
import data from "./ask-back.json" with { type: "json" };

const QUESTIONS_MAX = 5;
/** Without these a product can hardly be sold; they stay in front wherever it goes. */
const FIRST = 4;

/** What the words leave open, most useful first for this product and these markets; never twice the same. */
export function askBack(
  facts: readonly Fact[],
  sources: readonly SourceText[],
  markets: readonly Market[],
  asked: ReadonlySet<string>,
): Question[] {
  const known = new Set(facts.map(({ kind }) => kind));
  const family = facts.flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? [familyOf(term)] : []))[0];
  const open = data.questions.flatMap(({ about, text, families }): Question[] => {
    const kind = factKindSchema.parse(about);
    const fits = families === undefined || family === undefined || families.includes(family);
    if (known.has(kind) || !fits || (family === "craft" && data.notForCraft.includes(kind))) return [];
    return [{ id: `q-${kind}`, about: kind, text }];
  });
  const abroad = markets.some((market) => market !== "vn");
  const ordered = abroad
    ? [...open.slice(0, FIRST), ...open.slice(FIRST).toSorted((left, right) => weight(left.about) - weight(right.about))]
    : open;
  return [...regionalQuestions(facts, sources), ...ordered].filter(({ id }) => !asked.has(id)).slice(0, QUESTIONS_MAX);
}

function weight(about: FactKind): number {
  return data.abroadFirst.includes(about) ? 0 : 1;
}

/** A sào, giạ or southern tạ is asked about, never guessed. */
function regionalQuestions(facts: readonly Fact[], sources: readonly SourceText[]): Question[] {
  const mentions = sources.flatMap((read) => read.amounts.filter(({ dimension }) => dimension === "regional"));
  const first = mentions[0];
  if (first === undefined) return [];
  const land = /(?:sào|công|mẫu|sao|cong|mau)\s*$/iu.test(first.quote.normalize("NFC"));
  const about = facts.find((fact) => fact.start <= first.start && first.end <= fact.end)?.kind ?? (land ? "grower" : "stock");
  return [{ id: "q-unit", about, text: data.regional.replace("{{quote}}", first.quote).replace("{{unit}}", land ? "mét vuông" : "ký") }];
}
