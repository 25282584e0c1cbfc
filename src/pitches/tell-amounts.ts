import type { Amount, Fact, GrowerWords, Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { isMoney } from "#facts/source-text.ts";
import type { Language } from "#i18n/language.ts";
import { sideways } from "./sideways.ts";
import { addReading } from "./japanese-reading.ts";
import { namePrize } from "./name-certificate.ts";
import { isMany, nameItem } from "./name-product.ts";
import type { Slot, Telling } from "./sentence.ts";
import type { Voice } from "./voice.ts";
import { writeAmount, type Manner } from "./write-amount.ts";
import { calibreIn, writeCalibre } from "./write-calibre.ts";
import { isOneMonth, writeDateRange } from "./write-date-range.ts";
import { writeList } from "./write-list.ts";
import { packSaid, writePack, writePacks, type Pack } from "./write-pack.ts";
import { isOnePoint, writeVagueSeason } from "./write-vague-season.ts";

const LASTING: ReadonlySet<Unit> = new Set<Unit>(["hour", "day", "month", "year"]);
const GROWN: ReadonlySet<Unit> = new Set<Unit>(["year", "household", "tree", "ha"]);
/** Words of an order's floor; without them `từ 5 thùng` may be the floor of a price only. */
const LEAST =
  /toi thieu|it nhat|khong ban le|ko ban le|k ban le|ban tu|nhan tu|nhan don tu|dat tu|don tu|(?<!free ?)(?:ship|giao|gui) tu|moq|minimum|最低|最小/;
const WHOLESALE = /(?<![a-z])(?:si|buon|bo moi|wholesale)(?![a-z])|卸/;
const LOGO = /(?<![a-z])logo(?![a-z])/;

/** What a fact says in numbers, dates and names. */
export function tellAmount(fact: Fact, voice: Voice, words: GrowerWords | undefined, facts: readonly Fact[]): Telling[] {
  const { kind, amount, date, text } = fact;
  const slot = (write: (language: Language) => string): Slot => ({ factIds: [fact.id], text: write });
  const plain = (write: (language: Language) => string): Slot => slot((language) => withKana(write(language), language));
  if (kind === "season" && date !== undefined) {
    const { to: _to, ...from } = date;
    // `từ tháng 11` is not over with November.
    const open = isOneMonth(date) && ONWARD.test(foldText(text)) ? from : date;
    return [
      { key: isOneMonth(open) ? "season.month" : "season.range", slots: { season: plain((language) => writeDateRange(open, language)) } },
    ];
  }
  if (kind === "season") {
    const write = writeVagueSeason(text);
    return write === undefined ? [] : [{ key: isOnePoint(text) ? "season.month" : "season.range", slots: { season: slot(write) } }];
  }
  if (kind === "award") return namePrize(fact).map((prize) => ({ key: "award", slots: { prize: slot(prize) } }));
  if (amount === undefined) return [];
  const said = plain((language) => writeAmount(amount, language, mannerOf(fact, voice)));
  if (kind === "stock" && amount.per === undefined) {
    const pack = packLeft(fact, facts);
    const stock = pack === undefined ? said : plain((language) => writePacks(amount, pack, language, mannerOf(fact, voice)));
    const name = amount.unit === "fruit" && isMany(facts) ? nameItem(facts) : undefined;
    if (name === undefined) return [{ key: "stock", slots: { stock } }];
    // `70 durians`: pieces they are to nobody.
    const write = (language: Language) => (language === "en" ? said.text("en").replace(/pieces?$/, name.text("en")) : stock.text(language));
    return [{ key: "stock", slots: { stock: { factIds: [fact.id, ...name.factIds], text: write } } }];
  }
  if (kind === "minimum-order") return [{ key: minimumKey(text, amount.unit), slots: { minimum: said } }];
  if (kind === "sweetness" && amount.unit === "brix") return [{ key: "sweetness", slots: { amount: said } }];
  if (kind === "size" && isSize(amount))
    return [{ key: "size.each", slots: { amount: words === undefined ? said : sideways(said, fact, words) } }];
  if (kind === "grower" && GROWN.has(amount.unit)) return [{ key: `grower.${amount.unit}`, slots: { amount: said } }];
  return [];
}

/** `còn 120 chai 1 lít`: what each of them holds. */
function packLeft(stock: Fact, facts: readonly Fact[]): Pack | undefined {
  const { source, start, end, amount } = stock;
  const packs = facts.filter((other) => other.kind === "pack" && other.source === source && other.start > start && other.start < end);
  return packs.map((fact) => packSaid(fact, facts)).find((pack) => pack?.unit !== undefined && pack.unit === amount?.unit);
}

const ONWARD = /^(?:(?:vu|mua|thu|chin|co|bat dau) )*tu (?!.*(?:den|toi|qua|-))/;

/** How many animals, bulbs or grains make a kilo. */
export function tellCalibre(size: Fact, facts: readonly Fact[], voice: Voice): Telling[] {
  const calibre = calibreIn(size, facts);
  if (calibre === undefined) return [];
  const text = (language: Language) => withKana(writeCalibre(calibre, language, mannerOf(size, voice)), language);
  return [{ key: "size.each", slots: { amount: { factIds: [size.id], text } } }];
}

export function minimumKey(text: string, unit: Unit): string {
  if (isMoney(unit)) return "minimum.money";
  const folded = foldText(text);
  if (LOGO.test(folded)) return "minimum.logo";
  if (WHOLESALE.test(folded)) return "minimum.wholesale";
  return LEAST.test(folded) ? "minimum.least" : "minimum.from";
}

/** All packs in one sentence. */
export function tellPacks(packs: readonly Fact[], facts: readonly Fact[], { region, aloud }: Voice): Telling[] {
  const said = packs.flatMap((fact) => {
    const pack = packSaid(fact, facts);
    return pack === undefined ? [] : [{ id: fact.id, pack }];
  });
  if (said.length === 0) return [];
  const text = (language: Language) => {
    const each = [...new Set(said.map(({ pack }) => writePack(pack, language, aloud ? { aloud: region } : {})))];
    return language === "ja" ? addReading(each.join("と")) : writeList(each, language);
  };
  return [{ key: "pack", slots: { pack: { factIds: said.map(({ id }) => id), text } } }];
}

/** In the grower's own words for the unit, and aloud in their region's where the voice speaks. */
export function mannerOf({ text }: Pick<Fact, "text">, { region, aloud }: Voice): Manner {
  return aloud ? { said: text, aloud: region } : { said: text };
}

/** An amount of time, and nothing per time. */
export function isLasting({ amount }: Fact): boolean {
  return amount !== undefined && amount.per === undefined && LASTING.has(amount.unit);
}

function withKana(text: string, language: Language): string {
  return language === "ja" ? addReading(text) : text;
}

function isSize({ unit, per }: Amount): boolean {
  if (unit === "g" || unit === "kg") return per === "fruit";
  return (unit === "fruit" && per === "kg") || ((unit === "cm" || unit === "mm") && per === undefined);
}
