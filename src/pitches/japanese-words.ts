import data from "./hiragana-words.json" with { type: "json" };
import { cutHiragana, type Piece } from "./cut-hiragana.ts";
import { phraseEnds } from "./phrase-ends.ts";
import { readJapaneseNumbers } from "./read-japanese-numbers.ts";
import { rubyRuns, SEAM } from "./ruby.ts";

/**
 * A word in kana and as it sounds (は as わ where it is a particle), with a seam where a kanji's own kana end: `おも⁠う` has
 * no long o. `leans`: a particle, in kana written with what stands before.
 */
export type JapaneseWord = { kana: string; said: string; leans: boolean };

type Unit = { text: string; reading: string; kind: "kanji" | "hiragana" | "name" | "mark" | "seam" };
const UNIT =
  /(?<seam>\u2060+)|(?<hiragana>\p{Script=Hiragana}+)|(?<name>[\p{Script=Katakana}ー・]+|(?:(?![\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)|(?<mark>[^\p{L}\p{N}\p{M}\u2060]+)/gu;
const KINDS = ["seam", "hiragana", "name", "mark"] as const;

/** A Japanese phrase with its kana (`ruby.ts`), cut into words; marks stand with the word before them. */
export function japaneseWords(phrase: string): JapaneseWord[] {
  const units = unitsOf(readJapaneseNumbers(phrase));
  const words: JapaneseWord[] = [];
  const add = (kana: string, said = kana, leans = false) => words.push({ kana, said, leans });
  const join = (kana: string, said = kana) => {
    const word = words.pop() ?? { kana: "", said: "", leans: false };
    words.push({ ...word, kana: word.kana + SEAM + kana, said: word.said + SEAM + said });
  };
  let last: Piece["kind"] | "kanji" | undefined;
  for (const [index, { text, reading, kind }] of units.entries()) {
    const isPrefixed = last === "prefix";
    const isInside = last === "ending" && kind === "kanji" && isCompound(units, index);
    if (kind === "seam") last = last === "prefix" ? last : undefined;
    else if (kind === "mark") {
      const isOpening = /[「（]$/u.test(text);
      if (isOpening) add(reading);
      else join(reading);
      last = isOpening ? "prefix" : undefined;
    } else if (kind === "hiragana") {
      for (const piece of piecesAt(units, index)) {
        if (piece.kind === "ending" || last === "prefix") join(piece.text, saidOf(piece));
        else add(piece.text, saidOf(piece), piece.kind === "particle");
        last = piece.kind;
      }
    } else {
      if (isPrefixed || isInside || (last === "kanji" && isTail(units, index))) join(reading);
      else add(reading);
      last = "kanji";
    }
  }
  return words;
}

function unitsOf(phrase: string): Unit[] {
  return rubyRuns(phrase).flatMap((run): Unit[] => {
    if (run.text !== run.reading) return [{ ...run, kind: "kanji" }];
    return [...run.text.matchAll(UNIT)].map(({ 0: text, groups }) => ({
      text,
      reading: text,
      kind: KINDS.find((kind) => groups?.[kind] !== undefined) ?? "mark",
    }));
  });
}

/** `取[と]り扱[あつか]い`, but not `少[すこ]し離[はな]す`; an い may end an adjective too, where only a model of phrases knows. */
function isCompound(units: readonly Unit[], index: number): boolean {
  const [own, kana] = [units[index - 2]?.text ?? "", units[index - 1]?.text ?? ""];
  if (data.adverbs.includes(own + kana)) return false;
  if (!kana.endsWith("い")) return /[きぎしちじにびみりけげせねべめれえ]$/u.test(kana);
  const before = plain(units.slice(0, index));
  return !/(?:た|な|し|やす|にく)い$/u.test(kana) && !phraseEnds(before + plain(units.slice(index))).has(before.length);
}

function plain(units: readonly Unit[]): string {
  return units.map(({ text, kind }) => (kind === "seam" ? "" : text)).join("");
}

/** `電話[でんわ]用[よう]`, `気[き]持[も]ち`, but not `毎日[まいにち]使[つか]う`. */
function isTail(units: readonly Unit[], index: number): boolean {
  const [before, unit] = [units[index - 1], units[index]];
  if (unit?.kind !== "kanji" || unit.text.length > 1) return false;
  return (before?.kind === "kanji" && before.text.length === 1) || piecesAt(units, index + 1)[0]?.kind !== "ending";
}

/** Whole, where a word is not known. */
function piecesAt(units: readonly Unit[], index: number): readonly Piece[] {
  const [before, unit, next] = [units[index - 1], units[index], units[index + 1]];
  if (unit?.kind !== "hiragana") return [];
  const isKanji = before?.kind === "kanji";
  const stands = isKanji ? (before.text.length === 1 ? "kanji" : "compound") : "other";
  const joins = next !== undefined && next.kind !== "mark";
  return cutHiragana(unit.text, stands, joins) ?? [{ text: unit.text, kind: isKanji ? "ending" : "word" }];
}

function saidOf({ text, kind }: Piece): string {
  if (kind === "particle") return text.replace(/^は$/u, "わ").replace(/^へ$/u, "え");
  return text === "こんにちは" ? "こんにちわ" : text;
}
