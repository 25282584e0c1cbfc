import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Ground, Told } from "./ground.ts";

const REACH = 24;
const AGE = /tu[oổ]i/iu;

export function tellsAges({ notes }: Ground): boolean {
  return AGE.test(notes);
}

/** The ages of the notes, `trẻ 5-10 tuổi 30k, dưới 5 tuổi free`. */
function agesIn({ amounts, notes }: Ground): AmountMention[] {
  return amounts.filter(({ quote, end }) => AGE.test(quote) || /^ ?tu[oổ]i(?!\p{L})/u.test(notes.slice(end, end + 6)));
}

function isEndOf(amount: AmountMention, { min, max }: AmountMention): boolean {
  return amount.min === amount.max && (amount.max === min || amount.max === max);
}

/** "Under ten free" where it is the fives that go free: another age of the notes. */
export function freeAtAnotherAge(
  amount: AmountMention,
  { ground }: Told,
  isFreeInNotes: (held: AmountMention) => boolean,
): AmountMention | undefined {
  if (amount.dimension !== "none" && amount.unit !== "year") return undefined;
  const ages = agesIn(ground);
  const free = ages.filter(isFreeInNotes);
  const isOther = free.length > 0 && !free.some((held) => isEndOf(amount, held)) && ages.some((held) => isEndOf(amount, held));
  return isOther ? free[0] : undefined;
}

/** "Groups of five or more" of `trẻ 5-10 tuổi`: so many are no party where they are an age and nothing else. */
export function partyOfAge(amount: AmountMention, { text, language, ground }: Told): AmountMention | undefined {
  const { before, after } = PARTY[language];
  const lead = lightText(text.slice(Math.max(0, amount.start - REACH), amount.start));
  if (!before.test(lead) && !after.test(lightText(amount.quote + text.slice(amount.end, amount.end + REACH)))) return undefined;
  const held = ground.amounts.filter((other) => isEndOf(amount, other));
  const ages = held.length === 0 ? [] : agesIn(ground);
  return held.every((other) => ages.includes(other)) ? held[0] : undefined;
}
const PARTY: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: { before: /(?<!\p{L})(?:đoàn|nhóm)(?: đông)?(?: từ| trên)? $/u, after: /^[^,.]{0,12}\d (?:người|khách)(?!\p{L})(?! lớn)/u },
  en: {
    before: /(?<!\p{L})(?:groups?|part(?:y|ies)) of (?:at least |over |more than )?$/u,
    after: /^\d+ (?:or more )?(?:people|guests|visitors|persons)(?!\p{L})/u,
  },
  ja: { before: /(?!)/u, after: /^\d+(?:人|名様?)(?:以上|から|より)/u },
};
