import type { Fact, FactKind } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Pitch } from "#pitches/pitch.ts";

/** One story behind a show: its answers in each language, and the facts they rest on. */
export type Answering = { pitches: Partial<Record<Language, Pitch>>; facts: readonly Fact[] };
/** One reply in each language it is told in, the buyer's among them; empty where there is none. */
export type Replies = Partial<Record<Language, string>>;

type Card = Pitch["answers"][number];
type Found = { story: Answering; card: Card };

/** The cards' answers to all that is asked, never the polite "I will ask": in the buyer's language, and the same in the others. */
export function answerByCards(stories: readonly Answering[], abouts: readonly FactKind[], language: Language): Replies {
  const found = abouts.map((about) => cardAbout(stories, about, language));
  const known = found.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < found.length) return {};
  const told = LANGUAGES.map((other): [Language, string | undefined] => [other, joined(known, other)]);
  return Object.fromEntries(told.filter(([, text]) => text !== undefined));
}

/** What facts say, as their grower said it. */
export function sayFacts(facts: readonly Fact[], factIds: readonly string[]): string {
  return facts
    .filter(({ id }) => factIds.includes(id))
    .map(({ text }) => text)
    .join("; ");
}

/** The first story's that has one. */
function cardAbout(stories: readonly Answering[], about: FactKind, language: Language): Found | undefined {
  for (const story of stories) {
    const asked = new Set(story.facts.filter(({ kind }) => kind === about).map(({ id }) => id));
    const card = story.pitches[language]?.answers.find(({ known, factIds }) => known && factIds.some((id) => asked.has(id)));
    if (card !== undefined) return { story, card };
  }
  return undefined;
}

/** Undefined where one of the answers is not told in this language. */
function joined(found: readonly Found[], language: Language): string | undefined {
  const said = [...new Set(found.map((one) => sameCard(one, language)))];
  return said.includes(undefined) ? undefined : said.join(language === "ja" ? "" : " ");
}

/** The answer that rests on the very same facts; in Vietnamese, where there is none, the facts themselves. */
function sameCard({ story, card }: Found, language: Language): string | undefined {
  const key = keyOf(card);
  const cards = story.pitches[language]?.answers ?? [];
  const same = cards.includes(card) ? card : cards.find((other) => other.known && keyOf(other) === key);
  return same?.answer ?? (language === "vi" ? sayFacts(story.facts, card.factIds) : undefined);
}

function keyOf({ factIds }: Card): string {
  return factIds.toSorted().join(" ");
}
