import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import { fillNumbers } from "./fill-numbers.ts";
import { findPhrase, hasStrangeWord, indexPhrases, type FoundPhrase } from "./find-phrase.ts";
import { indexLines, type LineIndex } from "./index-lines.ts";
import data from "./phrasebook.json" with { type: "json" };
import { knownHalves } from "./known-halves.ts";
import { ANY_NAME, namesSomebody, phraseName } from "./phrase-name.ts";
import { ANY_PLACE, namesPlace, phrasePlace } from "./phrase-place.ts";
import { readPhrase, saidToAll } from "./read-phrase.ts";
import { readSpoken } from "./read-spoken.ts";
import { scriptTexts } from "./script-texts.ts";
import type { PreparedLine } from "./show.ts";
import { turnToOne } from "./turn-to-one.ts";

const phrasebook = z
  .object({
    source: z.string(),
    units: z.array(z.object({ vi: z.string(), en: z.string(), plural: z.string(), ja: z.string(), per: z.string() })),
    /** Called otherwise than the lexicon does. */
    places: z.array(z.object({ vi: z.string(), en: z.string(), ja: z.string() })),
    phrases: z.array(z.tuple([z.union([z.string(), z.array(z.string()).min(1)]), z.string(), z.string()])),
  })
  .parse(data);

const UNITS = phrasebook.units.map(({ vi }) => vi);
const spoken = rowsOf(Infinity);
const phrases = indexPhrases(spoken.filter((phrase) => !isPlaced(phrase) && !isNamed(phrase)).flatMap(inUnits));
const placedPhrases = indexPhrases(
  spoken.filter(isPlaced).map((phrase) => ({ ...phrase, vi: phrase.vi.replaceAll("{place}", ANY_PLACE) })),
);
const namedPhrases = indexPhrases(
  spoken.filter(isNamed).flatMap((phrase) => inUnits({ ...phrase, vi: phrase.vi.replaceAll("{name}", ANY_NAME) })),
);

/** Shorter ones are too easily something else: they have to be said word for word. */
const LOOSE_WORDS_MIN = 4;
/** The longer phrases as they are first written. */
const written = rowsOf(1).filter((phrase) => !isPlaced(phrase) && !isNamed(phrase));
/** By unit, or none: made when one is first spoken of. */
const loose = new Map<string | undefined, LineIndex>([[undefined, indexLoosely(undefined)]]);

type Told = Exclude<Language, "vi">;
type Phrase = Required<PreparedLine>;

/** A spoken Vietnamese sentence by the phrases that say just the same, with its own numbers; undefined where none do. */
export function translateByPhrasebook(text: string, language: Told): string | undefined {
  return exactly(text, language) ?? clauseByClause(text, language) ?? inOneBreath(text, language) ?? loosely(text, language);
}

function exactly(text: string, language: Told): string | undefined {
  const found = findPhrase(phrases, text);
  if (found !== undefined) return toWhom(text, tell(found, language), language);
  const toAll = saidToAll(text);
  // Whoever stands first may be the one who does it: `chị nhận tiền rồi`.
  const broad = toAll === undefined || toAll.startsWith("cả nhà") ? undefined : findPhrase(phrases, toAll);
  if (broad !== undefined) return toWhom(text, tell(broad, language), language);
  const name = phraseName(text);
  const named = name && findPhrase(namedPhrases, name.text);
  if (named !== undefined) return tell(named, language)?.replaceAll("{name}", name?.write(language) ?? "");
  const place = phrasePlace(text, phrasebook.places);
  const placed = place && findPhrase(placedPhrases, place.text);
  return placed && tell(placed, language)?.replaceAll("{place}", place.names[language]);
}

/** One person is not answered as everybody. */
function toWhom(text: string, told: string | undefined, language: Told): string | undefined {
  return told !== undefined && saidToAll(text) !== undefined ? turnToOne(told, language) : told;
}

