import { checkTexts } from "#checks/check-texts.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { callCertificate } from "#pitches/name-certificate.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellCertificates } from "#pitches/tell-certificates.ts";
import { inEach, type Replies } from "./answer-by-cards.ts";
import type { Behind } from "./read-behind.ts";

const ORGANIC: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:hữu cơ|huu co|organic)(?!\p{L})/iu,
  en: /\borganic/i,
  ja: /有機|オーガニック/u,
};
const ANY_ORGANIC = "cert.organic";

/**
 * A question for one certificate: a yes only where it is held, else what is, without one. Undefined where none is asked for
 * by name. Empty where the goods of a show differ in it.
 */
export function answerCertificate(words: Words, stories: readonly Behind[], text: string, language: Language): Replies | undefined {
  const asked = askedIn(text, language);
  if (asked.length === 0) return undefined;
  const [story, other] = stories;
  const holding = stories.filter(({ facts }) => asked.every((one) => heldFor(one, facts).length > 0));
  if (story === undefined || (holding.length > 0 && holding.length < stories.length)) return {};
  const say = (to: Language, key: string, names: Record<string, string>) => words.in(to, "comments")(key, names);
  const list = (to: Language, names: readonly string[]) => plainText(new Intl.ListFormat(to).format(names));
  const called = (to: Language, terms: readonly string[]) => list(to, [...new Set(terms.map((term) => callCertificate(term, to)))]);
  if (holding.length > 0) {
    const terms = asked.flatMap((one) => heldFor(one, story.facts));
    return lawful(
      words,
      story,
      language,
      inEach((to) => say(to, "certificateHeld", { names: called(to, terms) })),
    );
  }
  const held =
    other === undefined
      ? tellCertificates(
          story.facts.filter(({ kind }) => kind === "certification"),
          story.facts,
          story.words,
        )
      : [];
  const names = held.flatMap(({ slots }) => slots["name"] ?? []);
  const replies = inEach((to) => {
    const unknown = say(to, "certificateUnknown", { asked: called(to, asked) });
    if (names.length === 0) return unknown;
    const others = say(to, "certificateOthers", {
      names: list(
        to,
        names.map((name) => name.text(to)),
      ),
    });
    return to === "ja" ? unknown + others : `${unknown} ${others}`;
  });
  return lawful(words, story, language, replies);
}

/** The certificates a text names, an organic one of any kind among them. */
function askedIn(text: string, language: Language): string[] {
  const named = termsIn(text, language).flatMap(({ id }) => (findTerm(id)?.certificate === undefined ? [] : [id]));
  const isOrganic = (id: string) => findTerm(id)?.certificate === "organic";
  return [...new Set([...named, ...(ORGANIC[language].test(text) && !named.some(isOrganic) ? [ANY_ORGANIC] : [])])];
}

function heldFor(asked: string, facts: Behind["facts"]): string[] {
  const held = facts.flatMap(({ kind, term }) => (kind === "certification" && term !== undefined ? [term] : []));
  return held.filter((term) => term === asked || (asked === ANY_ORGANIC && findTerm(term)?.certificate === "organic"));
}

/** What a market's law lets nobody say is not suggested, whatever is held. */
function lawful({ in: inLanguage }: Words, { words, facts, markets }: Behind, language: Language, replies: Replies): Replies {
  const passes = (texts: Replies) =>
    checkTexts({ words, facts, markets, texts, say: inLanguage("vi", "findings") }).every(({ severity }) => severity !== "block");
  const told = inEach((to) => (replies[to] !== undefined && passes({ [to]: replies[to] }) ? replies[to] : undefined));
  return language in told ? told : {};
}
