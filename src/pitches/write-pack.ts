import { z } from "zod";
import { unitSchema, type Amount, type Fact, type Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./amount-words.json" with { type: "json" };
import { countedBy, writeCounted, type Counted } from "./counted-goods.ts";
import { holderSaid, oneInEnglish, type Holder } from "./holders.ts";
import { namesIn, oneOf, unitName, writeNumber, writeValue, type Manner } from "./write-amount.ts";

const nested = z
  .partialRecord(unitSchema, z.strictObject({ en: z.tuple([z.string(), z.string()]), ja: z.string(), one: z.string() }))
  .parse(data.nested);
const HOLDING: readonly Unit[] = ["box", "bag", "jar", "bottle", "bunch", "pack"];
const MEASURED: ReadonlySet<Unit> = new Set<Unit>(["g", "kg", "ml", "l"]);

/** What goods are packed in and how much of them: by measure, by the piece, or both; `said` begins with what holds them. */
export type Pack = { unit?: Unit | undefined; amount?: Amount | undefined; pieces?: Pieces | undefined; said: string };
type Pieces = { min: number; max: number; by: Counted };

/** The pack a fact tells of; none where neither a measure nor a count that has a name in every language fills it. */
export function packSaid(fact: Fact, facts: readonly Fact[]): Pack | undefined {
  const { amount, text } = fact;
  const pieces = piecesIn(fact, facts);
  if (amount === undefined) {
    const unit = holderSaid(text, true) === undefined ? unitSaid(text) : undefined;
    return pieces === undefined || (unit === undefined && holderSaid(text, true) === undefined) ? undefined : { unit, pieces, said: text };
  }
  const { per, ...content } = amount;
  return { unit: per, amount: content, pieces: MEASURED.has(content.unit) ? pieces : undefined, said: withHolder(fact, facts) };
}

/** `hộp 20 cái`, `4 cái/túi`: how many are in it, where the contract has no unit for them. */
function piecesIn(fact: Fact, facts: readonly Fact[]): Pieces | undefined {
  const [, min = "", max = min, name = ""] = PIECES.exec(foldText(fact.text)) ?? [];
  const by = name === "" ? undefined : countedBy(name, fact, facts);
  if (by === undefined || by.ja === "") return undefined;
  // 点 counts what is sold singly.
  return { min: Number(min), max: Number(max), by: { ...by, ja: by.ja === "点" ? "個" : by.ja } };
}
const PIECES = /(?<![\d.,])(\d{1,4})(?: ?- ?(\d{1,4}))? ?([a-z]+)/;

/** `túi 500g và 1kg`: what holds the first holds the second. */
function withHolder({ text, source, start, amount }: Fact, facts: readonly Fact[]): string {
  const per = amount?.per;
  if (per === undefined || namesIn(per, text).length > 0) return text;
  const before = facts.findLast(
    (other) =>
      other.kind === "pack" &&
      other.source === source &&
      other.start < start &&
      other.amount?.per === per &&
      namesIn(per, other.text).length > 0,
  );
  return before === undefined ? text : `${namesIn(per, before.text)[0]} ${text}`;
}

function unitSaid(text: string): Unit | undefined {
  const words: string[] = foldText(text).match(/[a-z]+/g) ?? [];
  return HOLDING.find((unit) => words.some((word) => namesIn(unit, word).length > 0));
}

/** What a pack holds, pack first: `thùng 10 cân`, `10-kilo boxes`, `10キロ入りの箱`; `hộp 20 cái`, `boxes of 20`, `20個入りの箱`. */
export function writePack(pack: Pack, language: Language, manner: Manner = {}): string {
  const holder = holderOf(pack, manner);
  if (language === "vi") return `${holder?.vi ?? "loại"} ${filledWith(pack, language, manner)}`;
  if (language === "en") return inEnglish(pack, holder?.en[1] ?? unitName("pack", 2, "en", manner), manner);
  const filled = filledWith(pack, language, manner);
  return pack.unit === "bunch" ? `${filled}ずつの束` : `${filled}入りの${holder?.ja ?? unitName("pack", 1, "ja", manner)}`;
}

/** A price for a pack whose content is known: `175 nghìn một bao 5 cân`, `175,000 dong for a 5-kilo bag`, `5キロ入り1袋17万5千ドン`. */
export function writePackPrice(price: Amount, pack: Pack, language: Language, manner: Manner = {}): string {
  const { per: _per, ...cost } = price;
  const sum = writeValue(cost, language, manner);
  const holder = holderOf(pack, manner);
  if (language === "en") return `${sum} for ${oneInEnglish(inEnglish(pack, holder?.en[0] ?? unitName("pack", 1, "en", manner), manner))}`;
  if (language === "ja") return `${filledPack(pack, manner)}${holder?.one ?? ""}${sum}`;
  const filled = filledWith(pack, language, manner);
  return holder === undefined ? `${sum} ${filled}` : `${sum} ${oneOf(holder.vi, manner)} ${filled}`;
}

/** So many of a pack: `120 chai 1 lít`, `120 bottles of 1 litre`, `1リットル入り120本`. */
export function writePacks(many: Amount, pack: Pack, language: Language, manner: Manner): string {
  const count = writeValue(many, language, manner);
  if (language === "ja") return `${filledPack(pack, manner)}${count}`;
  return `${count} ${language === "en" ? "of " : ""}${filledWith(pack, language, manner)}`;
}

/** What a pack is told by in Japanese before its price, 5キロ入り; a bunch holds nothing: 50本の束. */
export function filledPack(pack: Pack, manner: Manner): string {
  return `${filledWith(pack, "ja", manner)}${pack.unit === "bunch" ? "の束" : "入り"}`;
}

/** How one pack is counted in Japanese: 1箱. */
export function onePack(pack: Pack): string {
  return holderOf(pack, {})?.one ?? "";
}

/** A box of boxes is a case; what the contract has no word for goes by the grower's. */
function holderOf({ unit, amount, said }: Pack, manner: Manner): Holder | undefined {
  if (unit === undefined) return holderSaid(said);
  const vi = unitName(unit, 1, "vi", { ...manner, said });
  const outer = amount?.unit === unit ? nested[unit] : undefined;
  if (outer !== undefined) return { vi, ...outer };
  const ja = unitName(unit, 1, "ja", manner);
  // A bottle is counted with 本 but called 瓶.
  return { vi, en: [unitName(unit, 1, "en", manner), unitName(unit, 2, "en", manner)], ja: unit === "bottle" ? "瓶" : ja, one: `1${ja}` };
}

function filledWith({ amount, pieces, said }: Pack, language: Language, manner: Manner): string {
  const counted = pieces && writeCounted(pieces, pieces.by, language);
  const measured = amount && writeValue(amount, language, { ...manner, said, last: true });
  return [counted, measured].filter((part) => part !== undefined).join(language === "ja" ? "" : " ");
}

/** `10-kilo boxes`, but `boxes of 12 bottles`; `boxes of 12` says what they are of: the goods. */
function inEnglish({ amount, pieces, said }: Pack, name: string, manner: Manner): string {
  const held = amount === undefined ? name : measuredInEnglish(amount, name, { ...manner, said });
  if (pieces === undefined) return held;
  const bare = writeCounted(pieces, { ...pieces.by, en: ["", ""] }, "en").trim();
  return `${held} of ${COLLECTED.has(pieces.by.en[1]) ? writeCounted(pieces, pieces.by, "en") : bare}`;
}
const COLLECTED: ReadonlySet<string> = new Set(["pairs", "sets", "sheets"]);

function measuredInEnglish(content: Amount, name: string, manner: Manner): string {
  const { min, max, unit } = content;
  if (unit === "fruit") return `${name} of ${min === max ? "" : `${writeNumber(min, unit, "en")} to `}${writeNumber(max, unit, "en")}`;
  if (min !== max || !MEASURED.has(unit)) return `${name} of ${writeValue(content, "en", manner)}`;
  const one = unitName(unit, 1, "en", manner);
  return `${max === 0.5 ? "half" : writeNumber(max, unit, "en")}-${one} ${name}`;
}
