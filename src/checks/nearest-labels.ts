import type { AmountMention } from "#facts/amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Bound, Label } from "./bind-amounts.ts";
import type { ReadText } from "./ground.ts";
import { BAND } from "./tiers.ts";
import { comesOutOf } from "./yields.ts";

/**
 * In a clause of several amounts, the label before each, or after each where an amount comes first; `leads` where what ends the
 * clause tells which: `ăn trong ba ngày bỏ tủ mát thì mười ngày`.
 */
export function nearest(
  read: ReadText,
  amount: AmountMention,
  labels: readonly Label[],
  amounts: readonly Bound[],
  leads: boolean,
): Label[] {
  // `ba chục ngàn một ký từ một tạ hai sáu ngàn`: a price per kilo takes no pack, and tells nothing of where the others' stand.
  const taking = labels.some(({ family }) => family === "pack" || family === BAND.id)
    ? amounts.filter((one) => one.amount.per === undefined)
    : amounts;
  const first = Math.min(...taking.map((one) => one.amount.start));
  const last = Math.max(...amounts.map((one) => one.amount.start));
  const between = (from: number, to: number) =>
    amounts.some((one) => one.amount !== amount && one.amount.start >= from && one.amount.end <= to);
  // `10kg nhãn tươi được 1kg`: fresh is what goes in.
  const goesIn = (label: Label) => label.family === "form" && comesOutOf(read.text, label);
  const before = labels.find((label) => label.start >= amount.end && goesIn(label) && !between(amount.end, label.start));
  if (before !== undefined) return [before];
  // `75k/kg làm sẵn 95k/kg`: one name between two prices is the second's.
  const [only] = labels;
  const isSeconds =
    (labels.length === 1 && only !== undefined && amounts.length === 2 && isBeside(read, only, amounts)) ||
    isSecondShare(read, labels, amounts);
  const found =
    isSeconds || labels.some((label) => label.start < first) || (leads && labels.every((label) => label.start < last))
      ? labels.findLast((label) => label.start <= amount.start && !goesIn(label) && !between(label.end, amount.start))
      : labels.find((label) => label.start >= amount.start && !between(amount.end, label.start));
  return found === undefined ? [] : [found];
}

/** `thit nac 70% mo 30%`: each part is named before its share, known by its name or not. */
function isSecondShare({ text, language }: ReadText, labels: readonly Label[], [first, second, third]: readonly Bound[]): boolean {
  if (language !== "vi" || first?.class !== "share" || second === undefined || third !== undefined) return false;
  const isBetween = labels.every(({ start, end }) => start >= first.amount.end && end <= second.amount.start);
  return isBetween && NAMED_BEFORE.test(text.slice(0, first.amount.start)) && ENDS.test(text.slice(second.amount.end));
}
const NAMED_BEFORE = /\p{L} $/u;
const ENDS = /^\s*(?:[.,;:)\n]|$)/u;

/** `một ký làm sạch cộng mười ngàn` */
const BESIDE = /^ (?:(?:thì |thi )?(?:cộng|cong|thêm|them|cộng thêm|cong them) )?$/u;
function isBeside({ text, language }: ReadText, label: Span, [first, second]: readonly Bound[]): boolean {
  if (language !== "vi" || first === undefined || second === undefined || first.amount.per === undefined) return false;
  return text.slice(first.amount.end, label.start) === " " && BESIDE.test(text.slice(label.end, second.amount.start));
}
