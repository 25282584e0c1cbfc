import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import { ingredientsNamed } from "#facts/ingredient-names.ts";
import { madeOf } from "#facts/made-of.ts";
import { eitherBare, overlaps, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { familyOf, findTerm } from "#lexicon/lexicon.ts";
import { alwaysIn } from "#lexicon/recipes.ts";
import { isDenied } from "./denied.ts";
import type { Found, Ground, Told } from "./ground.ts";

/** Where a text says what goods are made of, up to the end of its list. */
const LISTS: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<!\\p{L})(?:(?:${eitherBare("làm|nấu|chế biến")}) (?:${eitherBare("từ|bằng")})|${eitherBare("thành phần|nguyên liệu")})(?:(?! (?:${eitherBare("ăn|chấm|kho|nấu|dùng|để|nhà|em|mình|không|hợp")})(?!\\p{L}))[^.;!?\\n])*`,
    "giu",
  ),
  en: /\b(?:made|mak(?:e|es|ing) (?:it|them))(?: \w+)? (?:from|of|with)(?:(?! (?:and|so|but) (?:it|we|you|they|us|use|do|don't|goes)\b| (?:which|for|without|no|goes?|to) )[^.;!?\n])*|\bingredients?\b[^.;!?\n]*/giu,
  ja: /[^。！？\nは]*(?:から|だけで|で)(?:作|つく|でき)|(?<!\p{Script=Han})(?:原材料|材料)[^。！？\n]*/gu,
};

/** An ingredient that the notes do not hold, beside a list in which they name what goods are made of; of fish, beside any that they name. */
export function checkIngredients(told: Told): Found[] {
  const { text, language, terms, ground, say } = told;
  const listed = ground.facts.flatMap(({ kind, quote }) => (kind === "practice" ? madeOf(quote) : []));
  const namesFish = [...ground.terms].some(isFish);
  if (listed.length === 0 && !namesFish) return [];
  const held = new Set(listed.flatMap(({ of }) => of.map((one) => ("term" in one ? productOf(one.term) : one.id))));
  const lists = [...text.matchAll(LISTS[language])].map((match): Span => ({ start: match.index, end: match.index + match[0].length }));
  const goods = terms.flatMap(({ id, start, end }) => {
    const kind = findTerm(id)?.kind;
    if (kind !== "product" && kind !== "variety") return [];
    if (listed.length === 0 && (!isFish(id) || isWritten(id, ground))) return [];
    return [{ name: productOf(id), isHeld: ground.terms.has(id), start, end }];
  });
  const named = listed.length === 0 ? [] : ingredientsNamed(text, language);
  // "Pork fat" names no pork, "salted egg" no egg: of two names that overlap the longer counts.
  const isWithin = (one: Span, other: Span) => overlaps(one, other) && one.end - one.start < other.end - other.start;
  const whole = goods.filter((term) => !named.some((one) => isWithin(term, one)));
  const others = named.filter((one) => !whole.some((term) => overlaps(term, one)));
  return [...whole, ...others.map((one) => ({ ...one, isHeld: false }))]
    .filter((one) => lists.some((list) => overlaps(list, one)) && !one.isHeld && !held.has(one.name) && !isDenied(told, one))
    .filter(({ name }) => !isImplied(name, held.union(ground.terms)) && !isNamedIn(name, ground))
    .map(({ start, end }) => ({ kind: "claim", start, end, message: say("claim.practice", { quote: text.slice(start, end) }) }));
}

/** `nước mắm cá cơm` is of no sardines; what else goes into a jar the notes may leave out. */
function isFish(id: string): boolean {
  return familyOf(id) === "seafood";
}

/** Cane of `mật mía`, shrimp of `mắm tôm`, soybeans of `đậu phụ`: what goods that the notes name are called after, or are never without. */
function isImplied(name: string, had: ReadonlySet<string>): boolean {
  const own = findTerm(name);
  const called = own === undefined ? [name] : [own.vi.name.replace(/ (?:tươi|biển)$/u, ""), ...(own.vi.aliases ?? [])];
  // `sữa dừa` is no milk: of what is not fish the first word says what the goods are, not what is in them.
  const before = isFish(name) ? "" : "(?<!^|lá |hoa )";
  const named = new RegExp(`${before}(?<!\\p{L})(?:${called.map((one) => RegExp.escape(lightText(one))).join("|")})(?!\\p{L})`, "u");
  return [...had].some((id) => alwaysIn(id).has(name) || named.test(lightText(findTerm(id)?.vi.name ?? id)));
}

/** `lá đinh lăng` names the plant, though only its root is goods. */
function isNamedIn(name: string, { notes }: Ground): boolean {
  const called = lightText(findTerm(name)?.vi.name ?? "");
  return hasMarks(called) && new RegExp(`(?<!\\p{L})${RegExp.escape(called)}(?!\\p{L})`, "u").test(notes);
}

/** Bare of its marks `ca nuc` may be another word, and is no goods by itself. */
function isWritten(id: string, { bareNotes }: Ground): boolean {
  const name = findTerm(productOf(id))?.vi.name;
  return name !== undefined && bareNotes.includes(foldText(name));
}

function productOf(id: string): string {
  return findTerm(id)?.of ?? id;
}
