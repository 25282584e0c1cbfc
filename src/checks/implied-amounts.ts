import type { AmountMention } from "#facts/amounts.ts";
import type { Told } from "./ground.ts";
import { isOfEach } from "./one-of.ts";

/** One box, one fruit; a kilo where a price per kilo is held; the two of a pair. */
export function isImplied(amount: AmountMention, { text, bound, ground: { amounts: held, notes } }: Told): boolean {
  if ((amount.dimension === "count" || /pair$/iu.test(amount.quote)) && amount.min === 2 && amount.max === 2) return PAIR.test(notes);
  const inHolder = bound.some(
    (one) => one.amount === amount && one.labels.some(({ family, loose }) => family === "holder" && loose !== true),
  );
  // `1 tấn 3tr`, told as 1,000 kg.
  if (amount.unit === "kg" && amount.min === 1_000 && amount.max === 1_000) return !inHolder && held.some(({ per }) => per === "t");
  if (amount.min !== 1 || amount.max !== 1) return false;
  if (isEachDay(amount, text)) return A_DAY.test(notes);
  // 1キロごとに: of the notes' `5k/km`.
  if (amount.quote.endsWith("キロ") && held.some(({ rate }) => rate?.unit === "cm")) return true;
  if (["count", "none", "regional", "crop", "kind"].includes(amount.dimension) && !QUINTAL.test(amount.quote)) return true;
  // 1ヘクタール of the notes' `5 tấn/ha`.
  if (amount.unit === "ha" && /(?:\/ ?|(?:mỗi|một|moi|mot|1) )(?:ha|hecta)(?!\p{L})/u.test(notes)) return true;
  // `từ một tấn`, told as "1 kg and more": the least one may buy is a number of its own.
  if (bound.some((one) => one.amount === amount && one.labels.some(({ family, id }) => family === "lot" && id === "minimum"))) return false;
  // "1 kg boxes" tell a pack, "1 kg" before a price what it is per.
  const written = (
    amount.unit === "l" ? /(?<!\d)1 ?l(?:ít|it)?(?!\p{L})|một lít|mot lit/u : /(?<!\d)1 ?(?:kg|ký|ky|kí|cân|can)(?!\p{L})|một (?:ký|cân)/u
  ).test(notes);
  if (!inHolder && isOfEach(amount, notes)) return true;
  return (!inHolder || written) && held.some((other) => other.per !== undefined && other.per === amount.unit);
}

/** 1日の産卵率: of the notes' `80%/ngày`. */
function isEachDay({ quote, end }: AmountMention, text: string): boolean {
  return quote.endsWith("日") && /^(?:の(?!うち)|あたり|当たり|平均)/u.test(text.slice(end, end + 3));
}
const A_DAY = /(?:\/|một |mot |mỗi |moi |hằng |hàng |hang |1 )ng[àa]y(?!\p{L})/u;
const QUINTAL = /(?<!\p{L})tạ$/iu;
const PAIR = /(?<!\p{L})(?:cặp|cap|đôi|doi)(?!\p{L})/u;
