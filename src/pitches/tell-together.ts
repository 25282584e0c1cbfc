import type { Language } from "#i18n/language.ts";
import type { GoodsOf } from "./goods-of-facts.ts";
import { keyOf, nameGoods, type Goods } from "./goods.ts";
import { thingsOf } from "./sideways.ts";
import type { Slot, Telling } from "./sentence.ts";
import { writeChoice, writeList } from "./write-list.ts";

/**
 * Several measures of one kind in one sentence, each of its goods: `nho đỏ 16 độ và nho xanh 18 độ`; of the same goods one or the
 * other, `3 con một ký hoặc 2 con một ký`, for after a full stop the second would deny the first.
 */
export function tellTogether(key: string, tellings: readonly Telling[], goods: GoodsOf): Telling[] {
  const told = tellings.filter((telling) => telling.key === key).flatMap(({ slots: { amount } }) => amount ?? []);
  const about = told.map(({ factIds: [id = ""] }) => goods.get(id));
  const named = about.some((each) => each !== undefined);
  if (told.length < 2 && !named) return [...tellings];
  const several = new Set(about.map(keyOf)).size > 1;
  const each = (language: Language) => [
    ...new Set(told.map((slot, at) => ofGoods(slot.text(language), several ? about[at] : undefined, language))),
  ];
  const amount: Slot = {
    factIds: told.flatMap(({ factIds }) => factIds),
    text: (language) =>
      several ? listGoods(each(language), language) : ofGoods(chosen(each(language), each("vi"), language), about[0], language),
  };
  return [{ key, slots: { amount } }, ...tellings.filter((telling) => telling.key !== key)];
}

/** One size or another, each with all that is said of it: `cao 30 cm và đường kính 18 cm`. */
function chosen(measures: readonly string[], inVietnamese: readonly string[], language: Language): string {
  const things = measures.length === inVietnamese.length ? thingsOf(measures, inVietnamese) : measures.map((measure) => [measure]);
  return writeChoice(
    things.map((lengths) => listGoods(lengths, language)),
    language,
  );
}

function listGoods(items: readonly string[], language: Language): string {
  return language === "ja" ? items.join("と") : writeList(items, language);
}

function ofGoods(amount: string, goods: readonly Goods[] | undefined, language: Language): string {
  if (goods === undefined) return amount;
  const name = nameGoods(goods, language);
  if (language === "vi") return `${name} ${amount}`;
  return language === "en" ? `${amount} for the ${name}` : `${name}${amount}`;
}
