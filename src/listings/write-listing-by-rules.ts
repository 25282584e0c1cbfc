import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { hashOf } from "#pitches/choose.ts";
import { nameHomes } from "#pitches/homes.ts";
import { nameProduct } from "#pitches/name-product.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { placeBeside } from "#pitches/place-beside.ts";
import { plainText } from "#pitches/ruby.ts";
import type { Slot, Telling } from "#pitches/sentence.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { writtenVoice } from "#pitches/voice.ts";
import type { Listing } from "./listing.ts";

const BULLETS_MAX = 5;
/** As many as `order` has in `locales/<language>/listing.json`. */
const ORDER_VARIANTS = 3;
const STOP: Record<Language, string> = { vi: ".", en: ".", ja: "。" };

/** `lines`: what is written of facts, as it stands in the page, each with the facts it rests on. */
export type ListingByRules = Listing & { lines: { text: string; factIds: readonly string[] }[] };

/** A buyer's page from facts alone, without a model; `slug` comes from `listingSlug`, `said` are the grower's words. */
export function writeListingByRules({
  storyId,
  facts,
  language,
  slug,
  words,
  said,
}: {
  storyId: string;
  facts: readonly Fact[];
  language: Language;
  slug: string;
  words: Words;
  said?: GrowerWords | undefined;
}): ListingByRules {
  const phrases = openPhrases(words, writtenVoice(facts));
  const tell = (...kinds: Fact["kind"][]) => tellFacts({ facts, phrases, words: said }, kinds);
  const product = nameProduct(facts);
  const homes = nameHomes(facts, said);
  const from = homes === undefined ? placeBeside(facts) : undefined;
  const place = from?.alone === true ? undefined : from?.place;
  const names = { ...(product === undefined ? {} : { product }), ...(place === undefined ? {} : { place }) };
  const head = product === undefined ? (place === undefined ? "none" : "origin") : place === undefined ? "plain" : "place";
  const write = (key: string, slots: Readonly<Record<string, Slot>>) => fill(words, key, slots, language);
  const line = ({ key, slots }: Telling) => write(`line.${key.replace(/^tell\..*/, "tell").replace(/-of$/, "")}`, slots);
  const sentence = (telling: Telling) => `${line(telling)}${STOP[language]}`;

  const first = [...(homes === undefined ? [] : [{ key: "homes", slots: { homes } }]), ...tell("price")];
  const points = [
    ...tell("certification"),
    ...tell("pack"),
    ...tell("sweetness"),
    ...tell("taste"),
    ...tell("size"),
    ...tell("practice"),
    ...tell("award"),
    ...tell("season"),
    ...tell("shelf-life"),
    ...tell("storage"),
  ];
  const rest = [
    points.slice(BULLETS_MAX),
    tell("grower", "story"),
    [...tell("stock"), ...tell("minimum-order"), ...tell("delivery"), ...tell("contact")],
  ];
  const joined = (sentences: readonly string[]) => sentences.join(language === "ja" ? "" : " ");
  const paragraphs = rest.map((tellings) => joined(tellings.map(sentence))).filter((paragraph) => paragraph !== "");
  const named = [
    ...new Set([...Object.values(names), ...(from?.place === undefined ? [] : [from.place])].flatMap(({ factIds }) => [...factIds])),
  ];
  const [title, summary] = [write(`title.${head}`, names), write(`summary.${head}`, names)];
  const lines = [
    ...[title, summary].map((text) => ({ text, factIds: named })),
    ...[...first, ...points, ...rest.flat()].map((telling) => ({ text: line(telling), factIds: factsOf(telling) })),
  ];
  return {
    slug,
    title,
    summary: joined([summary, ...first.map(sentence)]),
    bullets: points.slice(0, BULLETS_MAX).map(line),
    body: [...paragraphs, write(`order.${hashOf(storyId) % ORDER_VARIANTS}`, {})].join("\n"),
    factIds: [...new Set(lines.flatMap(({ factIds }) => [...factIds]))],
    lines,
  };
}

function factsOf({ slots }: Telling): string[] {
  return Object.values(slots).flatMap(({ factIds }) => [...factIds]);
}

function fill(words: Words, key: string, slots: Readonly<Record<string, Slot>>, language: Language): string {
  const filled = Object.entries(slots).flatMap(([name, slot]) => {
    const text = plainText(slot.text(language));
    return [
      [name, text],
      [capitalised(name), capitalised(text)],
    ];
  });
  return words.in(language, "listing")(key, { replace: Object.fromEntries(filled) });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
