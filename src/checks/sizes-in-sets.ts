import { agrees, baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { PIECES } from "./amount-class.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Told } from "./ground.ts";

/** So many, and how large each is: `3 hũ 300g`. */
type SizedSet = { count: AmountMention; size: AmountMention };

const SIZES = new Set(["mass", "volume"]);
const GAP_MAX = 14;
/** "Three 300 g jars", "three jars of 300 g", `3 hũ loại 300g`, 300グラム瓶3本, "six jars, 300 g each". */
const SIZED =
  /^(?: ?[x×*] ?|[ (（]{0,2}(?:(?!and |with |plus |for )\p{L}{3,8} )?(?:of |at |loại |loai |cỡ |co |size )?|(?:瓶|びん|袋|箱|缶|本|パック|入り?)(?:を|が|の|×)?|を|が|の)$/u;
const EACH_BEHIND = /^,(?: at)? $/u;
const EACH = /^ each(?!\p{L})/u;

/** "A box of three 150 g jars, 270,000" of `hộp 3 hũ 300g 270k`: the price is of so many of another size, or of another count of it. */
export function ofOtherSizes(
  { text, ground: { notes } }: Told,
  { amount, class: kind, labels }: Bound,
  held: readonly Bound[],
): Bound | undefined {
  if (kind !== "money" || labels.length < 2) return undefined;
  const told = sizedSet(text, labels);
  const sides = sidesOf(labels);
  if (told === undefined && sides.size < 2) return undefined;
  const matching = held.filter((other) => other.class === kind && agrees(amount, other.amount));
  if (told === undefined) return matching.every((other) => areOtherSides(sides, sidesOf(other.labels))) ? matching[0] : undefined;
  const isOfAnother = ({ labels: others }: Bound) => {
    const own = sizedSet(notes, others);
    return own !== undefined && !isSame(told, own) && !isWhole(told, own);
  };
  return matching.every(isOfAnother) ? matching[0] : undefined;
}

/** `thớt 30cm dày 4cm 250k`: how large and how thick what costs so much is. */
function sidesOf(labels: Bound["labels"]): ReadonlySet<string> {
  return new Set(labels.flatMap(({ family, id }) => (family === "measure" && id !== undefined ? [id] : [])));
}

/** One side is the same and the other is not. */
function areOtherSides(told: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  return own.size === told.size && own.size === told.union(own).size - 1;
}

/** Of "thirty 10-piece sticks" the one count may come first or the other. */
function isSame(told: SizedSet, own: SizedSet): boolean {
  return (agrees(told.count, own.count) && agrees(told.size, own.size)) || (agrees(told.count, own.size) && agrees(told.size, own.count));
}

function sizedSet(text: string, labels: Bound["labels"]): SizedSet | undefined {
  const packs = labels.flatMap(({ family, amount, loose }) =>
    family === "pack" && loose !== true && amount !== undefined ? [amount] : [],
  );
  for (const size of packs) {
    const isPieces = PIECES.has(size.dimension);
    if (!isPieces && !SIZES.has(size.dimension)) continue;
    const count = packs.find((one) => {
      if (one === size || !PIECES.has(one.dimension) || one.max <= 1) return false;
      return !(isPieces && (size.max <= 1 || size.end <= one.start)) && isBeside(text, one, size);
    });
    if (count !== undefined) return { count, size };
  }
  return undefined;
}

function isBeside(text: string, count: AmountMention, size: AmountMention): boolean {
  const [from, to] = count.end <= size.start ? [count.end, size.start] : [size.end, count.start];
  if (to < from || to - from > GAP_MAX) return false;
  const between = text.slice(from, to).toLowerCase();
  return SIZED.test(between) || (EACH_BEHIND.test(between) && EACH.test(text.slice(size.end, size.end + 6)));
}

/** "Three jars, 900 g": what all of them weigh. */
function isWhole(told: SizedSet, own: SizedSet): boolean {
  const [one, other] = [baseOf(told.size, told.size.min), baseOf(own.size, own.size.min)];
  return one === other * own.count.min || other === one * told.count.min;
}
