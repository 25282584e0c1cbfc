import { agrees, liesWithin } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import type { Bound } from "./bind-amounts.ts";
import type { Found, Ground, Told } from "./ground.ts";
import type { AmountClass } from "./roles.ts";

/** A town, by its names bare of marks, and what stands right beside it: `Huế 1 ngày 40k`. */
type Entry = { keys: readonly string[]; amount: AmountMention; class: AmountClass };

const CLASSES = new Set<AmountClass>(["time", "money", "length"]);
const REACH = 40;
/** What may stand between a town and its first figure, and between that and its second. */
const GAPS: Record<Language, { lead: RegExp; next: RegExp }> = {
  vi: {
    lead: /(?: (?:thì|thi|là|la|chừng|chung|khoảng|khoang|tầm|tam|mất|mat|giá|gia|phí|phi|cước|cuoc|hết|het|nhận sau|sau|trong)){0,2}[ :(–-]{1,3}$/u,
    next: /^[ ,(/-]{1,2}(?:(?:giá|gia|phí|phi|cước|cuoc|là|la) )?$/u,
  },
  en: {
    lead: /(?: (?:is|takes?|costs?|in|for|at|about|within|gets? (?:it|them) in|by coach|is about)){0,2}[ :(–-]{1,3}$/u,
    next: /^(?: | \(|, | and | for | in | at )$/u,
  },
  ja: { lead: /(?:行き|便|宛て|まで)?(?:へ|に)?(?:は|が)?(?:約|およそ)?[ （(：:]?$/u, next: /^(?:で|、|に?は?送料|（|・|\/| )?$/u },
};
const NEXT_NAME = /(?<=[,;] |(?<!\p{L})(?:and|to|và|còn|tới|đi|ra|vào|vô) )\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,3}$/u;
const WORDS = /(?:(?:(?<![\p{L}\p{M}])[\p{L}\p{M}]+ ){0,2}(?<![\p{L}\p{M}])[\p{L}\p{M}]+)$/u;

/** Days, fees and ways that the notes have for another town: フエ1日6万5千ドン of `Hue 1 ngay 40k, Sai Gon 2 ngay 65k`. */
export function exchangedTowns(told: Told): Found[] {
  const own = entriesOf(told.bound, (end) => namesBefore(told, end), told.text, told.language);
  if (own.length === 0) return [];
  const held = townsOf(told.ground);
  return own.flatMap(({ keys, amount, class: kind }): Found[] => {
    const alike = held.filter((one) => one.class === kind);
    if (amount.per === "day" && ONE_DAY.test(amount.quote)) return [];
    const same = alike.filter((one) => one.keys.some((key) => keys.includes(key)));
    const [instead] = same;
    if (instead === undefined || same.some((one) => isSame(amount, one.amount))) return [];
    if (!alike.some((one) => agrees(amount, one.amount))) return [];
    const { start, end, quote } = amount;
    return [{ kind: "number", start, end, message: told.say("numberSwapped", { quote, held: instead.amount.quote.trim() }) }];
  });
}

function isSame(amount: AmountMention, held: AmountMention): boolean {
  return agrees(amount, held) || liesWithin(amount, held);
}

const known = new WeakMap<Ground["bound"], readonly Entry[]>();
function townsOf({ bound, notes }: Ground): readonly Entry[] {
  const before = known.get(bound);
  if (before !== undefined) return before;
  const entries = entriesOf(
    bound,
    (end) => tailsOf(foldText(WORDS.exec(notes.slice(Math.max(0, end - REACH), end))?.[0] ?? "")),
    notes,
    "vi",
  );
  known.set(bound, entries);
  return entries;
}

/** "Buon Ma Thuot", "Ma Thuot", "Thuot": where a name begins is not told. */
function tailsOf(words: string): string[] {
  const all = words.split(" ").filter((word) => word !== "");
  return all.map((_word, at) => all.slice(at).join(" "));
}

function entriesOf(bound: readonly Bound[], namesAt: (end: number) => readonly string[], text: string, language: Language): Entry[] {
  const { lead, next } = GAPS[language];
  let last: Entry | undefined;
  return bound.flatMap(({ amount, class: kind }) => {
    const beside =
      last !== undefined && last.class !== kind && next.test(text.slice(last.amount.end, amount.start)) ? last.keys : undefined;
    last = undefined;
    if (!CLASSES.has(kind)) return [];
    const gap = lead.exec(text.slice(Math.max(0, amount.start - REACH), amount.start))?.[0].length ?? 0;
    const keys = beside ?? namesAt(amount.start - gap);
    if (keys.length === 0) return [];
    last = { keys, amount, class: kind };
    return [last, ...withoutDay(last)];
  });
}

/** フエ1日4万ドン: a day and what it costs, no price a day. */
function withoutDay({ keys, amount }: Entry): Entry[] {
  if (amount.per !== "day" || !ONE_DAY.test(amount.quote)) return [];
  const day: AmountMention = { ...amount, min: 1, max: 1, unit: "day", dimension: "day", per: undefined };
  return [
    { keys, amount: day, class: "time" },
    { keys, amount: { ...amount, per: undefined }, class: "money" },
  ];
}
const ONE_DAY = /^(?:(?:1|１|一|một|mot|one) ?(?:日|ngày|ngay|day))/iu;

/** A town that the lexicon knows; or a name in a list of such. */
function namesBefore({ text, language, terms }: Told, end: number): readonly string[] {
  const places = terms.filter((one) => one.end <= end && end - one.end <= ROW_MAX && findTerm(one.id)?.kind === "place");
  const names = findTerm(places.find((one) => one.end === end)?.id ?? "")?.vi;
  if (names !== undefined) return [names.name, ...(names.aliases ?? []), ...(names.weak ?? [])].map(foldText);
  const name = language === "ja" || places.length === 0 ? undefined : NEXT_NAME.exec(text.slice(Math.max(0, end - REACH), end))?.[0];
  return name === undefined ? [] : [foldText(name)];
}
const ROW_MAX = 60;
