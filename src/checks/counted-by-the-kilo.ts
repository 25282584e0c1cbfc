import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import { PIECES } from "./amount-class.ts";
import type { Bound } from "./bind-amounts.ts";
import { isCalibre } from "./calibres.ts";
import type { ReadText, Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

const VI = "(?:thùng|thung|hộp|hop|bao|túi|tui|bịch|bich|gói|goi|rổ|giỏ|khay|sọt|lồng|thúng)";
const EN = "(?:box|bag|sack|basket|pack|tray|crate|carton|case|net)";
/** What holds so many: `một rổ`, "in a net bag", 1袋に. */
const HELD: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: new RegExp(`(?<!\\p{L})(?:một|mot|mỗi|moi|1) ${VI}(?: (?:có|co|được|duoc|đựng|chừng|khoảng|tầm))* $`, "iu"),
    after: new RegExp(`^ ?(?:/|một |mot |mỗi |moi |1 )${VI}(?!\\p{L})`, "iu"),
  },
  en: {
    before: new RegExp(`(?<!\\p{L})(?:a|an|each|every|one) (?:\\p{L}+ )?${EN} (?:holds|has|contains)(?: about| around| some)? $`, "iu"),
    after: new RegExp(`^(?: \\p{L}+)? (?:in|to|per|for) (?:a |an |each |every |the |one )?(?:\\p{L}+ )?${EN}(?!\\p{L})`, "iu"),
  },
  ja: { before: /(?:[1１一]|各)(?:箱|袋|かご|籠|パック|ケース|トレー|網)(?:に|あたり|当たり|は|で)(?:は)?、?約?$/u, after: /(?!)/u },
};
const REACH = 28;

/** "50 to 60 in a net bag" of `50-60 con/kg, bao 5kg`: so many go to the kilo; not where a bag holds just that. */
export function perKiloOf({ text, language }: ReadText, { amount, class: kind }: Bound, held: readonly Bound[]): Bound | undefined {
  if (kind !== "goods" || !PIECES.has(amount.dimension) || amount.per === "kg") return undefined;
  const isSame = ({ min, max }: AmountMention) => min === amount.min && max === amount.max;
  const matching = held.filter((other) => PIECES.has(other.amount.dimension) && isSame(other.amount));
  if (matching.length === 0 || !matching.every((other) => isCalibre(other.amount))) return undefined;
  const { before, after } = HELD[language];
  const isOfHolder =
    (amount.per !== undefined && HOLDERS.has(amount.per)) ||
    after.test(text.slice(amount.end, amount.end + REACH)) ||
    before.test(text.slice(Math.max(0, amount.start - REACH), amount.start));
  return isOfHolder && !held.some((other) => isKiloPack(other)) ? matching[0] : undefined;
}

/** "450,000 VND each" of `3-4 con/kg 450k`: what a kilo of them costs. */
export function eachOfKilo({ text, ground }: Told, { amount, class: kind }: Bound, held: readonly Bound[]): Bound | undefined {
  const isEach = amount.each === true || EACH_BEFORE.test(text.slice(Math.max(0, amount.start - REACH), amount.start));
  if (kind !== "money" || amount.per !== undefined || !isEach) return undefined;
  const matching = held.filter(({ class: other, amount: { min, max } }) => other === kind && min === amount.min && max === amount.max);
  const isOfKilo = ({ amount: { start, end, each } }: Bound) =>
    each !== true &&
    held.some((size) => isCalibre(size.amount) && size.amount.end <= start && start - size.amount.end <= SIZE_BEFORE) &&
    ground.amounts.some((one) => one.per === "kg" && one.end === end && one.start <= start);
  return matching.length > 0 && matching.every(isOfKilo) ? matching[0] : undefined;
}

/** As far as from a size over what is done to it to a second price: `5-7 con/kg sống 220k, làm sẵn 280k`. */
const SIZE_BEFORE = 24;
const EACH_BEFORE = /(?<!\p{L})(?:mỗi|một|1) (?:con|trái|quả|củ)(?: giá| là)? ?$/iu;

function isKiloPack({ amount: { unit, min, max }, labels }: Bound): boolean {
  return unit === "kg" && min === 1 && max === 1 && labels.some(({ family }) => family === "holder");
}
