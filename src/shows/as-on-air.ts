import { agrees } from "#facts/agree-amounts.ts";
import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { inEach, type Replies } from "./answer-by-cards.ts";
import type { SaidOnAir } from "./read-on-air.ts";
import { readSentence } from "./read-sentence.ts";
import { saysSoldOut } from "./told-freely.ts";

type Asked = { language: Language; abouts: readonly FactKind[] };

/**
 * A reply whose numbers still hold. Where the show has said another price, another rest or that nothing is left since, what
 * was said stands in its place, sentence by sentence where several did; empty where that is not told in the buyer's language.
 */
export function asOnAir(replies: Replies, { language, abouts }: Asked, said: readonly SaidOnAir[]): Replies {
  const soldOut = abouts.includes("stock") ? soldOutSince(said) : undefined;
  if (soldOut !== undefined) return soldOut.texts[language] === undefined ? {} : soldOut.texts;
  const told = replies.vi === undefined ? readAmounts(replies[language] ?? "", language) : readAmounts(replies.vi, "vi");
  const changing = new Set(told.flatMap((amount) => changedBy(amount, abouts, said) ?? []));
  if (changing.size === 0) return replies;
  const since = said.filter((sentence) => changing.has(sentence));
  if (since.some(({ texts }) => texts[language] === undefined)) return {};
  return inEach((other) =>
    inOne(
      since.map(({ texts }) => texts[other]),
      other,
    ),
  );
}

/** Several sentences as one reply; undefined where one of them is not told. Free talk comes without a full stop. */
function inOne(texts: readonly (string | undefined)[], language: Language): string | undefined {
  const told = texts.filter((text) => text !== undefined);
  if (told.length < texts.length) return undefined;
  if (told.length === 1) return told[0];
  const [stop, apart] = language === "ja" ? ["。", ""] : [".", " "];
  return told.map((text) => (/\p{P}\s*$/u.test(text) ? text : `${text}${stop}`)).join(apart);
}

/** The sentence that said so, where none has told of a rest after it. */
function soldOutSince(said: readonly SaidOnAir[]): SaidOnAir | undefined {
  let last: SaidOnAir | undefined;
  for (const sentence of said) {
    if (saysSoldOut(sentence.vi)) last = sentence;
    else if (readSentence(sentence.vi).told.some(({ kind }) => kind === "stock")) last = undefined;
  }
  return last;
}

/** The last sentence that says something else instead; undefined where the last that speaks of it says the same. */
function changedBy(amount: AmountMention, abouts: readonly FactKind[], said: readonly SaidOnAir[]): SaidOnAir | undefined {
  let changed: SaidOnAir | undefined;
  for (const sentence of said) {
    const { prepared } = sentence;
    const isIt = (one: AmountMention) => agrees(ofOneOrder(one), ofOneOrder(amount), { strict: true });
    const holds = (text: string) => readSentence(text).amounts.some(isIt);
    if (prepared !== undefined && holds(prepared)) changed = holds(sentence.vi) ? undefined : sentence;
    const others = prepared === undefined ? otherwiseTold(sentence.vi, amount, abouts) : [];
    if (others.length > 0) changed = others.some(isIt) ? undefined : sentence;
  }
  return changed;
}

/** `phí ship 30 nghìn một đơn` is `phí ship 30 nghìn`. */
function ofOneOrder({ per, ...amount }: AmountMention): AmountMention {
  return per === undefined || per === "order" ? amount : { ...amount, per };
}

/** Prices per the same, or whatever counts the rest, where that is asked about; a fee where no price is, which it could be taken for. */
function otherwiseTold(text: string, amount: AmountMention, abouts: readonly FactKind[]): AmountMention[] {
  const isMoney = ({ dimension }: AmountMention) => dimension === "VND";
  const isFee = !abouts.includes("price") && isMoney(amount);
  return readSentence(text).told.flatMap(({ kind, amount: told }) => {
    if (!abouts.includes(kind)) return [];
    if (kind === "delivery") return isFee ? [told] : [];
    return (isMoney(amount) ? isMoney(told) && told.per === amount.per : !isMoney(told)) ? [told] : [];
  });
}
