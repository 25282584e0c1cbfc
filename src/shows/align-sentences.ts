import type { Language } from "#i18n/language.ts";
import { readNumberPlaces } from "./number-places.ts";

type Told = Partial<Record<Language, string>>;
type Row = { vi: string; en?: string; ja?: string };

const NUMBER_APART_COST = 0.4;
/** Joining two sentences is only worth it where lengths or numbers say so. */
const JOIN_COST = 0.1;

/**
 * Cuts the same text in several languages into its sentences, side by side. Where one language has said in two
 * sentences what another says in one, they stay together (Gale and Church's lengths, helped by the numbers).
 */
export function alignSentences(told: Told): Row[] {
  const spoken = sentencesOf(told.vi ?? "", "vi");
  if (spoken.length === 0) return [];
  const others = (["en", "ja"] as const).flatMap((language) => {
    const text = told[language];
    return text === undefined ? [] : [{ language, sentences: sentencesOf(text, language) }];
  });
  const cuts = others.map(({ language, sentences }) => cutsBetween(spoken, sentences, language));
  const rows: Row[] = [];
  let from = 0;
  for (let end = 1; end <= spoken.length; end += 1) {
    if (!cuts.every((cut) => cut.has(end))) continue;
    const row: Row = { vi: spoken.slice(from, end).join(" ") };
    for (const [index, { language, sentences }] of others.entries()) {
      row[language] = sentences.slice(cuts[index]?.get(from), cuts[index]?.get(end)).join(language === "ja" ? "" : " ");
    }
    rows.push(row);
    from = end;
  }
  return rows;
}

/** Unicode's rules leave an opening mark with the sentence before: it goes with the one that it opens. */
function sentencesOf(text: string, language: Language): string[] {
  let opening = "";
  const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => {
    const sentence = `${opening}${segment.trim()}`;
    opening = /[「『（“]*$/u.exec(sentence)?.[0] ?? "";
    return sentence.slice(0, sentence.length - opening.length).trimEnd();
  });
  return [...sentences, opening].filter((sentence) => sentence !== "");
}

/** Where both texts may be cut: after so many sentences here, after so many there. */
function cutsBetween(left: readonly string[], right: readonly string[], language: Language): Map<number, number> {
  const share = (sentences: readonly string[]) => {
    const total = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    return sentences.map((sentence) => sentence.length / Math.max(total, 1));
  };
  const [leftShares, rightShares] = [share(left), share(right)];
  const numbers = [left.map((sentence) => valuesOf(sentence, "vi")), right.map((sentence) => valuesOf(sentence, language))];
  type Cell = { cost: number; from: [number, number] | undefined };
  const cells = new Map<string, Cell>([["0,0", { cost: 0, from: undefined }]]);
  const sum = (shares: readonly number[], from: number, to: number) => shares.slice(from, to).reduce((total, value) => total + value, 0);
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      let best: Cell | undefined;
      for (const [up, back] of STEPS) {
        const before = cells.get(`${row - up},${column - back}`);
        if (before === undefined) continue;
        const lengths = Math.abs(sum(leftShares, row - up, row) - sum(rightShares, column - back, column));
        const apart = numbersApart(numbers[0]?.slice(row - up, row).flat() ?? [], numbers[1]?.slice(column - back, column).flat() ?? []);
        const cost = before.cost + lengths + apart * NUMBER_APART_COST + (up + back - 2) * JOIN_COST;
        if (best === undefined || cost < best.cost) best = { cost, from: [row - up, column - back] };
      }
      if (best !== undefined) cells.set(`${row},${column}`, best);
    }
  }
  const cuts = new Map<number, number>([
    [0, 0],
    [left.length, right.length],
  ]);
  for (let at = cells.get(`${left.length},${right.length}`)?.from; at !== undefined; at = cells.get(at.join(","))?.from)
    cuts.set(at[0], at[1]);
  return cuts;
}
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

const valuesOf = (sentence: string, language: Language) =>
  readNumberPlaces(sentence, language).flatMap(({ value, spelled }) => (spelled ? [] : [value]));

function numbersApart(left: readonly number[], right: readonly number[]): number {
  return left.filter((value) => !right.includes(value)).length + right.filter((value) => !left.includes(value)).length;
}
