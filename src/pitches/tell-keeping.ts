import type { Amount, Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { keyOf } from "./goods.ts";
import type { GoodsOf } from "./goods-of-facts.ts";
import { addReading } from "./japanese-reading.ts";
import data from "./keeping.json" with { type: "json" };
import { namedIn, namedRows, type Named } from "./named-rows.ts";
import type { Telling } from "./sentence.ts";
import { isLasting, mannerOf } from "./tell-amounts.ts";
import type { Voice } from "./voice.ts";
import { wordsAround } from "./words-around.ts";
import { writeAmount } from "./write-amount.ts";
import { writeList } from "./write-list.ts";

const bounds = namedRows(data.bounds);

type Keeping = { fact: Fact; amount: Amount; bound?: Named };

/** Whether each time says by itself what bounds it; then these goods need no place besides. */
export function isBounded(times: readonly Fact[], words: GrowerWords | undefined, isOfThese: (time: Fact) => boolean): boolean {
  const bounded = keepingsOf(times.filter(isLasting), words).filter(({ bound }) => bound !== undefined);
  return bounded.length > 1 && bounded.some(({ fact }) => isOfThese(fact));
}

/** How long it keeps; several times of the same goods in one sentence, each with what bounds it: `24 tháng khi chưa mở và 6 tháng sau khi mở`. */
export function tellKeeping(own: readonly Fact[], voice: Voice, words: GrowerWords | undefined, goods: GoodsOf): Telling[] {
  const keepings = keepingsOf(own.filter(isLasting), words);
  const told = [...Map.groupBy(keepings, ({ fact }) => keyOf(goods.get(fact.id))).values()].flatMap((same) => {
    const bounded = same.filter(({ bound }) => bound !== undefined);
    return bounded.length < 2 ? same.map((keeping) => [keeping]) : [bounded];
  });
  return told.map((together) => ({
    key: "shelf",
    slots: {
      amount: {
        factIds: together.map(({ fact }) => fact.id),
        text: (language) => writeList([...new Set(together.map((keeping) => writeKeeping(keeping, language, voice)))], language),
      },
    },
  }));
}

function keepingsOf(times: readonly Fact[], words: GrowerWords | undefined): Keeping[] {
  return times.flatMap((fact, index): Keeping[] => {
    if (fact.amount === undefined) return [];
    const bound = words === undefined || times.length < 2 ? undefined : boundOf(fact, times[index - 1], words);
    return [{ fact, amount: fact.amount, ...(bound === undefined ? {} : { bound }) }];
  });
}

/** What stands nearest before the time: `mở rồi 6 tháng`. */
function boundOf(fact: Fact, previous: Fact | undefined, words: GrowerWords): Named | undefined {
  const { before, own } = wordsAround(fact, { previous }, words);
  return namedIn(bounds, `${before} ${own}`);
}

function writeKeeping({ fact, amount, bound }: Keeping, language: Language, voice: Voice): string {
  const time = writeAmount(amount, language, mannerOf(fact, voice));
  if (language === "ja") return `${bound?.ja ?? ""}${addReading(time)}`;
  return bound === undefined ? time : `${time} ${bound[language]}`;
}
