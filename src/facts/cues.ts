import type { Folded } from "./fold.ts";
import { once } from "./once.ts";
import { openPhraseBook, phrasesIn, type Hit } from "./phrase-book.ts";
import { readTokens, type Token } from "./tokens.ts";
import honours from "./cues/honours.json" with { type: "json" };
import keeping from "./cues/keeping.json" with { type: "json" };
import names from "./cues/names.json" with { type: "json" };
import practices from "./cues/practices.json" with { type: "json" };
import seasons from "./cues/seasons.json" with { type: "json" };
import sending from "./cues/sending.json" with { type: "json" };
import shut from "./cues/shut.json" with { type: "json" };
import sizes from "./cues/sizes.json" with { type: "json" };
import trade from "./cues/trade.json" with { type: "json" };
import words from "./cues/words.json" with { type: "json" };

const sets = {
  ...words.sets,
  ...shut.sets,
  ...trade.sets,
  ...sizes.sets,
  ...keeping.sets,
  ...sending.sets,
  ...practices.sets,
  ...seasons.sets,
  ...names.sets,
  ...honours.sets,
};
const cues = {
  about: ["{about}"],
  ...shut.cues,
  ...trade.cues,
  ...sizes.cues,
  ...keeping.cues,
  ...sending.cues,
  ...practices.cues,
  ...seasons.cues,
  ...names.cues,
  ...honours.cues,
};
const book = once(() => openPhraseBook(sets, cues));
const takingBack = once(() => openPhraseBook(sets, { order: cues.order, slip: cues.slip }));
const same = new Map(Object.entries(words.same));

/** What a phrase tells about the words beside it: stock, how long it keeps, hearsay… */
export type Cue = keyof typeof cues;
export type CueHit = Hit<Cue>;

/** A text's words with their offsets into the raw text, and each cue's phrases in reading order. */
export type CueRead = { tokens: readonly Token[]; cues: ReadonlyMap<Cue, readonly CueHit[]> };
const known = new WeakMap<Folded, CueRead>();

/** Every phrase that the reader goes by; looked for once in a text. */
export function readCues(light: Folded): CueRead {
  const before = known.get(light);
  if (before !== undefined) return before;
  const tokens = placedTokens(light);
  const read = { tokens, cues: Map.groupBy(phrasesIn(book(), tokens, same), ({ cue }) => cue) };
  known.set(light, read);
  return read;
}

/** As `readCues`, of what takes words back alone: the gate asks no more of the notes. */
export function readTakenBack(light: Folded): CueRead["cues"] {
  return known.get(light)?.cues ?? Map.groupBy(phrasesIn<Cue>(takingBack(), placedTokens(light), same), ({ cue }) => cue);
}

function placedTokens(light: Folded): Token[] {
  return readTokens(light).map((token) => ({ ...token, ...light.span(token.start, token.end) }));
}
