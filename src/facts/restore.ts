import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { chooseReadings, type Place, type Reading } from "./choose-readings.ts";
import { eachAnimal } from "./each-animal.ts";
import { foldText, lighten, lightText } from "./fold.ts";
import { isGivenName } from "./given-names.ts";
import { keptAsTyped, type Kept } from "./keep-as-typed.ts";
import { likelySyllable, namedSyllable, unhurried, wordsBeginning } from "./marked-words.ts";
import { kinOf, rankOf } from "./people.ts";
import { readPhones } from "./phones.ts";
import { readPieces, type Piece } from "./pieces.ts";
import { saidNumbers } from "./said-numbers.ts";
import { meeting } from "./spans.ts";
import { readingsOf } from "./syllable-model.ts";

/** What speaks for a reading beside its words: the syllable's own list; the product sold here; the lexicon's name or a phone's digit just here. */
const LIKELY = 0.2;
const SOLD = 1;
const HERE = 3;
const NAMED = 4;

/** A name of the lexicon where the text has it, as the lexicon writes it. */
type Name = Reading & { display: readonly string[]; place: boolean; /** The product's one-syllable name. */ sold?: string };

/**
 * Gives bare Vietnamese its marks back. Unit for unit of the same length: a span of the text is the same span of what is
 * returned. What is unknown, foreign, a person's name or already marked stays as typed.
 */
export function restore(text: string): string {
  const light = lighten(text);
  const pieces = readPieces(light);
  const names = namesIn(text, pieces);
  const named = new Set(names.flatMap(({ at, texts }) => texts.map((_, index) => at + index)));
  const kept = keptAsTyped(text, pieces, named);
  const open = pieces.map(({ bare }, at) => bare && kept[at] !== "kept");
  const sold = new Set(names.flatMap(({ sold }) => sold ?? []));
  const placeNames = placesByPiece(names);
  const places = pieces.map((piece, at) => ({
    ...placeOf(piece, open[at] === true, kept[at], sold),
    apart: placeNames.get(at - 1)?.some((name) => name.at + name.texts.length === at) === true,
  }));
  const animals = eachAnimal(
    text,
    pieces,
    termsIn(text, "vi").map(({ id }) => id),
  );
  const words = findWords(pieces).filter((word) => !tears(word, placeNames));
  const chosen = chooseReadings(places, [
    ...words,
    ...names,
    ...phonesIn(text, pieces),
    ...saidNumbers(light, pieces),
    ...peopleIn(text, pieces, named),
    ...animals,
  ]);
  for (const { at, texts, display } of names)
    if (texts.every((syllable, index) => chosen[at + index] === syllable))
      for (const [index, syllable] of display.entries()) chosen[at + index] = syllable;
  return write(text, pieces, open, chosen);
}

function placeOf({ plain, text, capital }: Piece, open: boolean, kept: Kept, sold: ReadonlySet<string>): Omit<Place, "apart"> {
  if (!open) return { able: [text], open, own: () => 0 };
  const likely = (kept === "capital" ? undefined : likelySyllable(plain)) ?? namedSyllable(plain) ?? plain;
  const name = capital ? namedSyllable(plain) : undefined;
  const able =
    kept === "capital" ? [likely, plain] : [...new Set([likely, plain, ...(name === undefined ? [] : [name]), ...readingsOf(plain)])];
  return { able, open, own: (reading) => (reading === (name ?? likely) ? LIKELY : 0) + (sold.has(reading) ? SOLD : 0) };
}

