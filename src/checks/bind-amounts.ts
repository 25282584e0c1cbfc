import { beforeBrackets, BRACKETS_BEHIND } from "./before-brackets.ts";
import { agrees, isAlike } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { calibres, isCalibre } from "./calibres.ts";
import { floorsOf } from "./floors.ts";
import { cutAt } from "./cut-at.ts";
import { keptFirst } from "./lasting-words.ts";
import { goesOn, headOf } from "./list-heads.ts";
import { readHolders, isOwn, HOLDERS } from "./holders.ts";
import { readRoles, roleFamilies, type AmountClass, type Family } from "./roles.ts";
import { isOfAlcohol } from "./alcohol.ts";
import { classOf } from "./amount-class.ts";
import { isSameSize, measures } from "./measures.ts";
import { mixtureParts } from "./mixture-parts.ts";
import { liesIn } from "./lies-in.ts";
import { nearest } from "./nearest-labels.ts";
import { isMadeInto } from "./made-into.ts";
import { isPairedByOrder, pairLists } from "./pair-lists.ts";
import { isServed, SERVING } from "./served.ts";
import { isRunOn, labelsAhead } from "./run-ons.ts";
import { bindSets } from "./sets.ts";
import { isSurcharge } from "./surcharges.ts";
import { BAND, TIER, tiersOf } from "./tiers.ts";
import { weighsOne } from "./weighs-one.ts";
import type { ReadText } from "./ground.ts";

/** Something that a number is said of: a role, a product, or the pack that a price is for. `loose`: near it, not surely its own. */
export type Label = Span & { family: string; id?: string; amount?: AmountMention; loose?: boolean };

/** What each amount of a text is said of, family by family. */
export type Bound = { amount: AmountMention; class: AmountClass; labels: Label[] };

const PACK: Family = { id: "pack", of: ["money"], known: true };
const HOLDER: Family = { id: "holder", of: ["goods"], alone: true };
/** `size 20 con/kg`: how many to a kilo. */
const CALIBRE: Family = { id: "calibre", of: ["money"], known: true };
/** `cao 28cm 320k`, `1m6x2m 380k`, `40 độ đạm 150k` */
const MEASURE: Family = { id: "measure", of: ["money", "time"], known: true };
/** `5 năm tuổi 2tr/kg, 7 năm 3tr5/kg`, `thuê 3 tháng 5tr` */
const TERM: Family = { id: "term", of: ["money"], known: true };
const PRODUCT: Family = { id: "product", of: ["money", "sweetness", "goods", "time", "share"], known: true };
const VARIETY: Family = { id: "variety", of: ["money", "sweetness", "goods", "time", "share"], known: true };
/** `giao Cần Thơ 1 ngày, Sài Gòn 2 ngày` */
const PLACE: Family = { id: "place", of: ["time", "money", "length"], known: true };
export const FAMILIES: readonly Family[] = [
  ...roleFamilies,
  PACK,
  TIER,
  BAND,
  SERVING,
  HOLDER,
  CALIBRE,
  MEASURE,
  TERM,
  PRODUCT,
  VARIETY,
  PLACE,
];

/** A clause's labels and amounts of one family. */
export type Held = { labels: Label[]; amounts: readonly Bound[] };

const CLAUSE_END =
  /[,;!?\n()（）。、！？…|•:：]|\.(?!\d)|(?<=\s)[-–—](?=\s)|—|\s(?:và|nhưng|va|and|but|while|whereas|còn(?= (?:loại|hạng|hộp|thùng|túi|gói|giá|hàng))|or(?= (?:take|buy|get|choose|pick|have|(?:\d{1,4}|\p{L}+) for(?= (?:VND|[\d₫]))|(?:a|the) \p{L}+ of (?:\d{1,4}|\p{L}+) for)(?=\s))|hoặc(?= (?:lấy|mua|chọn|đặt)(?=\s)))(?=\s)/giu;
const SENTENCE_END = /[!?\n。！？;]|\.(?!\d)/gu;
/** A list of more is no sentence. */
const AMOUNTS_MAX = 40;

