import type { Fact, FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { foldText } from "#facts/fold.ts";
import { goodsOfFact } from "./goods-of-fact.ts";
import { addReading } from "./japanese-reading.ts";
import { joinInJapanese, PLACES_TO_KEEP } from "./join-japanese.ts";
import { knownClauses } from "./known-clauses.ts";
import { isManyOf, nameTerm } from "./name-product.ts";
import type { Phrases } from "./phrases.ts";
import type { Telling } from "./sentence.ts";
import { isLasting, mannerOf } from "./tell-amounts.ts";
import type { Tale } from "./tell-facts.ts";
import { writeAmount } from "./write-amount.ts";

/** One phrase of the trade in a fact; `frame` is what it is told with, `goods` what it is about where several are sold. */
type Clause = { id: string; frame: string; fact: Fact; goods: string | undefined };

/** More in one breath are not heard. */
const CLAUSES_MAX = 3;
/** The frame of `locales/<language>/pitch.json` in which a kind's statements are told. */
const FRAMES: Partial<Record<FactKind, string>> = {
  taste: "tell.taste",
  size: "tell.taste",
  variety: "tell.taste",
  delivery: "tell.delivery",
  grower: "tell.story",
  story: "tell.story",
  season: "tell.season",
};

/** What free text says in known phrases, up to three of a kind in a sentence: `cùi dày, ăn giòn, mọng nước`. */
export function tellClauses(own: readonly Fact[], { facts, phrases, leftOut = false }: Omit<Tale, "words">): Telling[] {
  const clauses = inParticular(own.flatMap((fact) => clausesOf(fact, goodsOfFact(fact, facts), leftOut)));
  const first = clauses.filter((clause, at) => clauses.findIndex((other) => same(other, clause)) === at);
  const heads = [...new Set(first.map(headOf))];
  return heads.flatMap((head) =>
    groups(first.filter((clause) => headOf(clause) === head)).map((group): Telling => ({
      key: group[0]?.frame ?? head,
      slots: {
        clause: {
          // A phrase said in two facts is told once and rests on both.
          factIds: [...new Set(clauses.filter((clause) => group.some((each) => same(each, clause))).map(({ fact }) => fact.id))],
          text: (language) => join(group, language, phrases),
        },
      },
    })),
  );
}

/** These do not say how goods are sent. */
const NO_WAY: ReadonlySet<string> = new Set(["delivers", "no-shipping", "pick-up", "cod", "truck-access", "buyer-pays-freight"]);

/** That something is sent at all goes without saying where it is told how: such a fact is told by the way itself. */
function inParticular(clauses: readonly Clause[]): Clause[] {
  const ways = clauses.filter(({ id, frame }) => frame === "tell.delivery" && !NO_WAY.has(id));
  return clauses.map((clause) => {
    const way = clause.id === "delivers" ? ways.find(({ goods }) => goods === clause.goods) : undefined;
    return way === undefined ? clause : { ...way, fact: clause.fact };
  });
}

/** Clauses with the same head are told together. */
function headOf({ frame, goods }: Clause): string {
  return `${frame}|${goods ?? ""}`;
}

function same(left: Clause, right: Clause): boolean {
  return left.id === right.id && left.goods === right.goods;
}

function clausesOf(fact: Fact, goods: string | undefined, leftOut: boolean): Clause[] {
  const chilled = chilledAt(fact);
  const known = knownClauses(fact);
  const said = known
    .filter(({ id, negative }) => !isToldBy(id, known) && (negative || !leftOut))
    .map((clause) => (clause.id === chilled ? { ...clause, id: `${chilled}-at` } : clause))
    .map((clause) => (FERMENTED.has(clause.id) && isLasting(fact) ? { ...clause, id: `${clause.id}-for` } : clause))
    .map(({ id, frame }) => ({ id, fact, goods, frame: frame === "store" ? "store" : (FRAMES[fact.kind] ?? "tell.practice") }));
  const more: Clause[] = [];
  if (said.every(({ id }) => id === "buyer-pays-freight") && fact.kind === "delivery" && !isLasting(fact) && isPromised(fact))
    said.unshift({ id: "delivers", frame: "tell.delivery", fact, goods });
  if (fact.kind === "storage" && fact.amount?.unit === "celsius" && chilled === undefined)
    more.push({ id: "temperature", frame: "store", fact, goods });
  if (fact.kind === "delivery" && isLasting(fact)) more.push({ id: "delivery-time", frame: "tell.delivery", fact, goods });
  return [...said, ...more];
}

/** `ủ chượp thùng gỗ` says one thing, and so does `ủ 5 ngày trong sọt tre`. */
function isToldBy(id: string, known: readonly { id: string }[]): boolean {
  if (id === "fermented") return known.some((other) => VESSELS.has(other.id));
  return VESSELS.has(id) && known.some((other) => other.id === "brewed");
}

/** What fish is fermented in; with how long, where the notes say it. */
const VESSELS: ReadonlySet<string> = new Set(["barrel", "jar-lu", "jar-chum"]);
const FERMENTED: ReadonlySet<string> = new Set([...VESSELS, "fermented"]);

/** In the fridge, in the freezer or in the room, where the notes say how cold: place and degrees are one request. */
function chilledAt(fact: Fact): string | undefined {
  if (fact.kind !== "storage" || fact.amount?.unit !== "celsius") return undefined;
  const cold = knownClauses(fact).filter(({ id }) => CHILLED.has(id));
  return cold.length === 1 ? cold[0]?.id : undefined;
}

const CHILLED: ReadonlySet<string> = new Set(["fridge", "freezer", "room-temperature"]);

/** Something is sent or brought, in words that no phrase has. */
function isPromised({ text }: Fact): boolean {
  const folded = foldText(text);
  return DELIVERED.test(folded) && !DENIED.test(folded);
}
const DELIVERED = /(?<![a-z])(?:giao|gui|goi|ship|chuyen|cho (?:hang )?(?:den|tan|toi|ra|ve|vo|vao|di)|mang)(?![a-z])/;
const DENIED = /(?<![a-z])(?:khong|ko|k|hong|chua|chang|kinh)(?![a-z])/;

/** As evenly as can be: four are told as two and two. */
function groups(clauses: readonly Clause[]): Clause[][] {
  const count = Math.ceil(clauses.length / CLAUSES_MAX);
  const size = Math.ceil(clauses.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, at) => clauses.slice(at * size, (at + 1) * size));
}

