import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { addressGrower } from "./name-grower.ts";
import { nameHomes } from "./homes.ts";
import { nameProduct } from "./name-product.ts";
import { placeBeside } from "./place-beside.ts";
import { openPhrases } from "./phrases.ts";
import type { ShowStory } from "./plan-show.ts";
import type { Slot } from "./sentence.ts";
import type { ShowPlan } from "./show-plan.ts";
import { tellFacts } from "./tell-facts.ts";
import { spokenTextsOf, textsOf } from "./texts-of.ts";
import { readVoice } from "./voice.ts";

/** What a visitor does in two minutes, in seconds; the host's answer is part of the asking. */
const STEPS = [
  { name: "hello", seconds: 15 },
  { name: "hold", seconds: 15 },
  { name: "ask", seconds: 30 },
  { name: "see", seconds: 20 },
  { name: "price", seconds: 15 },
  { name: "order", seconds: 15 },
  { name: "thanks", seconds: 10 },
] as const;

/** A card for a visitor who has never sold: greet, hold, ask the host, say what they see, and hand back; only facts, and no promises. */
export function planGuest({ id, facts, said }: ShowStory, words: Words): ShowPlan["guest"] {
  const voice = { ...readVoice(id, facts, said), self: "tôi" };
  const phrases = openPhrases(words, voice, "show-plan");
  const pitch = openPhrases(words, voice);
  const tale = { facts, phrases: pitch, words: said };
  const [prices] = tellFacts(tale, ["price"]);
  // A number to text is told as one to call to nobody: it goes into the comments.
  const contact = tellFacts(tale, ["contact"]).find(({ key }) => ["contact", "contact-both", "contact-app"].includes(key));
  const home = nameHomes(facts, said) === undefined ? placeBeside(facts) : undefined;
  const slots: Partial<Record<string, Slot>> = {
    product: nameProduct(facts) ?? { factIds: [], text: (language) => pitch.say(language, "names.product", 0) },
    place: home?.alone === true ? undefined : home?.place,
    name: addressGrower(facts),
    price: prices?.slots.price,
    phone: contact?.slots.phone,
    app: contact?.slots.app,
  };
  const variants: Record<string, string> = {
    hello: slots.place === undefined ? "hello" : "hello-place",
    ask: slots.name === undefined ? "ask" : "ask-name",
    price: prices === undefined ? "price-unknown" : prices.key === "price.many" ? "prices" : "price",
    order: contact === undefined ? "order-comment" : contact.key === "contact-app" ? "order-app" : "order",
  };
  const fill = (key: string, variant: number) => (language: Language) => {
    const filled = Object.entries(slots).map(([name, slot]) => [name, slot?.text(language) ?? ""]);
    return phrases.say(language, key, variant, Object.fromEntries(filled));
  };
  return {
    steps: STEPS.map(({ name, seconds }) => {
      const key = `guest.say.${variants[name] ?? name}`;
      const used = Object.entries(slots).filter(([slot]) => phrases.raw("vi", key, 0).includes(`{{${slot}}}`));
      return {
        seconds,
        do: textsOf(fill(`guest.do.${name}`, 0)),
        say: spokenTextsOf(fill(key, 0)),
        factIds: used.flatMap(([, slot]) => [...(slot?.factIds ?? [])]),
      };
    }),
    rules: [...Array(phrases.count("guest.rule")).keys()].map((rule) => textsOf(fill("guest.rule", rule))),
  };
}
