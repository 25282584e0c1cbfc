import { z } from "zod";
import type { Amount, Fact, GrowerWords, Unit } from "#facts/fact.ts";
import { madeOf } from "#facts/made-of.ts";
import { marketSchema, type Language, type Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Family } from "#lexicon/term.ts";
import type { LabelRow } from "./coach.ts";
import { goodsOfFacts } from "./goods-of-facts.ts";
import data from "./label-rules.json" with { type: "json" };
import { nameIngredient } from "./name-ingredients.ts";
import { nameGrower } from "./name-grower.ts";
import { namePlace, nameProduct } from "./name-product.ts";
import { openPhrases, type Phrases } from "./phrases.ts";
import { plainText } from "./ruby.ts";
import type { Slot, Telling } from "./sentence.ts";
import type { Texts } from "./show-plan.ts";
import { tellFacts, type Tale } from "./tell-facts.ts";
import { textsOf as texts } from "./texts-of.ts";
import { readVoice, writtenVoice } from "./voice.ts";
import { writeAmount, type Manner } from "./write-amount.ts";

const FIELDS = [
  "name",
  "origin",
  "quantity",
  "ingredients",
  "made",
  "best-before",
  "storage",
  "responsible",
  "harvest",
  "certificate",
  "contact",
] as const;
type Field = (typeof FIELDS)[number];
const requirementSchema = z.strictObject({ market: marketSchema, of: z.enum(["all", "food", "processed"]), law: z.string() });
const fields = z.array(z.strictObject({ id: z.enum(FIELDS), requires: z.array(requirementSchema) })).parse(data.fields);

const FRESH: ReadonlySet<Family> = new Set<Family>(["fruit", "vegetable"]);
/** Never complete in a grower's notes: a date is stamped, an address is written out, ingredients are listed. */
const BY_HAND: ReadonlySet<Field> = new Set<Field>(["made", "best-before", "responsible", "ingredients"]);

type Value = { texts: Texts; factIds: string[] };

/** What to print on the pack: each field in three languages from the facts, and what a market requires and the facts do not say. */
export function labelPack(asked: {
  facts: readonly Fact[];
  markets: readonly Market[];
  family: Family | undefined;
  words: Words;
  said?: GrowerWords | undefined;
}): LabelRow[] {
  const { facts, markets, family, words, said } = asked;
  const phrases = openPhrases(words, writtenVoice(facts), "coach");
  const tale = { facts, phrases: openPhrases(words, writtenVoice(facts)), goods: goodsOfFacts(facts, said) };
  const values = valuesOf(tale, phrases);
  const quantities = quantitiesOf(facts);
  return fields.flatMap(({ id, requires }): LabelRow[] => {
    const requiredBy = requires.flatMap(({ market, of, law }) =>
      markets.includes(market) && applies(of, family) ? [{ market, law }] : [],
    );
    const several = id === "quantity" && quantities.length > 0 ? quantities : [values[id]];
    return several.flatMap((value): LabelRow[] => {
      if (value === undefined && requiredBy.length === 0) return [];
      const status = value === undefined ? "missing" : BY_HAND.has(id) ? "incomplete" : "known";
      return [
        {
          field: id,
          label: texts((language) => phrases.say(language, `label.${id}`, 0)),
          ...(value === undefined ? {} : { value: value.texts }),
          status,
          requiredBy,
          ...(status === "known" ? {} : { note: texts((language) => phrases.say(language, `note.${id}`, 0)) }),
          factIds: value?.factIds ?? [],
        },
      ];
    });
  });
}

/** A label names the goods without the courtesy of speech: 米, not お米. */
export function nameOnLabel(text: string): string {
  return capital(text).replace(/^お/u, "");
}

function applies(of: "all" | "food" | "processed", family: Family | undefined): boolean {
  if (of === "all") return true;
  if (family === undefined || family === "craft") return false;
  return of === "food" || !FRESH.has(family);
}

