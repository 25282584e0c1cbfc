import type { Language } from "#i18n/language.ts";
import type { GoodsOf } from "./goods-of-facts.ts";
import { nameGoods, type Goods } from "./goods.ts";
import type { Slot, Telling } from "./sentence.ts";
import { writeChoice, writeList } from "./write-list.ts";

/** More in one breath are not heard. */
const GOODS_MAX = 4;
/** `Hàng để được mít 3 ngày` is no Vietnamese: these are told in phrases of their own, `shelf-of`. */
const TIMED = /^(?:shelf|season\.)/;
const MINIMUM = /^minimum\./;

/**
 * What is said of some goods only is told with their names, those of one kind together: `mít sấy 8 tháng và mít 3 ngày`. What is
 * said of all stays as it is.
 */
export function tellOfGoods(tellings: readonly Telling[], goods: GoodsOf): Telling[] {
  const ofAll: Telling[] = [];
  const ofSome = new Map<string, { key: string; name: string; slots: Slot[] }>();
  for (const telling of tellings) {
    const { key, slots } = telling;
    const [name, slot] = Object.entries(slots)[0] ?? [];
    const about = goods.get(slot?.factIds[0] ?? "");
    if (name === undefined || slot === undefined || about === undefined) {
      ofAll.push(telling);
      continue;
    }
    const told = { factIds: slot.factIds, text: (language: Language) => ofGoods(key, slot.text(language), about, language) };
    ofSome.set(key, { key, name, slots: [...(ofSome.get(key)?.slots ?? []), told] });
  }
  const together = [...ofSome.values()].flatMap(({ key, name, slots }) =>
    inBreaths(key, slots).map((breath): Telling => ({ key: TIMED.test(key) ? `${key}-of` : key, slots: { [name]: breath } })),
  );
  return [...together, ...ofAll];
}

/** As evenly as can be. */
function inBreaths(key: string, slots: readonly Slot[]): Slot[] {
  const size = Math.ceil(slots.length / Math.ceil(slots.length / GOODS_MAX));
  const breaths = Array.from({ length: Math.ceil(slots.length / size) }, (_, at) => slots.slice(at * size, (at + 1) * size));
  return breaths.map((breath) => ({
    factIds: breath.flatMap(({ factIds }) => [...factIds]),
    text: (language) => listOf(key, [...new Set(breath.map((slot) => slot.text(language)))], language),
  }));
}

function listOf(key: string, items: readonly string[], language: Language): string {
  if (MINIMUM.test(key)) return writeChoice(items, language);
  if (language === "ja") return items.join(TIMED.test(key) ? "、" : "と");
  return writeList(items, language);
}

/** `mít sấy 8 tháng`, `8 months for the dried jackfruit`, `ドライジャックフルーツが8か月`; of a stock `2 tấn mít`, `2 tonnes of jackfruit`. */
function ofGoods(key: string, amount: string, goods: readonly Goods[], language: Language): string {
  const name = nameGoods(goods, language);
  if (TIMED.test(key)) {
    if (language === "ja") return `${name}が${amount}`;
    return language === "vi" ? `${name} ${amount}` : `${amount} for the ${name}`;
  }
  if (language === "ja") return `${name}${amount}`;
  if (language === "vi") return `${amount} ${key === "minimum.money" ? "tiền " : ""}${name}`;
  // The pieces are the goods.
  return PIECES.test(amount) ? `${amount.replace(PIECES, "")} ${name}` : `${amount} of ${name}`;
}
const PIECES = / pieces?$/;
