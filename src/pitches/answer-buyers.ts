import type { Fact, FactKind } from "#facts/fact.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import type { Language } from "#i18n/language.ts";
import { nameProduct } from "./name-product.ts";
import type { Pitch } from "./pitch.ts";
import { plainText } from "./ruby.ts";
import { saySentences } from "./say-sentences.ts";
import type { Sentence, Telling } from "./sentence.ts";
import { tellFacts, type PitchWords } from "./tell-facts.ts";

/** What buyers ask, and the facts that answer it. Nothing in a grower's notes answers for the reviews of others. */
const QUESTIONS: readonly { name: string; kinds: readonly FactKind[] }[] = [
  { name: "price", kinds: ["price"] },
  { name: "quality", kinds: ["award", "sweetness", "taste"] },
  { name: "size", kinds: ["size"] },
  { name: "storage", kinds: ["storage", "shelf-life"] },
  { name: "shipping", kinds: ["delivery"] },
  { name: "reviews", kinds: [] },
  { name: "packaging", kinds: ["pack"] },
  { name: "safety", kinds: ["certification", "practice"] },
  { name: "variety", kinds: ["variety"] },
  { name: "stock", kinds: ["stock", "season"] },
];
const SENTENCES_MAX = 4;
/** Replies that may come several times in a card: `reply.<key>` has as many variants again. */
const FOLLOWED: ReadonlySet<string> = new Set(["tell", "store", "certification"]);
const FOLLOWERS = 3;

/** One card for each question buyers ask: from the facts, else the polite promise to ask the grower. */
export function answerBuyers(facts: readonly Fact[], language: Language, words: PitchWords): Pitch["answers"] {
  const t = words(language);
  return QUESTIONS.map(({ name, kinds }) => {
    const question = plainText(t(`answers.${name}.question.0`));
    const tellings = kinds.includes("variety") ? tellVariety(facts) : tellFacts(facts, kinds, words);
    const sentences = tellings
      .slice(0, SENTENCES_MAX)
      .map((telling, index, all) => replyWith(telling, all.slice(0, index).filter(({ key }) => key === telling.key).length));
    if (sentences.length === 0) return { question, answer: plainText(t(`answers.${name}.unknown.0`)), factIds: [], known: false };
    const factIds = [...new Set(sentences.flatMap((sentence) => sentence.factIds))];
    return { question, answer: plainText(saySentences(sentences, language, words)), factIds, known: true };
  });
}

function tellVariety(facts: readonly Fact[]): Telling[] {
  const known = facts.some(({ kind, term }) => kind === "variety" && term !== undefined && findTerm(term)?.kind === "variety");
  const product = nameProduct(facts);
  return known && product !== undefined ? [{ key: "variety", slots: { product } }] : [];
}

/** The first of its kind begins with a polite yes, those after it go on from there. */
function replyWith({ key, slots }: Telling, before: number): Sentence {
  const variant = FOLLOWED.has(key) ? Math.min(before, FOLLOWERS) : 0;
  return { key: `reply.${key}`, variant, slots, factIds: Object.values(slots).flatMap(({ factIds }) => [...factIds]) };
}