function valuesOf(tale: Tale, phrases: Phrases): Partial<Record<Field, Value>> {
  const { facts } = tale;
  const place = namePlace(facts);
  const name = nameGrower(facts);
  const product = nameProduct(facts);
  const slotsOf = (kind: Fact["kind"], slot: string) => tellFacts(tale, [kind]).flatMap(({ slots }) => slots[slot] ?? []);
  const lasting = lastingOf(tale);
  const values: [Field, Value | undefined][] = [
    ["name", product && valueOf(product, nameOnLabel)],
    [
      "origin",
      place && {
        texts: texts((language) => phrases.say(language, "origin.place", 0, { place: place.text(language) })),
        factIds: [...place.factIds],
      },
    ],
    ["ingredients", ingredientsOf(facts)],
    [
      "best-before",
      lasting && {
        texts: texts((language) => phrases.say(language, "lasting", 0, { amount: lasting.text(language) })),
        factIds: [...lasting.factIds],
      },
    ],
    ["storage", joined(slotsOf("storage", "clause"))],
    ["responsible", name && joined(place === undefined ? [name] : [name, place])],
    ["harvest", joined(slotsOf("season", "season"))],
    ["certificate", joined(slotsOf("certification", "name"))],
    ["contact", joined(tellFacts(tale, ["contact"]).flatMap(numberOnLabel))],
  ];
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** `Zalo 0912…` where it is not called. */
function numberOnLabel({ key, slots: { phone, app } }: Telling): Slot[] {
  if (phone === undefined) return [];
  if (key !== "contact-app" || app === undefined) return [phone];
  return [{ factIds: phone.factIds, text: (language) => `${app.text(language)} ${phone.text(language)}` }];
}

/** How long it keeps: each of several goods, else the first time that is told. */
function lastingOf(tale: Tale): Slot | undefined {
  const each = tellFacts(tale, ["shelf-life"]).flatMap(({ key, slots: { amount } }) => (key === "shelf-of" ? (amount ?? []) : []));
  if (each.length > 0) {
    const list = (language: Language) => each.map((slot) => slot.text(language)).join(language === "ja" ? "、" : ", ");
    return { factIds: each.flatMap(({ factIds }) => [...factIds]), text: (language) => plainText(list(language)) };
  }
  const times = tale.facts.filter(({ id, kind }) => kind === "shelf-life" && tale.goods?.has(id) !== true);
  const lasting = times.find(({ amount }) => amount !== undefined && amount.per === undefined)?.amount;
  return lasting && { factIds: times.map(({ id }) => id), text: (language) => writeAmount(lasting, language) };
}

/** What the goods are made of, each once; what only fills them is not all. */
function ingredientsOf(facts: readonly Fact[]): Value | undefined {
  const lists = facts.flatMap(({ id, kind, quote }) =>
    kind === "practice" ? madeOf(quote).flatMap(({ of, filling }) => (filling ? [] : [{ id, of }])) : [],
  );
  if (lists.length === 0) return undefined;
  const write = (language: Language) => [...new Set(lists.flatMap(({ of }) => of.map((one) => nameIngredient(one, language))))];
  return {
    texts: texts((language) => capital(plainText(write(language).join(language === "ja" ? "、" : ", ")))),
    factIds: [...new Set(lists.map(({ id }) => id))],
  };
}

/** What each pack holds, a label each; where some are measured, a case of them has no label of its own. */
function quantitiesOf(facts: readonly Fact[]): Value[] {
  const packs = facts.flatMap((fact) => (fact.kind === "pack" && fact.amount !== undefined ? [{ fact, amount: fact.amount }] : []));
  const measured = packs.filter(({ amount }) => SYMBOLS.has(amount.unit));
  const { region } = readVoice("", facts);
  const same = Map.groupBy(measured.length === 0 ? packs : measured, ({ amount: { min, max, unit } }) => `${min}-${max} ${unit}`);
  return [...same.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const write = (language: Language) => netContent(first.amount, language, { said: first.fact.text, aloud: region, last: true });
    return [{ texts: texts(write), factIds: own.map(({ fact }) => fact.id) }];
  });
}

/** `500 g` in every language: a label has the symbol, not the word. */
function netContent({ min, max, unit }: Amount, language: Language, manner: Manner): string {
  return min === max && SYMBOLS.has(unit)
    ? `${max.toLocaleString(LOCALES[language], { maximumFractionDigits: 3 })} ${unit}`
    : writeAmount({ min, max, unit }, language, manner);
}
const SYMBOLS: ReadonlySet<Unit> = new Set<Unit>(["g", "kg", "ml", "l"]);
const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-US", ja: "ja-JP" };

function joined(slots: readonly Slot[]): Value | undefined {
  if (slots.length === 0) return undefined;
  const text = (language: Language) => capital(slots.map((slot) => slot.text(language)).join(language === "ja" ? "、" : ", "));
  return { texts: texts(text), factIds: [...new Set(slots.flatMap(({ factIds }) => [...factIds]))] };
}

function valueOf(slot: Slot, write: (text: string) => string): Value {
  return { texts: texts((language) => write(slot.text(language))), factIds: [...slot.factIds] };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
