import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { countedBy, writeCounted } from "./counted-goods.ts";
import type { Telling } from "./sentence.ts";
import { minimumKey } from "./tell-amounts.ts";
import { TIER_REACH } from "./tell-prices.ts";

/** `sỉ từ 100 cái`, `đặt ít nhất 50 đôi`: the floor of an order in what the contract has no unit for. */
export function tellLeastCount(fact: Fact, facts: readonly Fact[]): Telling[] {
  if (fact.kind !== "minimum-order" || fact.amount !== undefined) return [];
  const [, count = "", unit = ""] = /(?<![\d.,])(\d{1,6}) ?([a-z]+)/.exec(foldText(fact.text)) ?? [];
  const by = count === "" ? undefined : countedBy(unit, fact, facts);
  const isPriced = facts.some(
    ({ kind, source, start }) => kind === "price" && source === fact.source && start >= fact.start && start - fact.end <= TIER_REACH,
  );
  if (by === undefined || by.ja === "" || isPriced) return [];
  const text = (language: Language) => writeCounted({ min: Number(count), max: Number(count) }, by, language);
  return [{ key: minimumKey(fact.text, "fruit"), slots: { minimum: { factIds: [fact.id], text } } }];
}