/** Finds for every amount what stands beside it in its clause, else in the clause next to it. */
export function bindAmounts(read: ReadText): Bound[] {
  const bound = read.amounts.flatMap((amount): Bound[] => {
    const kind = isServed(read, amount) ? "people" : classOf(amount, read.text);
    return kind === undefined ? [] : [{ amount, class: kind, labels: [] }];
  });
  let next = 0;
  for (const sentence of cutAt(read.text, SENTENCE_END, { start: 0, end: read.text.length })) {
    const first = next;
    while ((bound[next]?.amount.start ?? Infinity) < sentence.end) next += 1;
    const amounts = bound.slice(first, next);
    if (amounts.length === 0 || amounts.length > AMOUNTS_MAX) continue;
    const labels = isPairedByOrder(read.text, sentence) ? [] : labelsOf(read, sentence, amounts);
    const clauses = cutAt(read.text, CLAUSE_END, sentence);
    const told = Map.groupBy(labels, ({ family }) => family);
    for (const family of FAMILIES) {
      const own = told.get(family.id);
      if (own === undefined) continue;
      if (family.id === "set") bindSets(amounts, own);
      else bindFamily(read, family, amounts, own, clauses);
    }
    for (const [price, { amount }] of pairLists(read.text, amounts)) {
      const others = price.labels.filter(({ family }) => family !== PACK.id);
      price.labels = [...others, { family: PACK.id, start: amount.start, end: amount.end, amount }];
    }
  }
  return bound;
}

function bindFamily(read: ReadText, family: Family, amounts: readonly Bound[], labels: readonly Label[], clauses: readonly Span[]): void {
  // What takes minutes is not how long it keeps or ripens, nor where: `trụng một phút rồi cấp đông`.
  const isOther = ({ amount }: Bound) =>
    ((family.id === "lasting" || family.id === "storage") && amount.dimension === "time" && amount.max < 1) ||
    ((family === PRODUCT || family === VARIETY) && isOfAlcohol(read.text, amount)) ||
    ((family === CALIBRE || family === MEASURE) && isSurcharge(read, amount));
  const mine = amounts.filter((one) => family.of.includes(one.class) && !isOther(one));
  if (mine.length === 0) return;
  const held = clauses.map((clause) => ({
    labels: labels.filter((label) => overlaps(label, clause)),
    amounts: mine.filter(({ amount }) => overlaps(amount, clause)),
  }));
  const saying = held.filter((clause) => clause.labels.length > 0 || clause.amounts.length > 0);
  // `35k (loại 1), 28k (loại 2)`; in "the box 420,000, the round tray 560,000" only the second is named so.
  const follows = saying[0]?.labels.length === 0 && saying.at(-1)?.amounts.length === 0 ? 1 : -1;
  for (const [index, clause] of held.entries()) {
    const runsOn = isRunOn(read, clauses[index]);
    for (const one of clause.amounts) {
      // "35,000 VND apiece or 3.2 million a hundred": a price each is of no pack.
      if (family.id === "pack" && one.amount.each === true) continue;
      if (family.id === "pack" && one.amount.per !== undefined) {
        const pack: Label = { ...one.amount, family: "pack", id: one.amount.per, loose: true };
        one.labels.push(pack, ...floorsOf(clause.labels, one.amount, read.text));
        continue;
      }
      const near = held[index + follows];
      // "Grade 1, with even petals, is 150,000": what says nothing of either stands between.
      const isGap = near?.labels.length === 0 && near.amounts.every((other) => isCalibre(other.amount) || other.class !== one.class);
      // "A sheet is 80,000, the set (four sheets) 300,000": what stands before the next is the next's.
      const isNexts = isGap && follows === 1 && (held[index + 3]?.amounts.length ?? 0) > 0 && held[index + 3]?.labels.length === 0;
      // "180,000 VND (80 cm) or 320,000 VND (1.2 m)": what stands in brackets right behind an amount is its own.
      const inBrackets =
        family !== PACK && BRACKETS_BEHIND.test(read.text.slice(one.amount.end, one.amount.end + 2)) ? held[index + 1] : undefined;
      const isOfBrackets = inBrackets !== undefined && inBrackets.labels.length > 0 && inBrackets.amounts.length === 0;
      const beside = isOfBrackets ? inBrackets : isNexts ? undefined : isGap ? held[index + 2 * follows] : near;
      // `củ to 300g 25k`: the size of what costs so much stands between, and takes no name from the price.
      const passesOn = (family.known === true && family !== PACK) || family.id === "grade" || family.id === "sale";
      const alike = passesOn ? clause.amounts.filter((other) => other.class === one.class) : clause.amounts;
      const own = runsOn
        ? labelsAhead(one, clause.labels, alike, amounts)
        : alike.length === 1
          ? (keptFirst(read, one.amount, clause.labels) ?? clause.labels)
          : nearest(read, one.amount, clause.labels, alike, family.id === "storage");
      // 発送、冷凍庫で4か月: what lasts so long in the freezer is not on its way.
      const keeps =
        family.id === "lasting" && one.labels.some((label) => label.family === "storage" && overlaps(label, clauses[index] ?? label));
      const apart = clause.labels.length > 0 || keeps || beside === undefined || beside.amounts.length > 0;
      const found = own.length > 0 || apart ? own : [...beside.labels, ...beforeBrackets(read.text, held, clauses, index)];
      if (found.length === 0 && family.known === true && family !== PACK)
        one.labels.push(
          ...(clause.labels.length > 0
            ? goesOn(read.text, clause, one, amounts)
            : headOf(read.text, held, clauses, index, one.class, amounts)),
        );
      one.labels.push(
        ...found
          .filter((label) => label.amount !== one.amount)
          .map((label) => (family.id === "holder" && !isOwn(read.text, label, one.amount) ? { ...label, loose: true } : label)),
      );
    }
  }
}

