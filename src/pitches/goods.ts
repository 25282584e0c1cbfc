import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { isManyOf, nameTerm } from "./name-product.ts";
import type { Named } from "./named-rows.ts";
import { writeList } from "./write-list.ts";

/** What is sold, by its id in the lexicon; `state`: fresh or frozen, where both are sold; `called`: the grower's own name for it. */
export type Goods = { term: string; state?: Named | undefined; called?: string | undefined };

/** The same for the same goods, whatever order they were said in. */
export function keyOf(goods: readonly Goods[] | undefined): string {
  return (goods ?? []).map(({ term, state }) => `${term} ${state?.en ?? ""}`).join();
}

/** A product is said of each of its varieties, and goods in no state of all. */
export function includesGoods(all: readonly Goods[], one: Goods): boolean {
  return all.some(
    ({ term, state }) =>
      (term === one.term || findTerm(one.term)?.of === term || findTerm(term)?.of === one.term) &&
      (state === undefined || one.state === undefined || state.en === one.state.en),
  );
}

/** Several goods as they stand in a sentence. */
export function nameGoods(goods: readonly Goods[], language: Language): string {
  const names = goods.map((each) => nameIn(each, language));
  return language === "ja" ? names.join("と") : writeList(names, language);
}

/** `xà lách thủy canh` is xà lách where that it grows in water is told of it. */
export function calledPlainly(goods: readonly Goods[], told: string): Goods[] {
  return goods.map((one) => {
    const plain = `${nameTerm(one.term, "vi")} `;
    return one.called?.startsWith(plain) === true && told.includes(one.called.slice(plain.length)) ? { ...one, called: undefined } : one;
  });
}

/** True where English says `they` of them. */
export function areMany(goods: readonly Goods[]): boolean {
  return goods.length > 1 || isManyOf(goods[0]?.term ?? "");
}

/** `tôm sú đông lạnh`, `frozen black tiger shrimp`, `冷凍のブラックタイガー`. */
function nameIn({ term, state, called }: Goods, language: Language): string {
  const name = (language === "vi" && state === undefined ? called : undefined) ?? nameTerm(term, language);
  if (state === undefined) return name;
  if (language === "vi") return `${name} ${state.vi.replace(/^(?:hàng|loại|con) /u, "")}`;
  if (language === "en") return `${state.en} ${name}`;
  return /(?:もの|品(?:\[[^\]]+\])?)$/u.test(state.ja) ? `${name}の${state.ja}` : `${state.ja}の${name}`;
}