function tell({ line, changes }: FoundPhrase, language: Told): string | undefined {
  return fillNumbers(line[language], language, changes, numbersOf(line.vi));
}

/** Cut where a clause ends to the ear: all of them have to be known, or nothing is. */
function clauseByClause(text: string, language: Told): string | undefined {
  const cut = text.split(/(?<=[.!?…;]|,)\s+|(?<=\s(?:ạ|nhé|nha|nghen|ơi))\s+/u);
  const clauses = cut.filter((clause) => !saysNothing(clause));
  if (cut.length < 2 || clauses.length === 0) return undefined;
  const parts = clauses.map((clause) => exactly(clause, language) ?? loosely(clause, language));
  return parts.includes(undefined) ? undefined : parts.join(language === "ja" ? "" : " ");
}

function inOneBreath(text: string, language: Told): string | undefined {
  if (hasStrangeWord([phrases, placedPhrases, namedPhrases], text) && !namesSomebody(text) && !namesPlace(text)) return undefined;
  return knownHalves(text, (half) => exactly(half, language))?.join(language === "ja" ? "" : " ");
}

const saysNothing = (clause: string) =>
  readPhrase(clause, { written: false }).every(({ whole }) => whole === "everyone" || whole === "you");

function loosely(text: string, language: Told): string | undefined {
  const unit = readSpoken(text).find((word) => UNITS.includes(word.text))?.text;
  const index = loose.get(unit) ?? indexLoosely(unit);
  loose.set(unit, index);
  const texts = scriptTexts({ index, next: -1, languages: ["en", language], strictness: "whole" }, { text, final: true })?.texts;
  return asks(text) && texts?.en?.endsWith("?") !== true ? undefined : toWhom(text, texts?.[language], language);
}

/** The phrases told of one unit or of none. */
function indexLoosely(unit: string | undefined): LineIndex {
  const told = written.flatMap((phrase) => (!isCounted(phrase) ? [phrase] : unit === undefined ? [] : [lineOf(phrase, unit)]));
  return indexLines(indexLines(told).lines.flatMap(({ line, contentWords }) => (contentWords >= LOOSE_WORDS_MIN ? [line] : [])));
}

/** `hả` and `à` make a question of any statement. */
const asks = (text: string) => /(?:\?|(?<!\p{L})(?:hả|hở|hử|à|ư|nhỉ)(?:\s+\p{L}+){0,2}[.!?\s]*)$/iu.test(text);

const numbersOf = (vi: string) => readSpoken(vi).flatMap(({ number }) => (number === undefined ? [] : [number.value]));

/** Each phrase in so many of its ways to say it. */
function rowsOf(waysMax: number): Phrase[] {
  return phrasebook.phrases.flatMap(([ways, en, ja], row) =>
    [ways]
      .flat()
      .slice(0, waysMax)
      .map((vi, way) => ({ id: `phrase${row + 1}.${way + 1}`, vi, en, ja })),
  );
}

function isPlaced({ vi }: Phrase): boolean {
  return vi.includes("{place}");
}

function isNamed({ vi }: Phrase): boolean {
  return vi.includes("{name}");
}

/** A phrase told of each unit, or as it is. */
function inUnits(phrase: Phrase): Phrase[] {
  return isCounted(phrase) ? UNITS.map((unit) => lineOf(phrase, unit)) : [phrase];
}

function isCounted({ vi }: Phrase): boolean {
  return vi.includes("{unit}");
}

/** The phrase told of this unit. */
function lineOf(phrase: Phrase, unit: string): Phrase {
  const { en = "", plural = "", ja = "", per = "" } = phrasebook.units.find(({ vi }) => vi === unit) ?? {};
  return {
    id: `${phrase.id}.${unit}`,
    vi: phrase.vi.replaceAll("{unit}", unit),
    en: phrase.en.replaceAll("{units}", plural).replaceAll("{unit}", en),
    ja: phrase.ja.replaceAll("{unit}", ja).replaceAll("{per}", per),
  };
}
