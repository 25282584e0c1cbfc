import { agrees } from "#facts/agree-amounts.ts";
import type { Bound, Label } from "./bind-amounts.ts";

/** "The least order is five kilos" of `tối thiểu 2kg, từ 5kg miễn ship`: a word says that no less is sold, and the notes' own least is not told. */
export function isLeastOrder(text: string, { amount }: Bound, labels: readonly Label[], known: Bound, told: readonly Bound[]): boolean {
  if (!labels.some(({ start, end }) => LEAST.test(text.slice(start, end)))) return false;
  const [rest = ""] = text.slice(amount.end, amount.end + REACH).split(/[.!?。！？\n]/u, 1);
  const [own = "", next = ""] = rest.split(/[,、]/u);
  // What is said of another number is not of this one.
  return !BETTER.test(/\d/u.test(next) ? own : rest) && !told.some((other) => agrees(other.amount, known.amount));
}
const REACH = 40;
const LEAST = /tối thiểu|toi thieu|minimum|moq|最低|最小/iu;
const BETTER = /miễn|free|ship|giảm|bớt|tặng|giao|deliver|off|less|無料|引|割|お届け/iu;
