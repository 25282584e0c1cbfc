import { isGivenName } from "#facts/given-names.ts";
import type { Language } from "#i18n/language.ts";
import { writeName } from "#pitches/name-grower.ts";

/** Phrases that call somebody by name are kept as said of this one. */
export const ANY_NAME = "Lan";

/** `chị Hạnh`, `anh Quang Minh`, and in small letters what is nothing but a name: `chị mai` may be tomorrow. */
const CALLED =
  /(?<!\p{L})([Aa]nh|[Cc]hị|[Bb]ạn|[Cc]ô|[Cc]hú|[Bb]ác) (\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]+){0,2}|\p{Ll}[\p{Ll}\p{M}]+)(?!\p{L})/gu;

/** A sentence as if said to the phrases' one person, and how that person is called; undefined where nobody is named, or several are. */
export function phraseName(text: string): { text: string; write: (language: Language) => string } | undefined {
  const called = calledIn(text);
  const [one] = called;
  const name = one?.[2];
  if (one === undefined || name === undefined || called.length > 1) return undefined;
  const start = one.index + one[0].length - name.length;
  const written = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    text: text.normalize("NFC").slice(0, start) + ANY_NAME + text.normalize("NFC").slice(start + name.length),
    write: (language) => writeName(written, language),
  };
}

export function namesSomebody(text: string): boolean {
  return calledIn(text).length > 0;
}

function calledIn(text: string): RegExpExecArray[] {
  return [...text.normalize("NFC").matchAll(CALLED)].filter(([, , name = ""]) => /^\p{Lu}/u.test(name) || isGivenName(name));
}
