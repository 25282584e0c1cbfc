import { foldText, lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import { findTerm, nameOf, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import claims from "./rules/claim.json" with { type: "json" };
import held from "./rules/held.json" with { type: "json" };

const book = openRules(claims);
const holds: ReadonlyMap<string, RegExp> = new Map(Object.entries(held.held).map(([id, pattern]) => [id, said(pattern)]));
const NEGATED = new RegExp(`${said("(?:không|ko|k|chưa|hông|hổng|chẳng|khỏi)(?: có| được| còn| phải)*").source}\\s*$`, "u");

/** Certificates, places, varieties, practices, comparisons and promises with nothing behind them. */
export function checkClaims(told: Told): Found[] {
  return [...strangeTerms(told), ...strangePhrases(told)];
}

function strangeTerms(told: Told): Found[] {
  return termsIn(told.text, told.language)
    .filter((mention) => !isHeldTerm(mention, told.ground))
    .map(({ id, start, end }) => {
      const kind = findTerm(id)?.kind ?? "practice";
      const quote = told.text.slice(start, end);
      return { kind: "claim", start, end, message: told.say(`claim.${kind}`, { quote, name: nameOf(id, "vi") ?? quote }) };
    });
}

function isHeldTerm({ id }: TermMention, ground: Ground): boolean {
  const term = findTerm(id);
  if (term?.kind === "certificate") return isHeldCertificate(id, ground);
  if (term?.kind === "place") return isHeldPlace(id, ground);
  if (term?.kind === "variety") return ground.terms.has(id) || foldText(ground.notes).includes(foldText(term.vi.name));
  return true;
}

/** A generic "organic certificate" stands for any; the organic check asks which one. */
function isHeldCertificate(id: string, ground: Ground): boolean {
  const certified = ground.facts.flatMap(({ kind, term }) =>
    (kind === "certification" || kind === "award") && term !== undefined ? [term] : [],
  );
  return (
    certified.includes(id) ||
    (id === "cert.organic" && certified.some((term) => term.startsWith("cert.organic"))) ||
    (id.startsWith("cert.organic") && certified.includes("cert.organic") && id === "cert.organic")
  );
}

/** A place named in the notes, or the province that one of them lies in, now or before 2025. */
function isHeldPlace(id: string, ground: Ground): boolean {
  if (ground.terms.has(id)) return true;
  return [...ground.terms].some((known) => {
    const place = findTerm(known);
    return place?.kind === "place" && (place.province === id || place.formerProvince === id);
  });
}

function strangePhrases(told: Told): Found[] {
  return matchRules(told, book)
    .filter(({ id }) => !isHeldPhrase(id, told.ground))
    .map(({ start, end, quote }) => ({ kind: "claim", start, end, message: told.say("claim.phrase", { quote }) }));
}

function isHeldPhrase(id: string, ground: Ground): boolean {
  if (id === "award") return ground.facts.some(({ kind }) => kind === "award");
  const pattern = holds.get(id);
  if (pattern === undefined) return false;
  const notes = lightText(ground.notes);
  return [...notes.matchAll(pattern)].some((match) => !NEGATED.test(notes.slice(Math.max(0, match.index - 14), match.index)));
}
