import type { AmountMention } from "./amounts.ts";

/** "Six weeks in the freezer, two in the fridge": English leaves a unit out the second time; a lone "one" is no number elsewhere. */
const ONE = new RegExp(
  String.raw`(?<=[,;] (?:and |but |or )?)one(?= (?:in (?:the |a )?(?:fridge|freezer|refrigerator|chiller|shade|pantry|cupboard|cool)|at (?:room|ambient)|once (?:it|you|open)|after (?:opening|you open)|out(?:side)?(?: of)? (?:the|it)|unopened|opened|chilled|frozen|unchilled)(?!\p{L}))`,
  "giu",
);
/** "340,000 a kilo, 175,000 for half"; "half for 175,000". */
const HALF = /(?<= for )half(?=\s*(?:[.,;!?)]|$))|(?<=[,;] (?:and |or )?)half(?= (?:for|at|is) (?:VND ?|₫)?\d)/giu;
/** "A quarter off", "a fifth less" from so many on. */
const SHARE = /(?<![\p{L}-])(?:a |one )?(?<share>half|third|quarter|fifth|tenth)(?= (?:off|less)(?! than)(?!\p{L}))/giu;
const SHARES: Readonly<Record<string, number>> = { half: 50, third: 100 / 3, quarter: 25, fifth: 20, tenth: 10 };
const LASTING = new Set(["day", "month", "time"]);
const REACH = 80;

/** The amounts whose unit stands only with the one before them, in the same sentence. */
export function leftOutUnits(text: string, found: readonly AmountMention[]): AmountMention[] {
  const halves = [...text.matchAll(HALF)].flatMap(({ index, 0: quote }) => {
    const { per } = beforeIn(text, index, found, (one) => one.per === "kg" || one.per === "l") ?? {};
    return per === undefined ? [] : [mention(index, quote, 0.5, { unit: per, dimension: per === "kg" ? "mass" : "volume" })];
  });
  const ones = [...text.matchAll(ONE)].flatMap(({ index, 0: quote }) => {
    const before = beforeIn(text, index, found, ({ dimension }) => LASTING.has(dimension));
    return before === undefined ? [] : [mention(index, quote, 1, before)];
  });
  const shares = [...text.matchAll(SHARE)].map(({ index, 0: quote, groups = {} }) =>
    mention(index, quote, SHARES[groups.share?.toLowerCase() ?? ""] ?? 0, { unit: "%", dimension: "%" }),
  );
  const all = [...halves, ...ones, ...shares];
  const named = found.map((one) => ({ ...one, ...unitOfFirst(text, one, found), ...kept(text, one, found) }));
  return all.length === 0 ? named : [...named, ...all].toSorted((left, right) => left.start - right.start);
}

/** "Five days outside or fifteen in the fridge": how long it keeps there. */
function kept(text: string, { start, end, dimension }: AmountMention, found: readonly AmountMention[]): Partial<AmountMention> {
  if (dimension !== "none" || !KEPT_AT.test(text.slice(end, end + 24))) return {};
  const { unit, dimension: lasting } = beforeIn(text, start, found, (one) => LASTING.has(one.dimension)) ?? {};
  return lasting === undefined ? {} : { ...(unit === undefined ? {} : { unit }), dimension: lasting };
}
const KEPT_AT =
  /^ (?:in (?:the |a )?(?:fridge|freezer|refrigerator|chiller)|at room|once (?:it['’]s |you )?open|after opening|frozen|chilled)(?!\p{L})/iu;

/** "90,000 dong for 5 kilos, 170,000 for 10": the unit is said with the first of them. */
function unitOfFirst(text: string, { start, end, dimension, max }: AmountMention, found: readonly AmountMention[]): Partial<AmountMention> {
  if (dimension !== "none" || max < 2 || !ENDS.test(text.slice(end, end + 6))) return {};
  const lead = leadOf(text, start);
  const price = found.findLast((one) => one.end <= start && start - one.end <= PRICE_REACH);
  if (lead === undefined || price === undefined || !(price.dimension === "VND" || price.dimension === "USD" || price.max >= MONEY_MIN))
    return {};
  const first = beforeIn(
    text,
    start,
    found,
    (one) => MEASURED.has(one.dimension) && one.per === undefined && leadOf(text, one.start) === lead,
  );
  if (first === undefined || first.min !== first.max) return {};
  // "5 lb" come to so many kilos, and so do the ten behind them.
  const said = Number(/\d+(?:\.\d+)?/.exec(first.quote)?.[0] ?? first.max);
  const value = (max * first.max) / said;
  return { ...(first.unit === undefined ? {} : { unit: first.unit }), dimension: first.dimension, min: value, max: value };
}
const leadOf = (text: string, start: number): string | undefined =>
  LEAD.exec(text.slice(Math.max(0, start - 6), start))?.[1]?.toLowerCase();
const LEAD = /(?<!\p{L})(for|from|over) $/iu;
const ENDS = /^(?:\s*(?:[.,;!?)]|$)| (?:and|or) )/u;
const PRICE_REACH = 8;
const MONEY_MIN = 10_000;
const MEASURED = new Set(["mass", "volume", "count"]);

function beforeIn(
  text: string,
  at: number,
  found: readonly AmountMention[],
  fits: (one: AmountMention) => boolean,
): AmountMention | undefined {
  const before = found.findLast((one) => one.end <= at && fits(one));
  return before !== undefined && at - before.end <= REACH && !/[.!?\n]/.test(text.slice(before.end, at)) ? before : undefined;
}

function mention(
  start: number,
  quote: string,
  value: number,
  { unit, dimension }: Pick<AmountMention, "unit" | "dimension">,
): AmountMention {
  const span = { start, end: start + quote.length, quote };
  return { ...span, min: value, max: value, ...(unit === undefined ? {} : { unit }), dimension, spelled: true };
}
