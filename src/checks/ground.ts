import type { TFunction } from "i18next";
import type { AmountMention } from "#facts/amounts.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { lighten, type Folded } from "#facts/fold.ts";
import { readPhones } from "#facts/phones.ts";
import { overlaps } from "#facts/said.ts";
import { takenBack } from "#facts/shut-spans.ts";
import type { Language, Market } from "#i18n/language.ts";
import { termsIn } from "#lexicon/lexicon.ts";
import { readComparable } from "./compare-amounts.ts";
import type { Finding, FindingKind } from "./finding.ts";

/** What the grower's words hold, read once for all texts. */
export type Ground = {
  facts: readonly Fact[];
  markets: readonly Market[];
  /** All words in one, for looking up phrases. */
  notes: string;
  amounts: readonly AmountMention[];
  phones: ReadonlySet<string>;
  terms: ReadonlySet<string>;
};

/** One told text with what each check needs of it. */
export type Told = { language: Language; text: string; light: Folded; amounts: readonly AmountMention[]; ground: Ground; say: TFunction };

/** A finding before its words. */
export type Found = { kind: FindingKind; start: number; end: number; message: string; severity?: Finding["severity"] };

const known = new WeakMap<GrowerWords, Omit<Ground, "facts" | "markets">>();

/** A story's sentences are checked one by one against the same words, so what was read of them is kept as long as they are. */
export function groundOf(words: GrowerWords, facts: readonly Fact[], markets: readonly Market[]): Ground {
  const held = known.get(words) ?? readWords(words);
  known.set(words, held);
  return { ...held, amounts: [...held.amounts, ...facts.flatMap(daysOf)], facts, markets };
}

/** "hết tháng 6" is the 30th, though nobody said thirty. */
function daysOf({ date, start, end, quote }: Fact): AmountMention[] {
  return [date?.from, date?.to].flatMap((told) => {
    const day = Number(told?.split("-").at(-1));
    return Number.isNaN(day) ? [] : [{ start, end, quote, min: day, max: day, dimension: "calendar-day", spelled: false }];
  });
}

function readWords(words: GrowerWords): Omit<Ground, "facts" | "markets"> {
  const texts = [words.notes, ...words.answers.map(({ text }) => text)];
  const amounts = texts.flatMap((text) => {
    const all = readComparable(text, "vi");
    const gone = takenBack(lighten(text), all);
    return all.filter((amount) => !gone.some((span) => overlaps(span, amount)));
  });
  return {
    notes: texts.join("\n"),
    amounts,
    phones: new Set(texts.flatMap((text) => readPhones(text).map(({ digits }) => digits))),
    terms: new Set(texts.flatMap((text) => termsIn(text, "vi").map(({ id }) => id))),
  };
}

export function toldOf(language: Language, text: string, ground: Ground, say: TFunction): Told {
  return { language, text, light: lighten(text), amounts: readComparable(text, language), ground, say };
}

/** The sentence around an offset. */
export function sentenceOf(text: string, at: number): { start: number; end: number } {
  const before = Math.max(
    ...["。", "！", "？", "\n", "! ", "? ", ". "].map((stop) => {
      const found = text.lastIndexOf(stop, at - 1);
      return found === -1 ? 0 : found + stop.length;
    }),
  );
  const after = text.slice(at).search(/[。！？\n!?]|\.(?=\s|$)/u);
  return { start: before, end: after === -1 ? text.length : at + after + 1 };
}
