import type { Fact, FactKind } from "#facts/fact.ts";
import { findTerm, loadLexicon } from "#lexicon/lexicon.ts";
import type { Family } from "#lexicon/term.ts";
import type { Language } from "#i18n/language.ts";
import { hashOf } from "./choose.ts";
import { knownClauses } from "./known-clauses.ts";
import { nameProduct } from "./name-product.ts";
import type { Phrases } from "./phrases.ts";
import type { Pitch } from "./pitch.ts";
import { sharedFamily } from "./plan-pitch.ts";
import { plainText } from "./ruby.ts";
import { saySentences } from "./say-sentences.ts";
import type { Sentence, Telling } from "./sentence.ts";
import { tellAreas } from "./tell-areas.ts";
import { tellFacts, type Tale } from "./tell-facts.ts";
import { tellStrength } from "./tell-strength.ts";

/** What buyers ask, in the order of the cards. */
export const BUYERS_QUESTIONS = [
  "price",
  "quality",
  "size",
  "storage",
  "shipping",
  "reviews",
  "packaging",
  "safety",
  "variety",
  "stock",
] as const;
/** The facts that answer each; a practice answers for safety by what is left out. Nothing in a grower's notes answers for the reviews of others. */
const ANSWERED_BY: Record<(typeof BUYERS_QUESTIONS)[number], readonly FactKind[]> = {
  price: ["price"],
  quality: ["award", "sweetness", "taste"],
  size: ["size"],
  storage: ["storage", "shelf-life"],
  shipping: ["delivery"],
  reviews: [],
  packaging: ["pack"],
  safety: ["certification", "practice"],
  variety: ["variety"],
  stock: ["stock", "season"],
};
/** Whether a fact is of a question's matter. How goods are made says nothing of their safety, what is left out does. */
export function answersTo(about: (typeof BUYERS_QUESTIONS)[number], fact: Fact): boolean {
  if (!ANSWERED_BY[about].includes(fact.kind)) return false;
  return about !== "safety" || fact.kind !== "practice" || knownClauses(fact).some(({ negative }) => negative);
}

const SENTENCES_MAX = 4;

/** The cards of a story whose facts answer nothing. */
export function answerNothing(storyId: string, tale: Tale, language: Language): Pitch["answers"] {
  const question = (name: string) => plainText(tale.phrases.say(language, `answers.${name}.question`, 0));
  return BUYERS_QUESTIONS.map((name) => ({ question: question(name), ...unknownAnswer(storyId, name, tale, language) }));
}

/** One card for each question buyers ask: from the facts, else the polite promise to ask the grower. */
export function answerBuyers(storyId: string, tale: Tale, language: Language): Pitch["answers"] {
  const { facts, phrases } = tale;
  return BUYERS_QUESTIONS.map((name) => {
    const kinds = ANSWERED_BY[name];
    const question = plainText(phrases.say(language, `answers.${name}.question`, 0));
    const own = kinds.includes("variety") ? tellVariety(facts) : tellFacts({ ...tale, leftOut: name === "safety" }, kinds);
    const tellings = own.length === 0 && name === "size" ? otherSizes(tale) : own;
    const replies = tellings.slice(0, SENTENCES_MAX).map(({ key, slots }) => ({ key: key.replace(/^tell\..*/, "tell"), slots }));
    const sentences = replies.map((telling, index) => replyWith(telling, index, phrases));
    if (sentences.length === 0) return { question, ...unknownAnswer(storyId, name, tale, language) };
    const factIds = [...new Set(sentences.flatMap((sentence) => sentence.factIds))];
    return { question, answer: plainText(saySentences(sentences, language, phrases)), factIds, known: true };
  });
}

/** Without a size of their own: of mats as they are priced, of what is poured as it is packed. */
function otherSizes(tale: Tale): Telling[] {
  if (!isLoose(tale.facts)) return tellAreas(tale);
  return tellFacts(tale, ["pack"]).flatMap(({ key, slots }) => (key === "pack" ? [{ key: "pack-size", slots }] : []));
}

/** Rice and honey are as big as their packs. */
function isLoose(facts: readonly Fact[]): boolean {
  const family = sharedFamily(facts);
  return family !== undefined && LOOSE.has(family);
}
const LOOSE: ReadonlySet<Family> = new Set<Family>(["rice", "tea", "coffee", "honey", "spice", "fish-sauce", "food"]);

function tellVariety(facts: readonly Fact[]): Telling[] {
  const known = facts.some(({ kind, term }) => kind === "variety" && term !== undefined && findTerm(term)?.kind === "variety");
  const product = known || areWithoutVarieties(facts) ? nameProduct(facts) : undefined;
  return [
    ...(product === undefined ? [] : [{ key: "variety", slots: { product } }]),
    ...tellStrength(
      facts.filter(({ kind }) => kind === "variety"),
      facts,
    ),
  ];
}

/** Of several goods, and of a hat or a vase, the name is all there is to say. */
function areWithoutVarieties(facts: readonly Fact[]): boolean {
  const goods = new Set(facts.flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? [term] : [])));
  return goods.size > 1 || (goods.size === 1 && !loadLexicon().some(({ of }) => of !== undefined && goods.has(of)));
}

/** The first of a card begins with a polite yes, the variants after it go on from there, each in its own way. */
function replyWith({ key, slots }: Telling, index: number, phrases: Phrases): Sentence {
  const variant = Math.min(index, phrases.count(`reply.${key}`) - 1);
  return { key: `reply.${key}`, variant, slots, factIds: Object.values(slots).flatMap(({ factIds }) => [...factIds]) };
}

/** The polite promise to ask the grower. */
function unknownAnswer(storyId: string, about: string, { facts, phrases }: Tale, language: Language) {
  const key = `answers.${about}.unknown`;
  const maker = phrases.say(language, `names.maker.${sharedFamily(facts) ?? "any"}`, 0);
  const answer = plainText(phrases.say(language, key, hashOf(`${storyId}:${key}`) % phrases.count(key), { maker }));
  return { answer, factIds: [], known: false };
}
