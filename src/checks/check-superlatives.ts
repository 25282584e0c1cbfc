import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { lightText } from "#facts/fold.ts";
import { overlaps, said, type Span } from "#facts/said.ts";
import { sentencesOf, type Found, type Told } from "./ground.ts";
import { compileRule, matchRules, openRules } from "./match-rules.ts";
import { isOwnExtreme } from "./own-extremes.ts";
import scopeData from "./rules/scopes.json" with { type: "json" };
import rules from "./rules/superlative.json" with { type: "json" };

const book = openRules(rules);
const scopeSchema = z.strictObject({ held: z.string(), vi: z.string(), en: z.string(), ja: z.string() });
const { scopes } = z.strictObject({ source: z.string(), date: z.string(), scopes: z.array(scopeSchema) }).parse(scopeData);
/** What is wider than most contests: the words of a proof for it, and of a claim. */
const SCOPES = scopes.map(({ held, vi, en, ja }) => {
  return { held: said(held), vi: compileRule([vi], "vi"), en: compileRule([en], "en"), ja: compileRule([ja], "ja") };
});
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
    .filter(
      (found) =>
        !isName(found.quote) &&
        !isOwnExtreme(told, found) &&
        !isAtMost(told, found) &&
        !(TOP_GRADE.test(found.quote) && told.ground.notes.search(FIRST_OF_GRADES) !== -1) &&
        !(proven.some((sentence) => overlaps(sentence, found)) && !isWider(told, found)),
    )
    .map(({ start, end, quote }) => ({ kind: "superlative", start, end, message: told.say("superlative", { quote }) }));
}

/** "Fifteen orders at most this month": a bound, no boast. */
function isAtMost({ text, language }: Told, { start, quote }: Span & { quote: string }): boolean {
  return language === "en" && /^most(?!\p{L})/iu.test(quote) && /(?<!\p{L})at (?:the )?$/iu.test(text.slice(Math.max(0, start - 8), start));
}

/** "Top grade 28,000 VND" of the notes' `loại 1 28k`: the first of their own sorts. */
const TOP_GRADE = /^(?:the )?top[- ]grade$/iu;
const FIRST_OF_GRADES = said("(?:loại|hạng) (?:1|một|nhất|a)(?![\\d.,])");

/** "The finest in the Mekong Delta" of a prize that one province gave. */
function isWider({ text, language, ground }: Told, { start, end }: Span): boolean {
  const around = lightText(text.slice(Math.max(0, start - SCOPE_REACH), end + SCOPE_REACH));
  const awards = ground.facts.flatMap(({ kind, quote }) => (kind === "award" ? [lightText(quote)] : [])).join("\n");
  return SCOPES.some((scope) => around.search(scope[language]) !== -1 && awards.search(scope.held) === -1);
}
const SCOPE_REACH = 30;

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
