import { readAmounts } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { isMoney } from "#facts/source-text.ts";
import type { Language } from "#i18n/language.ts";
import { countedBy, writeCounted } from "./counted-goods.ts";
import { addReading } from "./japanese-reading.ts";
import type { Telling } from "./sentence.ts";
import type { Voice } from "./voice.ts";
import { writeAmount, type Manner } from "./write-amount.ts";

type Write = (language: Language) => string;

/** What changes the price: a gift with so many, so much off from so many on, and a deposit. */
export function tellDeals(facts: readonly Fact[], { region, aloud }: Voice): Telling[] {
  return facts.flatMap((fact): Telling[] => {
    if (fact.kind !== "price" || fact.amount !== undefined) return [];
    const manner: Manner = aloud ? { said: fact.text, aloud: region } : { said: fact.text };
    const deposit = /^(?:dat )?coc\D*(\d+)/.exec(foldText(fact.text))?.[1];
    const write = deposit === undefined ? dealIn(fact, facts, manner) : (language: Language) => percent(Number(deposit), language);
    if (write === undefined) return [];
    const text: Write = (language) => (language === "ja" ? addReading(write(language)) : write(language));
    return [{ key: deposit === undefined ? "deal.more" : "deal.deposit", slots: { deal: { factIds: [fact.id], text } } }];
  });
}

function dealIn(fact: Fact, facts: readonly Fact[], manner: Manner): Write | undefined {
  const said = foldText(fact.text);
  const [, bought = "", given = ""] = GIFT.exec(said) ?? [];
  if (bought !== "") return giftOf(quantity(bought, fact, facts, manner), quantity(given, fact, facts, manner));
  const [, floor = "", off = ""] = DISCOUNT.exec(said) ?? [];
  const from = quantity(floor, fact, facts, manner);
  const less = lessIn(off, manner);
  return from === undefined || less === undefined ? undefined : (language) => OFF[language](from(language), less(language));
}
const GIFT = /^(?:mua|lay) (\d+(?: ?[a-z]+)?) (?:duoc )?tang(?: them)? (\d+(?: ?[a-z]+)?)$/;
const DISCOUNT = /tu (\d+ ?[a-z]+)(?: tro len)?\D* (?:bot|giam)(?: gia)? (\d.*)$/;

function giftOf(bought: Write | undefined, given: Write | undefined): Write | undefined {
  return bought === undefined || given === undefined ? undefined : (language) => FREE[language](bought(language), given(language));
}

/** So many as they are counted; a bare number of what is sold. */
function quantity(said: string, fact: Fact, facts: readonly Fact[], manner: Manner): Write | undefined {
  const [, digits = "", name = ""] = /^(\d+) ?([a-z]*)$/.exec(said) ?? [];
  const count = Number(digits);
  if (name === "" && digits !== "") return (language) => (language === "ja" ? `${count}点` : digits);
  const by = countedBy(name, fact, facts);
  if (by !== undefined) return by.ja === "" ? undefined : (language) => writeCounted({ min: count, max: count }, by, language);
  const [amount] = readAmounts(said, "vi");
  if (amount?.unit === undefined || amount.per !== undefined || isMoney(amount.unit)) return undefined;
  const { min, max, unit } = amount;
  return (language) => writeAmount({ min, max, unit }, language, manner);
}

function lessIn(off: string, manner: Manner): Write | undefined {
  const share = /^(\d+) ?%$/.exec(off)?.[1];
  if (share !== undefined) return (language) => percent(Number(share), language);
  const [amount] = readAmounts(off, "vi");
  if (amount?.unit === undefined || !isMoney(amount.unit)) return undefined;
  const { min, max, unit, per } = amount;
  return (language) => writeAmount({ min, max, unit, ...(per === undefined ? {} : { per }) }, language, manner);
}

function percent(share: number, language: Language): string {
  return writeAmount({ min: share, max: share, unit: "%" }, language);
}

const FREE: Record<Language, (bought: string, given: string) => string> = {
  vi: (bought, given) => `mua ${bought} tặng ${given}`,
  en: (bought, given) => `buy ${bought} and get ${given} free`,
  ja: (bought, given) => `${bought}お買[か]い上[あ]げで${given}サービス`,
};
const OFF: Record<Language, (from: string, less: string) => string> = {
  vi: (from, less) => `lấy từ ${from} trở lên thì bớt ${less}`,
  en: (from, less) => `${less} off from ${from} up`,
  ja: (from, less) => `${from}以上[いじょう]で${less}引[び]き`,
};
