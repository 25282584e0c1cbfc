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
    ? amounts.filter((one) => one.amount.per === undefined && !STROKE.test(read.text.slice(one.amount.end, one.amount.end + 2)))
    : amounts;
  const first = Math.min(...taking.map((one) => one.amount.start));
  const last = Math.max(...amounts.map((one) => one.amount.start));
  const between = (from: number, to: number) =>
    amounts.some((one) => one.amount !== amount && one.amount.start >= from && one.amount.end <= to);
  // `10kg nhãn tươi được 1kg`: fresh is what goes in.
  const ownForm = formBehind(read, amount, labels, amounts);
  if (ownForm !== undefined) return [ownForm];
  // `loại đẹp 60k thêu tay + 15k`: what is added is for what stands before the sign.
  const adds = read.text.includes("+");
  const added = (label: Label, { amount: sum, class: kind }: Bound) =>
    adds && kind === "money" && label.end <= sum.start && PLUS.test(read.text.slice(label.end, sum.start));
  const own = labels.findLast((label) => amounts.some((one) => one.amount === amount && added(label, one)));
  if (own !== undefined) return [own];
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
      : labels.find(
          (label) => label.start >= amount.start && !between(amount.end, label.start) && !amounts.some((one) => added(label, one)),
        );
  return found === undefined ? [] : [found];
}

/** `10k/bẹ`: of each, whatever it is. */
const STROKE = /^\/\p{L}/u;
const PLUS = /^ ?\+ ?$/u;

/** `8kg tươi 1kg khô`: each with its own right behind it. */
function formBehind({ text }: ReadText, amount: AmountMention, labels: readonly Label[], amounts: readonly Bound[]): Label | undefined {
  const behind = ({ end }: AmountMention) =>
    labels.find((label) => label.family === "form" && label.start === end + 1 && text[end] === " ");
  const own = behind(amount);
  if (own === undefined) return undefined;
  const others = amounts.some((one) => one.class === "goods" && one.amount !== amount && behind(one.amount) !== undefined);
  return others ? own : undefined;
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