function namesIn(text: string, pieces: readonly Piece[]): Name[] {
  const starts = new Map(pieces.map(({ start }, at) => [start, at]));
  return termsIn(text, "vi").flatMap(({ id, start, end }) => {
    const at = starts.get(start);
    const term = findTerm(id);
    const said = foldText(text.slice(start, end)).replace(/\s+/g, " ");
    if (at === undefined || term === undefined) return [];
    const sold = findTerm(term.of ?? id);
    const product = sold?.kind === "product" && !sold.vi.name.includes(" ") ? { sold: lightText(sold.vi.name) } : {};
    const { name, aliases = [], weak = [] } = term.vi;
    // Aliases hold misspellings too: the name itself comes first.
    const fits = (candidate: string) => foldText(candidate) === said;
    const written = fits(name) ? [name] : [...new Set([...aliases, ...weak])].filter(fits);
    return written.flatMap((candidate) => {
      const display = candidate.normalize("NFC").match(/\d+|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
      // One bare syllable within the notes has too many readings: only the word list decides there.
      const alone = display.length === 1 && term.kind !== "certificate";
      if (alone && at > 1) return [];
      const weight = alone ? SOLD : NAMED;
      return [{ at, display, texts: display.map(inPieces), weight, place: term.kind === "place", ...product }];
    });
  });
}

/** As the pieces have it: a number is `#`, a sign the edge of a clause. */
function inPieces(part: string): string {
  if (/\d/.test(part)) return /^0\d\d/.test(part) ? "0" : "#";
  const light = lightText(part);
  return /\p{L}/u.test(part) ? (unhurried(light) ?? light) : "|";
}

/** A number read out: `khong chin ba tam…`. */
function phonesIn(text: string, pieces: readonly Piece[]): Reading[] {
  const phones = readPhones(text);
  return pieces.flatMap((piece, at) => {
    const digit = DIGITS.get(piece.plain);
    const read = digit !== undefined && meeting(phones, piece) !== undefined;
    return read ? [{ at, texts: [digit], weight: HERE }] : [];
  });
}
const DIGITS: ReadonlyMap<string, string> = new Map(
  ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"].map((digit) => [foldText(digit), digit]),
);

/** `anh Tuan`, `chu Sau`: a form of address before a name in its capital. */
function peopleIn(text: string, pieces: readonly Piece[], named: ReadonlySet<number>): Reading[] {
  return pieces.flatMap(({ plain, bare, capital }, at) => {
    const [kin, name] = [kinOf(plain), pieces[at + 1]];
    if (kin === undefined || !bare || capital || name?.capital !== true || named.has(at + 1)) return [];
    // `o Xuan Son` is where, and `bac Nam` north and south.
    if (plain === "o" || (plain === "bac" && name.plain === "nam")) return [];
    const rank = rankOf(name.plain);
    if (rank !== undefined && name.bare) return [{ at, texts: [kin, rank.toLowerCase()], weight: HERE }];
    return isGivenName(text.slice(name.start, name.end)) ? [{ at, texts: [kin], weight: HERE }] : [];
  });
}

/** Every word of the list that may stand in the text, overlapping ones too. A syllable typed with marks keeps them. */
function findWords(pieces: readonly Piece[]): Reading[] {
  return pieces.flatMap(({ plain }, at) =>
    wordsBeginning(plain, pieces[at + 1]?.plain ?? "")
      .filter(({ texts, plains, capital }) =>
        texts.every((text, index) => {
          const piece = pieces[at + index];
          return piece?.plain === plains[index] && (piece?.bare === true ? piece.capital || !capital : piece?.text === text);
        }),
      )
      .map(({ texts, weight }) => ({ at, texts, weight })),
  );
}

/** The names of places that each piece is part of. */
function placesByPiece(names: readonly Name[]): ReadonlyMap<number, readonly Name[]> {
  const pieces = names.filter(({ place }) => place).flatMap((name) => name.texts.map((_, index) => ({ at: name.at + index, name })));
  return new Map([...Map.groupBy(pieces, ({ at }) => at)].map(([at, those]) => [at, those.map(({ name }) => name)]));
}

/** `quốc gia` in `Phú Quốc giá 90k`: half a name and what stands beside it. */
function tears(word: Reading, places: ReadonlyMap<number, readonly Name[]>): boolean {
  const end = word.at + word.texts.length;
  const endOf = ({ at, texts }: Name) => at + texts.length;
  return (
    places.get(word.at)?.some((name) => name.at < word.at && endOf(name) < end) === true ||
    places.get(end - 1)?.some((name) => word.at < name.at && end < endOf(name)) === true
  );
}

function write(text: string, pieces: readonly Piece[], open: readonly boolean[], chosen: readonly string[]): string {
  let written = "";
  let end = 0;
  for (const [at, piece] of pieces.entries()) {
    if (open[at] !== true) continue;
    written += text.slice(end, piece.start) + withCapitals(text.slice(piece.start, piece.end), chosen[at] ?? "");
    end = piece.end;
  }
  return written + text.slice(end);
}

/** `GIA` becomes `GIÁ`, `gia lai` may become `Gia Lai`; a brand (`GlobalG`) and what would change its length stay. */
function withCapitals(typed: string, reading: string): string {
  if (/\p{Ll}\p{Lu}/u.test(typed) || typed.length !== reading.length) return typed;
  const first = typed[0] === typed[0]?.toUpperCase() ? `${reading[0]?.toUpperCase() ?? ""}${reading.slice(1)}` : reading;
  const written = typed.length > 1 && typed === typed.toUpperCase() ? reading.toUpperCase() : first;
  // The capital of `ß` is two letters.
  return written.length === typed.length ? written : typed;
}