function labelsOf(read: ReadText, sentence: Span, bound: readonly Bound[]): Label[] {
  const amounts = bound.map(({ amount }) => amount);
  // "còn 75k" is down to a price, "còn 75 thùng" what is left: a word says of the number right after it.
  const roles = readRoles(read.text, read.language, sentence).filter((role) => {
    // メコンの発酵魚が1年もちます: how they are made is in their name.
    if (role.family === "lasting" && read.terms.some((term) => isNameOfGoods(term.id) && term.start <= role.start && role.end <= term.end))
      return false;
    // `bộ 4 hộp 900k`: behind a set stands what is in it.
    if (role.family === "set") return true;
    const next = bound.find(({ amount }) => amount.start >= role.end && /^[\s:]{0,2}$/.test(read.text.slice(role.end, amount.start)));
    return next === undefined || roleFamilies.some((family) => family.id === role.family && family.of.includes(next.class));
  });
  const sizes = measures(read, sentence);
  const packs = amounts
    .filter(
      (amount) =>
        ["mass", "volume", "count", "none"].includes(amount.dimension) &&
        amount.per === undefined &&
        !weighsOne(read, amount) &&
        !sizes.some((size) => overlaps(size, amount)),
    )
    .map((amount): Label => ({ family: "pack", start: amount.start, end: amount.end, amount }));
  const portions = bound.some((one) => one.class === "people")
    ? packs.flatMap((pack) => (pack.amount?.dimension === "none" ? [] : [{ ...pack, family: SERVING.id }]))
    : [];
  const holders = [...readHolders(read.text, read.language, sentence, amounts)].map(({ start, end, unit }): Label => {
    return { family: "holder", start, end, id: unit };
  });
  const counted = amounts.flatMap(({ start, end, per }): Label[] =>
    per !== undefined && HOLDERS.has(per) ? [{ family: "holder", start, end, id: per }] : [],
  );
  const terms = read.terms.flatMap(({ id, start, end }): Label[] => {
    if (start < sentence.start || end > sentence.end) return [];
    const kind = findTerm(id)?.kind;
    if (kind === "product" && (isMadeInto(read, { start, end }) || liesIn(read, start)))
      return [{ family: kind, start, end, id, loose: true }];
    return kind === "product" || kind === "variety" || kind === "place" ? [{ family: kind, start, end, id }] : [];
  });
  return [
    ...roles,
    ...mixtureParts(read, sentence, bound),
    ...packs,
    ...portions,
    ...tiersOf(read, bound),
    ...holders,
    ...counted,
    ...calibres(read.text, sentence, amounts),
    ...sizes,
    ...amounts.flatMap((amount) => termOf(read.text, amount)),
    ...terms,
  ].toSorted((left, right) => left.start - right.start);
}

function termOf(text: string, amount: AmountMention): Label[] {
  const { start, end, unit, per } = amount;
  const isAge = unit === "year" || unit === "month" || (unit === "day" && /^ tu[oổ]i/iu.test(text.slice(end, end + 5)));
  return per === undefined && isAge ? [{ family: TERM.id, start, end, amount }] : [];
}

function isNameOfGoods(id: string): boolean {
  const kind = findTerm(id)?.kind;
  return kind === "product" || kind === "variety";
}

/** What is surely said of it. */
export function firm({ labels }: Bound): Label[] {
  return labels.filter((label) => label.loose !== true);
}

/** True where two numbers are said of the same thing in a family: the same label, or the same pack; `strict` takes no jar for a bottle. */
export function shareLabel(labels: readonly Label[], others: readonly Label[], { strict = false } = {}): boolean {
  return labels.some((label) =>
    others.some(
      (other) => other.family === label.family && isSame(label, other) && !(strict && label.family !== MEASURE.id && label.id !== other.id),
    ),
  );
}

function isSame(label: Label, other: Label): boolean {
  if (label.amount !== undefined && other.amount !== undefined)
    return agrees(label.amount, other.amount) && (label.family !== BAND.id || label.id === other.id);
  if (label.id === undefined || other.id === undefined) return false;
  if (label.family === MEASURE.id) return isSameSize(label.id, other.id);
  return label.family === "holder" ? isAlike(label.id, other.id) : label.id === other.id;
}
