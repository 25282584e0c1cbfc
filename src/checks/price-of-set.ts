import { baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";
import type { NoteSet } from "./note-sets.ts";

const REACH = 90;
const SET: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:bộ|set|combo|quà|biếu)(?!\p{L})[^.!?\n]*$/u,
  en: /(?<!\p{L})(?:sets?|combos?|gifts?|of each|(?:al)?together)(?!\p{L})[^.!?\n]*$/u,
  ja: /(?:セット|ギフト|贈答|贈り物|詰め合わせ|合わせて)[^。！？\n]*$/u,
};

/** "A kilo in all, 240,000 VND" of the notes' box of two half kilos: what all its parts weigh, or how many they are, is no other pack. */
export function isPriceOfSet({ amount, class: kind, labels }: Bound, { text, language, ground }: Told): boolean {
  if (kind !== "money" || amount.min !== amount.max) return false;
  if (!SET[language].test(lightText(text.slice(Math.max(0, amount.start - REACH), amount.start)))) return false;
  const packs = labels.flatMap(({ family, amount: pack }) => (family === "pack" && pack !== undefined ? [pack] : []));
  const isOwn = (pack: AmountMention, { masses, pieces: [many = 0], packs: parts = [] }: NoteSet) =>
    pack.dimension === "mass"
      ? masses.includes(baseOf(pack, pack.min))
      : COUNTED.has(pack.dimension) && (pack.max <= many || parts.includes(pack.max));
  return ground.sets().some((set) => set.price === amount.min && packs.every((pack) => isOwn(pack, set)));
}
const COUNTED = new Set(["count", "none"]);
