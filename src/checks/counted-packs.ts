import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import { PIECES } from "./amount-class.ts";
import type { Found, ReadText, Told } from "./ground.ts";

/** So many packs, and how much is in each. */
type Packs = { count: AmountMention; each: AmountMention };

/** "Five 10 kg sacks" of the notes' `5 bao 30kg`, where they have that many of no other. */
export function swappedPacks({ text, amounts, language, ground, say }: Told): Found[] {
  return packsIn({ text, amounts }, language).flatMap(({ count, each }): Found[] => {
    const counted = ground.amounts.filter((held) => held.min > 1 && PIECES.has(held.dimension) && agrees(count, held));
    if (counted.length === 0 || !ground.amounts.some((held) => agrees(each, held))) return [];
    const held = packsIn({ text: ground.notes, amounts: ground.amounts }, "vi");
    const own = counted.map((one) => held.find((packs) => packs.count.start === one.start));
    const [first] = own;
    if (first === undefined || own.some((packs) => packs === undefined || agrees(each, packs.each))) return [];
    const { start, end, quote } = each;
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: first.each.quote.trim() }) }];
  });
}

function packsIn({ text, amounts }: Pick<ReadText, "text" | "amounts">, language: Language): Packs[] {
  return amounts.flatMap((first, index): Packs[] => {
    const second = amounts[index + 1];
    if (second === undefined || second.start - first.end > REACH) return [];
    const [count, each] = language === "ja" ? [second, first] : [first, second];
    if (count.min < 2 || !PIECES.has(count.dimension) || !WEIGHED.has(each.dimension) || each.per !== undefined) return [];
    const isOne = BETWEEN[language].test(text.slice(first.end, second.start));
    const isNamed = language !== "en" || count.dimension === "count" || PLURAL.test(text.slice(second.end, second.end + PLURAL_MAX));
    return isOne && isNamed ? [{ count, each }] : [];
  });
}
const REACH = 8;
const WEIGHED = new Set(["mass", "volume"]);
const BETWEEN: Record<Language, RegExp> = {
  vi: /^ (?:loại |loai )?$/iu,
  en: /^ (?:of )?$/iu,
  ja: /^(?:入り)?の?(?:袋|箱|瓶|缶|パック|入り)(?:を|で)?$/u,
};
const PLURAL = /^ (?:\p{L}+ )?\p{L}+s(?!\p{L})/iu;
const PLURAL_MAX = 28;
