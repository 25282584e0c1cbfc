import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Pitch } from "#pitches/pitch.ts";

/** One story behind a show: its answers in each language, and the facts they rest on. */
export type Answering = { pitches: Partial<Record<Language, Pitch>>; facts: readonly Fact[] };
/** One reply in each language it is told in, the buyer's among them; empty where there is none. */
export type Replies = Partial<Record<Language, string>>;

type Card = Pitch["answers"][number];

/** The card that rests on one of these facts, never the polite "I will ask": in the buyer's language, and the same in the others. Empty where several stories' cards say different things. */
export function answerByCard(stories: readonly Answering[], isAsked: (fact: Fact) => boolean, language: Language): Replies {
  const found = stories.flatMap((story) => {
    const asked = new Set(story.facts.filter(isAsked).map(({ id }) => id));
    const card = story.pitches[language]?.answers.find(({ known, factIds }) => known && factIds.some((id) => asked.has(id)));
    return card === undefined ? [] : [{ story, card }];
  });
  const [first, ...others] = found;
  if (first === undefined || others.some(({ card }) => card.answer !== first.card.answer)) return {};
  return inEach((other) => sameCard(first.story, first.card, other));
}

/** What answers each of several questions, as one reply. Empty where one is not answered. */
export function joinReplies(found: readonly Replies[], language: Language): Replies {
  if (found.length === 0 || found.some((replies) => replies[language] === undefined)) return {};
  return inEach((other) => {
    const said = [...new Set(found.map((replies) => replies[other]))];
    return said.includes(undefined) ? undefined : said.join(other === "ja" ? "" : " ");
  });
}

export function inEach(tell: (language: Language) => string | undefined): Replies {
  return Object.fromEntries(LANGUAGES.map((language) => [language, tell(language)] as const).filter(([, text]) => text !== undefined));
}

/** What facts say, as their grower said it. */
export function sayFacts(facts: readonly Fact[], factIds: readonly string[]): string {
  return facts
    .filter(({ id }) => factIds.includes(id))
    .map(({ text }) => text)
    .join("; ");
}

/** The answer that rests on the very same facts; in Vietnamese, where there is none, the facts themselves. */
function sameCard(story: Answering, card: Card, language: Language): string | undefined {
  const key = keyOf(card);
  const cards = story.pitches[language]?.answers ?? [];
  const same = cards.includes(card) ? card : cards.find((other) => other.known && keyOf(other) === key);
  return same?.answer ?? (language === "vi" ? sayFacts(story.facts, card.factIds) : undefined);
}

function keyOf({ factIds }: Card): string {
  return factIds.toSorted().join(" ");
}
