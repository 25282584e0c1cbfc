import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { nameTerm } from "./name-product.ts";
import type { Slot, Telling } from "./sentence.ts";
import { wordsAround } from "./words-around.ts";
import { writeChoice, writeList } from "./write-list.ts";

/**
 * Several measures of one kind in one sentence, each of the goods named before it: `nho đỏ 16 độ và nho xanh 18 độ`; of the same
 * goods one or the other, `3 con một ký hoặc 2 con một ký`, for after a full stop the second would deny the first.
 */
export function tellTogether(key: string, tellings: readonly Telling[], own: readonly Fact[], words: GrowerWords | undefined): Telling[] {
  const told = tellings.filter((telling) => telling.key === key).flatMap(({ slots: { amount } }) => amount ?? []);
  if (told.length < 2) return [...tellings];
  const goods = told.map(({ factIds }) => goodsBefore(factIds, own, words));
  const named = new Set(goods.filter((term) => term !== undefined)).size > 1;
  const each = (language: Language) => [...new Set(told.map((slot, at) => ofGoods(slot, named ? goods[at] : undefined, language)))];
  const amount: Slot = {
    factIds: told.flatMap(({ factIds }) => factIds),
    text: (language) => (named ? listGoods(each(language), language) : writeChoice(each(language), language)),
  };
  return [{ key, slots: { amount } }, ...tellings.filter((telling) => telling.key !== key)];
}

function listGoods(items: readonly string[], language: Language): string {
  return language === "ja" ? items.join("と") : writeList(items, language);
}

function goodsBefore(factIds: readonly string[], own: readonly Fact[], words: GrowerWords | undefined): string | undefined {
  const at = own.findIndex(({ id }) => factIds.includes(id));
  const fact = own[at];
  if (fact === undefined || words === undefined) return undefined;
  const { before } = wordsAround(fact, { previous: own[at - 1] }, words);
  return goodsIn(before).at(-1);
}

/** The goods that words name, a variety rather than its product. */
function goodsIn(text: string): string[] {
  const terms = termsIn(text, "vi").filter(({ id }) => ["product", "variety"].includes(findTerm(id)?.kind ?? ""));
  const varieties = new Set(terms.map(({ id }) => findTerm(id)?.of));
  return terms.map(({ id }) => id).filter((id) => !varieties.has(id));
}

function ofGoods(slot: Slot, goods: string | undefined, language: Language): string {
  const amount = slot.text(language);
  if (goods === undefined) return amount;
  const name = nameTerm(goods, language);
  if (language === "vi") return `${name} ${amount}`;
  return language === "en" ? `${amount} for the ${name}` : `${name}${amount}`;
}
