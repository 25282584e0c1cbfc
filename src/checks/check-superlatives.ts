import type { Fact } from "#facts/fact.ts";
import { lightText } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { sentencesOf, type Found, type Told } from "./ground.ts";
import { compileRule, matchRules, openRules } from "./match-rules.ts";
import rules from "./rules/superlative.json" with { type: "json" };

const book = openRules(rules);
/** Circular 10/2013: the proof serves for a year, and its name is printed with the claim. */
const PROOF_YEARS = 1;
const PROOF = {
  vi: compileRule(["hội thi|cuộc thi|hội chợ|liên hoan|festival|triển lãm|giải|bình chọn|lễ hội"], "vi"),
  en: compileRule(["contests?|competitions?|fairs?|festivals?|awards?|prizes?|exhibitions?|expos?"], "en"),
  ja: compileRule(["コンテスト|コンクール|大会|品評会|フェア|フェスティバル|祭|賞|展示会|競技会|見本市"], "ja"),
};

/** "Best", "only", "No. 1": lawful only where a named and recent award of the notes stands in the same sentence. */
export function checkSuperlatives(told: Told): Found[] {
  const years = provenYears(told.ground.facts);
  const proven = years.length === 0 ? [] : sentencesOf(told.text).filter((sentence) => isProof(told, sentence, years));
  return matchRules(told, book)
    .filter((found) => !isName(found.quote) && !proven.some((sentence) => overlaps(sentence, found)))
    .map(({ start, end, quote }) => ({ kind: "superlative", start, end, message: told.say("superlative", { quote }) }));
}

/** "Thống Nhất", "Văn Nhất": a name, no boast. */
function isName(quote: string): boolean {
  return /\p{Lu}\p{Ll}+ Nhất$/u.test(quote);
}

function provenYears(facts: readonly Fact[]): string[] {
  const since = new Date().getFullYear() - PROOF_YEARS;
  const named = facts.filter(({ kind }) => kind === "award").flatMap(({ quote }) => quote.match(/(?:19|20)\d{2}/g) ?? []);
  return named.filter((year) => Number(year) >= since);
}

function isProof({ text, language }: Told, { start, end }: Span, years: readonly string[]): boolean {
  const sentence = lightText(text.slice(start, end));
  return sentence.search(PROOF[language]) !== -1 && years.some((year) => sentence.includes(year));
}
