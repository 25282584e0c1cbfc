import { z } from "zod";
import data from "./english-grammar.json" with { type: "json" };

const words = z.array(z.string());
const grammar = z
  .object({
    source: z.string(),
    /** A noun phrase ends before these. */
    ends: words,
    /** Before a noun these belong to it. */
    leads: words,
    prepositions: words,
    verbs: z.record(z.string(), z.string()),
    plurals: z.record(z.string(), z.string()),
  })
  .parse(data);
const ends = new Set([...grammar.ends, ...Object.entries(grammar.verbs).flat()]);
const leads = new Set(grammar.leads);
const prepositions = new Set(grammar.prepositions);
const pluralVerbs = new Map(Object.entries(grammar.verbs));
const singularVerbs = new Map(Object.entries(grammar.verbs).map(([singular, plural]) => [plural, singular]));
const plurals = new Map(Object.entries(grammar.plurals));
const singulars = new Map(Object.entries(grammar.plurals).map(([singular, plural]) => [plural, singular]));

/**
 * English around a number that is another one now: `1 tub` → `2 tubs`, `2 spoonfuls are` → `1 spoonful is`, `a 5-kilo box`
 * → `an 8-kilo box`, `2nd` → `3rd`. `written` is the new number as it will stand.
 */
export function agreeEnglish(
  before: string,
  written: string,
  after: string,
  { from, to }: { from: number; to: number },
): { before: string; after: string } {
  const article = before.replace(/(?<![A-Za-z])(an?)(?= $)/i, (old) => (beginsWithVowel(written) ? `${old[0]}n` : (old[0] ?? "")));
  const ordinal = /^(?:st|nd|rd|th)(?![a-z])/.exec(after);
  if (ordinal !== null) return { before: article, after: ordinalEnding(to) + after.slice(ordinal[0].length) };
  if ((from === 1) === (to === 1)) return { before: article, after };
  const existing = article.replace(/(?<=\bthere )(?:is|are)(?= (?:[a-z]+ )?$)/i, to === 1 ? "is" : "are");
  return { before: existing, after: agreeNoun(before, after, to === 1) };
}

/** Eight, eighty, eleven and eighteen. */
function beginsWithVowel(written: string): boolean {
  return /^(?:8|11(?!\d)|18(?!\d)|11,|18,)/.test(written);
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[value % 10] ?? "th";
}

/** The noun after the number, and the verb where the number is its subject. */
function agreeNoun(before: string, after: string, toOne: boolean): string {
  const parts = after.split(/(?<= )|(?= )|(?=[^a-z' -])/);
  const phrase: number[] = [];
  let at = 0;
  // What is joined by a hyphen or of another kind (`1 to 2 days`, `10-kilo box`) stays as it is.
  for (; at + 1 < parts.length && parts[at] === " " && /^[a-z']+$/.test(parts[at + 1] ?? ""); at += 2) {
    const word = parts[at + 1] ?? "";
    if (leads.has(word) && phrase.length === 0) continue;
    if (ends.has(word)) break;
    phrase.push(at + 1);
  }
  const counted = phrase.find((place) => toOne && isPlural(parts[place] ?? "")) ?? phrase.at(-1);
  if (counted === undefined) return after;
  parts[counted] = toOne ? singularOf(parts[counted] ?? "") : pluralOf(parts[counted] ?? "");
  const isSubject = !prepositions.has(/([a-z]+) $/i.exec(before)?.[1]?.toLowerCase() ?? "");
  const verbAt = at + 1 + (parts[at + 1] === "of" ? wordsOfWhat(parts, at + 3) : 0);
  const verb = parts[verbAt] ?? "";
  if (isSubject && parts[verbAt - 1] === " ") parts[verbAt] = (toOne ? singularVerbs : pluralVerbs).get(verb) ?? verb;
  return parts.join("");
}

/** `1 glass of juice needs`: how far on the verb is. */
function wordsOfWhat(parts: readonly string[], from: number): number {
  let at = from;
  while (/^[a-z']+$/.test(parts[at] ?? "") && !ends.has(parts[at] ?? "")) at += 2;
  return at - from + 2;
}

function isPlural(noun: string): boolean {
  return singulars.has(noun) || /[^s]s$/.test(noun);
}

function pluralOf(noun: string): string {
  const known = plurals.get(noun);
  if (known !== undefined) return known;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function singularOf(noun: string): string {
  const known = singulars.get(noun);
  if (known !== undefined) return known;
  if (/(?:ss|us)$/.test(noun) || !noun.endsWith("s")) return noun;
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  return /(?:x|ch|sh|ss)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
