import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { agrees } from "./agree-amounts.ts";
import { readAmounts, type AmountMention } from "./amounts.ts";
import type { CandidateFact } from "./ask-model-for-facts.ts";
import { readDates } from "./dates.ts";
import { factSchema, type Amount, type Fact, type FactKind, type GrowerWords, type Unit } from "./fact.ts";
import { locateQuote } from "./locate-quote.ts";
import { sourcesOf } from "./read-facts-by-rules.ts";
import { readNamed } from "./read-named.ts";
import { restore } from "./restore.ts";
import { overlaps, type Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { saysTheSame } from "./says-the-same.ts";

/** Kinds that the rules decide wholly: an award or a certificate that they refused stays refused. */
const HELD_BY_RULES = new Set<FactKind>(["certification", "award", "contact"]);

/**
 * Takes over what a model read beyond the rules. Each candidate must stand in the grower's words, outside hearsay,
 * health claims and orders, agree with the amounts read there, and fit the schema; else it is dropped and counted.
 */
export function acceptModelFacts(
  words: GrowerWords,
  ruleFacts: readonly Fact[],
  candidates: readonly CandidateFact[],
): { facts: Fact[]; dropped: number } {
  const reads = sourcesOf(words);
  const facts = [...ruleFacts];
  let dropped = 0;
  for (const candidate of candidates) {
    const located = locateQuote(words, candidate.quote, candidate.source);
    const read = reads.find(({ source }) => source === located?.source);
    if (
      located === undefined ||
      read === undefined ||
      isShut(read, candidate.kind, located) ||
      !isOfItsKind(candidate) ||
      !amountsAgree(candidate, located.quote) ||
      !dateAgrees(candidate, located.quote)
    ) {
      dropped += 1;
      continue;
    }
    if (facts.some((fact) => fact.kind === candidate.kind && fact.source === located.source && overlaps(fact, located))) continue;
    if (HELD_BY_RULES.has(candidate.kind) && !readNamed(read).some((draft) => draft.kind === candidate.kind && overlaps(draft, located))) {
      dropped += 1;
      continue;
    }
    const { kind, text, amount, date } = candidate;
    const term = termOf(candidate, located.quote);
    const fact = factSchema.safeParse({
      id: "f0",
      kind,
      ...located,
      // Later writers rest on it: a word more than the quote holds would be a claim of nobody's.
      text: saysTheSame(text, located.quote) ? text : restore(located.quote),
      ...(amount === undefined ? {} : { amount }),
      ...(date === undefined ? {} : { date }),
      ...(term === undefined ? {} : { term }),
    });
    if (fact.success) facts.push(fact.data);
    else dropped += 1;
  }
  return { facts: renumber(facts, ruleFacts.length), dropped };
}

/** Hearsay, an order, a plan: shut for all, or for this kind. */
function isShut(read: SourceText, kind: FactKind, span: Span): boolean {
  return read.shut.some((shut) => (shut.kinds === undefined || shut.kinds.includes(kind)) && overlaps(shut, span));
}

const MONEY = ["VND", "USD", "JPY"] as const;
const TIME = ["hour", "day", "month", "year"] as const;
const GOODS = ["g", "kg", "t", "ml", "l", "tree", "fruit", "box", "bag", "bottle", "jar", "bunch", "pack", "order"] as const;
/** What an amount of a kind can be measured in; of the others, in anything. */
const UNITS_OF: Partial<Record<FactKind, readonly Unit[]>> = {
  price: MONEY,
  stock: GOODS,
  pack: GOODS,
  "minimum-order": [...GOODS, ...MONEY],
  sweetness: ["brix", "%"],
  "shelf-life": TIME,
  storage: ["celsius"],
  delivery: [...TIME, "kg", "cm"],
};

/** A price is money, and what keeps for three months no stock. */
function isOfItsKind({ kind, amount }: CandidateFact): boolean {
  return amount === undefined || UNITS_OF[kind]?.includes(amount.unit) !== false;
}

/** A model's amount must be one that the rules read in the quote, and its text may bring no number of its own. */
function amountsAgree(candidate: CandidateFact, quote: string): boolean {
  const held = readAmounts(quote, "vi");
  const told = readAmounts(candidate.text, "vi");
  if (
    !told.every((mention) =>
      mention.dimension === "none"
        ? held.some((other) => other.max === mention.max) || quote.includes(mention.quote)
        : held.some((other) => agrees(mention, other)),
    )
  )
    return false;
  return candidate.amount === undefined || held.some((mention) => sameAmount(candidate.amount, mention));
}

/** A model's date must be said in the quote, day and month; a month alone begins on its first day and ends on its last. */
function dateAgrees({ date }: CandidateFact, quote: string): boolean {
  const said = readDates(quote, "vi");
  return [date?.from, date?.to].every((told) => {
    if (told === undefined) return true;
    const [month, day = 0] = told.split("-").slice(-2).map(Number);
    return said.some((mention) => mention.month === month && (mention.day === undefined ? day === 1 || day >= 28 : mention.day === day));
  });
}

function sameAmount(amount: Amount | undefined, mention: AmountMention): boolean {
  if (amount === undefined || mention.unit === undefined) return false;
  return (
    agrees({ ...mention, ...amount }, mention) &&
    (amount.unit === mention.unit || mention.dimension === "mass" || mention.dimension === "month")
  );
}

function termOf(candidate: CandidateFact, quote: string): string | undefined {
  const kinds: Partial<Record<FactKind, string>> = {
    product: "product",
    variety: "variety",
    origin: "place",
    certification: "certificate",
  };
  return termsIn(quote, "vi").find(({ id }) => findTerm(id)?.kind === kinds[candidate.kind])?.id;
}

/** The rules' facts keep their ids; the model's follow. */
function renumber(facts: readonly Fact[], ruled: number): Fact[] {
  return facts.map((fact, index) => (index < ruled ? fact : { ...fact, id: `f${index + 1}` }));
}
