/** Word joiners part filled-in words from the phrase around them; they are not shown. */
export const SEAM = "\u2060";
const RUBY = /([\p{Script=Han}々〆ヶ]+)\[([^\]]+)\]/gu;

/** A phrase of `locales/ja` carries the kana of its kanji: `今朝[けさ]摘[つ]んだ`. This is what is shown: `今朝摘んだ`. */
export function plainText(phrase: string): string {
  return phrase.replace(RUBY, "$1").replaceAll(SEAM, "");
}

/** A run of a phrase with how it is read; kana read themselves. */
export type RubyRun = { text: string; reading: string };

/** The runs of a phrase in order, seams and all. */
export function rubyRuns(phrase: string): RubyRun[] {
  const runs: RubyRun[] = [];
  let at = 0;
  for (const match of phrase.matchAll(RUBY)) {
    const [whole, text = "", reading = ""] = match;
    if (match.index > at) runs.push(bare(phrase.slice(at, match.index)));
    runs.push({ text, reading });
    at = match.index + whole.length;
  }
  if (at < phrase.length) runs.push(bare(phrase.slice(at)));
  return runs;
}

function bare(text: string): RubyRun {
  return { text, reading: text };
}
