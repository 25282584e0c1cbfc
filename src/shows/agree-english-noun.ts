/** The text after a number, its noun brought to the new count: `1 tub` → `2 tubs`, `2 weeks` → `1 week`. */
export function agreeEnglishNoun(after: string, { from, to }: { from: number; to: number }): string {
  if ((from === 1) === (to === 1)) return after;
  // What is joined by a hyphen or of another kind (`1 to 2 days`, `10-kilo box`) stays as it is.
  return after.replace(/^ ([a-z]+)(?![a-z-])/, (whole, noun: string) => {
    if (NOT_NOUNS.has(noun)) return whole;
    return ` ${to === 1 ? singular(noun) : plural(noun)}`;
  });
}

const NOT_NOUNS = new Set([
  "to",
  "or",
  "and",
  "of",
  "in",
  "on",
  "at",
  "per",
  "for",
  "each",
  "more",
  "less",
  "is",
  "are",
  "a",
  "the",
  "degrees",
  "dong",
  "hundred",
  "thousand",
  "million",
  "new",
  "big",
  "small",
  "free",
]);

function plural(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function singular(noun: string): string {
  if (/(?:ss|us)$/.test(noun) || !noun.endsWith("s")) return noun;
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  return /(?:x|ch|sh|ss)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