/** In Vietnamese the subject is said once, in English the last is joined by `and`. */
function join(clauses: readonly Clause[], language: Language, phrases: Phrases): string {
  const goods = clauses[0]?.goods;
  if (goods === undefined) return joinClauses(clauses, language, phrases);
  const about = joinClauses(clauses, language, phrases.about(isManyOf(goods)));
  return phrases.say(language, "names.about", 0, { goods: nameTerm(goods, language), clause: about });
}

function joinClauses(clauses: readonly Clause[], language: Language, phrases: Phrases): string {
  if (language === "ja")
    return joinInJapanese(
      clauses.map((clause) => ({
        id: clause.id,
        of: clause.fact.id,
        ends: tellClause(clause, language, phrases, 0),
        runsOn: tellClause(clause, language, phrases, 1),
      })),
    );
  const told = clauses.map((clause, at) => tellClause(clause, language, phrases, language === "vi" && at > 0 ? 1 : 0));
  if (clauses.length > 1 && clauses.every(({ id }) => PLACES_TO_KEEP.has(id))) return EITHER[language](told);
  if (language === "vi") return told.join(", ");
  const unrepeated = told.map((clause, at) =>
    told.slice(0, at + 1).every((each) => KEEP.test(each)) && at > 0 ? clause.replace(KEEP, "") : clause,
  );
  const last = unrepeated.at(-1) ?? "";
  return told.length < 2 ? last : `${unrepeated.slice(0, -1).join(", ")}${told.length > 2 ? "," : ""} and ${last}`;
}

/** `keep it in a dry place and out of the sun`. */
const KEEP = /^keep (?:it|them) /;

/** `để ngăn đông hoặc ngăn mát`, "keep it in the freezer or in the fridge". */
const EITHER: Record<"vi" | "en", (told: readonly string[]) => string> = {
  vi: ([first = "", ...more]) => [first, ...more.map((clause) => clause.replace(/^để /u, ""))].join(" hoặc "),
  en: ([first = "", ...more]) => [first, ...more.map((clause) => clause.replace(/^keep (?:it|them) /u, ""))].join(" or "),
};

function tellClause({ id, fact }: Clause, language: Language, phrases: Phrases, form: number): string {
  const amount = fact.amount === undefined ? "" : writeAmount(fact.amount, language, mannerOf(fact, phrases.voice));
  return phrases.say(language, `known.${id}`, form, { amount: language === "ja" ? addReading(amount) : amount });
}
