import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import { said, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import { sentencesOf, type Ground, type Told } from "./ground.ts";
import data from "./rules/under-way.json" with { type: "json" };

const sidesSchema = z.strictObject({ before: z.string(), after: z.string() });
const words = z
  .strictObject({
    source: z.string(),
    date: z.string(),
    /** As the grower writes it, anywhere beside the certificate. */
    notes: z.string(),
    vi: sidesSchema,
    en: sidesSchema,
    ja: sidesSchema,
  })
  .parse(data);

/** True where a text tells a certificate as only applied for, and so do the notes: "the audit for GlobalGAP is pending". */
export function isUnderWay(told: Told, mention: TermMention): boolean {
  return tellsUnderWay(told, mention) && isAppliedFor(told.ground, mention.id);
}

/** True where the text tells what it names as only asked for: a title as well as a certificate. */
export function tellsUnderWay(told: Told, { start, end }: Span): boolean {
  const { before, after } = TOLD[told.language];
  const lead = lightText(told.text.slice(Math.max(0, start - REACH), start));
  return before.test(lead) || after.test(lightText(cutAtCertificate(told, end)));
}
const REACH = 60;

/** "VietGAP certified, the GlobalGAP paperwork is in progress": that is the other's. */
function cutAtCertificate({ text, terms }: Told, from: number): string {
  const next = terms.find(({ id, start }) => start >= from && findTerm(id)?.kind === "certificate");
  return text.slice(from, Math.min(from + REACH, next?.start ?? text.length));
}

function isAppliedFor({ notes }: Ground, id: string): boolean {
  const certificates = termsIn(notes, "vi").filter((term) => findTerm(term.id)?.kind === "certificate");
  const sentences = sentencesOf(notes);
  return certificates.some((mention, index) => {
    if (mention.id !== id) return false;
    const sentence = sentences.find(({ start, end }) => start <= mention.start && mention.start < end) ?? mention;
    const own: Span = {
      start: Math.max(sentence.start, mention.start - REACH, certificates[index - 1]?.end ?? 0),
      end: Math.min(sentence.end, mention.end + REACH, certificates[index + 1]?.start ?? notes.length),
    };
    return notes.slice(own.start, own.end).search(APPLIED_FOR) !== -1;
  });
}
const APPLIED_FOR = said(words.notes);

const TOLD: Record<Language, ReturnType<typeof open>> = { vi: open("vi"), en: open("en"), ja: open("ja") };
function open(language: Language): { before: RegExp; after: RegExp } {
  const start = language === "ja" ? "" : "(?<!\\p{L})";
  const { before, after } = words[language];
  return { before: new RegExp(`${start}(?:${before})$`, "u"), after: new RegExp(`^(?:${after})`, "u") };
}
