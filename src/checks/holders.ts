import type { AmountMention } from "#facts/amounts.ts";
import { lighten } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { unitRows, unitTable } from "#lexicon/units.ts";
import { compileRule } from "./match-rules.ts";

export const HOLDERS: ReadonlySet<string> = new Set(["box", "bag", "pack", "bottle", "jar", "bunch"]);
/** Typed bare on a phone, these are still no other word. */
const BARE_HOLDERS = "thung|hop|goi|tui|bich|chai|hu|khay|kien|sot";
/** A can of so many litres is counted as bottles are, 1本; bare of its mark a `cân` is a kilo. */
const CAN = String.raw`can(?= (?:nhựa )?\d+(?:[.,]\d)? ?(?:lít|lit|l)(?!\p{L}))`;
const HOLDER_NAMES: Record<Language, RegExp> = { vi: holderNames("vi"), en: holderNames("en"), ja: holderNames("ja") };

/** Boxes and bags named beside an amount and not counted by one: the `thùng` of `thùng 5 kg`, not of `20 thùng`. */
export function readHolders(
  text: string,
  language: Language,
  sentence: Span,
  amounts: readonly AmountMention[],
): (Span & { unit: string })[] {
  const { exact, folded } = unitTable(language);
  const light = lighten(text.slice(sentence.start, sentence.end));
  return [...light.text.matchAll(HOLDER_NAMES[language])].flatMap((match) => {
    const { start, end } = light.span(match.index, match.index + match[0].length);
    const span = { start: start + sentence.start, end: end + sentence.start };
    const unit = match[0] === "can" ? "bottle" : (exact.get(match[0]) ?? folded.get(match[0]))?.unit;
    return unit === undefined || amounts.some((amount) => overlaps(amount, span)) ? [] : [{ ...span, unit }];
  });
}

/** A box holds what is said right beside it: `thùng xốp 5 kg`, "5 kg boxes", 5キロ入りの箱; not the fruit of "a box of 400 g fruit". */
export function isOwn(text: string, holder: Span, amount: Span): boolean {
  if (overlaps(holder, amount)) return true;
  const [first, second] = holder.start < amount.start ? [holder, amount] : [amount, holder];
  return BESIDE.test(text.slice(first.end, second.start)) && !OF_PIECES.test(text.slice(second.end, second.end + 12));
}
const BESIDE =
  /^(?:\s|-|of|with|holding|weighing|có|co|đựng|dung|nặng|nang|loại|loai|xốp|xop|giấy|giay|gỗ|nhỏ|lớn|to|入り|入|の|に|は|詰め)*$/iu;
const OF_PIECES = /^(?:\s*(?:fruit|each|mangoes|một (?:trái|quả)|\/(?:trái|quả)|の(?:果|実)))/iu;

function holderNames(language: Language): RegExp {
  const names = unitRows.flatMap((row) => (row.container === true ? row[language] : [])).join("|");
  return compileRule([language === "vi" ? `${names}|${BARE_HOLDERS}|${CAN}` : names], language);
}
