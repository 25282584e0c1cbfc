import type { AmountMention } from "./amounts.ts";

/** 八分通り赤くなって, 8分ほど熟し: eighty per cent, and no minutes. */
export function inTenths(text: string, mention: AmountMention): AmountMention {
  const isTenths = /^.分$/u.test(mention.quote) && mention.dimension === "time" && RIPE.test(text.slice(mention.end, mention.end + 16));
  const percent = Math.round(mention.max * MINUTES) * 10;
  return isTenths ? { ...mention, min: percent, max: percent, unit: "%", dimension: "%" } : mention;
}
const RIPE = /^(?:通り|どおり|程度|ほど|くらい|ぐらい|まで)?(?:に|が|、)?(?:赤|黄|色|熟|完熟|咲|開い|乾)/u;
const MINUTES = 60;
