import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import type { ReadText } from "./ground.ts";

/** A price or a time with the words, bare of marks, that stand before it and behind the one before: `Bình gốm men da lươn 480k. Bát trộn 60k`. */
export type NamedPrice = { amount: AmountMention; words: ReadonlySet<string> };

/** What prices are announced with; it names nothing. */
const ANNOUNCES = new Set(
  "gia la chi con ban moi mot va thi co nay nha em minh dang duoc cho tu le si ca hang ngay hom tien dong".split(" "),
);

/** A text's prices and times by name, in Vietnamese: other languages have other words than the notes. */
export function namedPrices({ language, text, amounts }: Pick<ReadText, "language" | "text" | "amounts">): NamedPrice[] {
  if (language !== "vi") return [];
  return KINDS.flatMap((kind) =>
    named(
      text,
      amounts.filter(({ dimension }) => kind.has(dimension)),
    ),
  );
}
const KINDS = [new Set(["VND"]), new Set(["day", "month", "time"])];

function named(text: string, prices: readonly AmountMention[]): NamedPrice[] {
  return prices.map((amount, index) => {
    const before = text.slice(prices[index - 1]?.end ?? 0, amount.start);
    // `ghế mây bảo hành 6 tháng, bàn 2tr4`: its name is behind the comma.
    const own = wordsIn(before.slice(Math.max(...CLAUSE_ENDS.map((end) => before.lastIndexOf(end))) + 1));
    // `150k/kg hơi, 180k/kg thịt`: the word behind a price is that one's.
    const areBehind = index > 0 && BEHIND.test(before);
    return { amount, words: own.size > 0 ? own : areBehind ? new Set<string>() : wordsIn(before) };
  });
}

const BEHIND = /^ \p{L}+(?: \p{L}+){0,3}[,;] ?$/u;
const CLAUSE_ENDS = [",", ";", ".", "\n"];

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(foldText(text).match(/\p{L}+/gu)).difference(ANNOUNCES);
}

/** The price that the notes give to what this one is told of, where that one in turn is told of this one's. */
export function exchangedFor(one: NamedPrice, told: readonly NamedPrice[], held: readonly NamedPrice[]): AmountMention | undefined {
  const own = onlyOf(one, held);
  if (own === undefined) return undefined;
  for (const other of told) {
    const others = onlyOf(other, held);
    if (others === undefined || others.amount.max === own.amount.max) continue;
    if (isNamed(one, others, own) && isNamed(other, own, others)) return others.amount;
  }
  return undefined;
}

function onlyOf({ amount }: NamedPrice, held: readonly NamedPrice[]): NamedPrice | undefined {
  const [only, ...more] = held.filter((price) => agrees(perNothing(amount), perNothing(price.amount), { strict: true }));
  return more.length === 0 ? only : undefined;
}
const perNothing = oncePerText((amount: AmountMention) => ({ ...amount, per: undefined }));

/** Told with the words that the notes have with the one, and not with the other. */
function isNamed({ words }: NamedPrice, as: NamedPrice, notAs: NamedPrice): boolean {
  return !words.isDisjointFrom(as.words.difference(notAs.words)) && words.isDisjointFrom(notAs.words.difference(as.words));
}
