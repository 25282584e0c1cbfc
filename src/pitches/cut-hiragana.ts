import data from "./hiragana-words.json" with { type: "json" };

/** `ending` joins what stands before, `prefix` what comes after; a `particle` stands alone, in kana with what stands before. */
export type Piece = { text: string; kind: "word" | "particle" | "ending" | "prefix" };
/** What stands before: a kanji alone or with others may take endings; after anything else words begin. */
export type Before = "kanji" | "compound" | "other";

/** `own`: after kana of a kanji. `doing`: after a verb that cannot stand without an ending. `te`: what helps may follow. */
type Place = "stem" | "compound" | "prefix" | "own" | "edge" | "verb" | "doing" | "te";
type Step = Piece & { next: Place; cost: number };

/** Before each kind of ending, a verb ends in another kana of its row. */
const ROWS: Readonly<Record<string, string>> = {
  う: "わいうえおっ",
  く: "かきくけこい",
  す: "さしすせそ",
  つ: "たちつてとっ",
  る: "らりるれろっい",
};

/** Words by their first kana. */
type Book = ReadonlyMap<string, readonly string[]>;
const particles = bookOf(data.particles);
const words = bookOf(data.words);
const verbs = bookOf(conjugated(data.verbs));
const helpers = bookOf([...conjugated(data.helpers), ...data.go]);
const does = bookOf(data.do);
const doing = bookOf(data.doing);
const verbal = bookOf(data.endings.verbal);
const voiced = bookOf(data.endings.voiced);
const tails = bookOf(data.endings.tails);
const adjectival = bookOf(data.endings.adjectival);

const TE = /(?:[てで]も?|ずに)$/u;
/** Kana of a kanji's own are dearer than known words, above all those that are particles elsewhere. */
const COST = { particle: 1.05, word: 1, verb: 1.1, helper: 0.6, prefix: 0.5, ending: 0.2, own: 1.2, ownParticle: 2.2, afterKanji: 0.6 };

/** Phrases come again and again. */
const RUNS_MAX = 4_096;
const RUN_LENGTH_MAX = 200;
const cutBefore = new Map<string, readonly Piece[] | undefined>();

/** The words of a run of hiragana; `undefined` where it has one that is not known. `joins`: something comes right after it. */
export function cutHiragana(run: string, before: Before, joins: boolean): readonly Piece[] | undefined {
  if (run.length > RUN_LENGTH_MAX) return undefined;
  const id = `${before} ${joins} ${run}`;
  if (cutBefore.has(id)) return cutBefore.get(id);
  if (cutBefore.size >= RUNS_MAX) cutBefore.clear();
  const pieces = cheapestCut(run, before === "kanji" ? "stem" : before === "compound" ? "compound" : "edge", joins);
  cutBefore.set(id, pieces);
  return pieces;
}

type Cut = { cost: number; pieces: Piece[] };

function cheapestCut(run: string, start: Place, joins: boolean): Piece[] | undefined {
  const known = new Map<string, Cut | undefined>();
  const cheapest = (at: number, place: Place): Cut | undefined => {
    if (at === run.length) return { cost: 0, pieces: [] };
    const id = `${at} ${place}`;
    if (known.has(id)) return known.get(id);
    let best: Cut | undefined;
    for (const { next, cost, ...piece } of stepsFrom(run, at, place, joins)) {
      const rest = cheapest(at + piece.text.length, next);
      if (rest !== undefined && cost + rest.cost < (best?.cost ?? Number.POSITIVE_INFINITY))
        best = { cost: cost + rest.cost, pieces: [piece, ...rest.pieces] };
    }
    known.set(id, best);
    return best;
  };
  return cheapest(0, start)?.pieces;
}

function stepsFrom(run: string, at: number, place: Place, joins: boolean): Step[] {
  const [before, after] = [run.slice(0, at), run.slice(at)];
  const here = (book: Book) => found(book, after);
  const isKanji = place === "stem" || place === "compound";
  const isInflected = isKanji || place === "own" || place === "verb" || place === "doing";
  const inflections = [
    ...(isInflected ? here(verbal) : []),
    ...(isInflected && /[んい]$/u.test(before) ? here(voiced) : []),
    ...(isKanji || place === "own" ? here(adjectival) : []),
    ...(isKanji ? here(tails) : []),
  ];
  const endings = inflections.map((text) =>
    step(text, "ending", TE.test(text) ? "te" : "verb", COST.ending + (isKanji ? COST.afterKanji : 0)),
  );
  const own = isKanji ? [1, 2, 3].filter((length) => length <= after.length).map((length) => ownKana(after.slice(0, length))) : [];
  if (place === "doing") return endings;
  if (place === "prefix") return here(words).map((text) => step(text, "word", "edge", COST.word));
  const apart = isKanji ? COST.afterKanji : 0;
  return [
    ...own,
    ...endings,
    ...here(particles)
      .filter((text) => !(isKanji && /^[ねよ]$/u.test(text)) && (text !== "な" || !before.endsWith("か")))
      .map((text) => step(text, "particle", "edge", COST.particle)),
    ...here(words).map((text) => step(text, "word", "edge", COST.word + apart)),
    ...here(verbs).map((text) => step(text, "word", "verb", COST.verb)),
    ...(place === "edge" || place === "te"
      ? here(helpers).map((text) => step(text, "word", "verb", place === "te" ? COST.helper : COST.verb))
      : []),
    ...(place === "stem" || before.endsWith("か")
      ? []
      : [
          ...here(does).map((text) => step(text, "word", "verb", COST.verb)),
          ...here(doing).map((text) => step(text, "word", "doing", COST.verb)),
        ]),
    ...(/^[おご]/u.test(after) && (after.length === 1 ? joins : found(words, after.slice(1)).length > 0)
      ? [step(after.charAt(0), "prefix", "prefix", COST.prefix)]
      : []),
  ];
}

function ownKana(text: string): Step {
  const cost = Array.from(text).reduce((sum, kana) => sum + (/[はがをにのともへで]/u.test(kana) ? COST.ownParticle : COST.own), 0);
  return step(text, "ending", "own", cost);
}

function step(text: string, kind: Piece["kind"], next: Place, cost: number): Step {
  return { text, kind, next, cost };
}

function bookOf(list: readonly string[]): Book {
  return Map.groupBy(new Set(list), (text) => text.charAt(0));
}

function found(book: Book, text: string): string[] {
  return (book.get(text.charAt(0)) ?? []).filter((word) => text.startsWith(word));
}

function conjugated({ godan, ichidan }: { godan: readonly string[]; ichidan: readonly string[] }): string[] {
  return [
    ...godan.flatMap((verb) => Array.from(ROWS[verb.slice(-1)] ?? "").map((end) => verb.slice(0, -1) + end)),
    ...ichidan.flatMap((verb) => ["", "る", "れ"].map((end) => verb.slice(0, -1) + end)),
  ];
}
