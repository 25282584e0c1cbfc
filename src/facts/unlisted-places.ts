import { findTerm, loadLexicon, type TermMention } from "#lexicon/lexicon.ts";
import { clauseAt } from "./clauses.ts";
import type { Cue } from "./cues.ts";
import { foldText } from "./fold.ts";
import { hitFrom, hitOver, hitTo, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { sharedNamesIn } from "./shared-names.ts";
import type { SourceText } from "./source-text.ts";
import { lastBefore, meeting, nextFrom } from "./spans.ts";
import type { Token } from "./tokens.ts";

type Named = Pick<SourceText, "text" | "tokens" | "cues" | "amounts" | "clauses" | "sentences" | "terms">;

/** A Vietnamese place's name has two to four syllables. */
const SYLLABLES_MIN = 2;
const SYLLABLES_MAX = 4;
/** More capital words than that, and capitals tell nothing. */
const CAPITAL_SHARE_MAX = 0.7;
/** `Cư M'gar` */
const AFTER_APOSTROPHE = /^['’]\p{L}+/u;
/** Fruit is named after these, but grown here. */
const ABROAD =
  /^(?:thái(?: lan)?|đài loan|trung quốc|nhật(?: bản)?|hàn quốc|ấn độ|mã lai|úc|mỹ|pháp|israel|hà lan|ai cập|campuchia|lào|việt nam)$/iu;

/** Cloth, jars and baskets are called after those who make them. */
const PEOPLES =
  /^(?:ê đê|ba na|xơ đăng|gia rai|m['’]nông|k['’]ho|cơ ho|chơ ro|chu ru|ra glai|cơ tu|tà ôi|pa cô|vân kiều|bru|hrê|giẻ triêng|hà nhì|lô lô|khơ mú|pà thẻn|la chí|cao lan|sán dìu|sán chay|dao (?:đỏ|tiền|đen)|thái (?:đen|trắng)|h['’]mông|khmer)$/iu;

/**
 * Places that no list holds: a capital name after `làng`, `ở`, right after the product, or right before a known place;
 * without capitals, the two or four words between the product and a known place (`chanh không hạt bến lức long an`).
 */
export function unlistedPlaces(read: Named): Span[] {
  const places = read.terms.filter(({ id }) => findTerm(id)?.kind === "place");
  const capitals = capitalsTell(read);
  const names = capitals ? capitalNames(read) : [];
  const found: Span[] = [];
  for (const name of names) {
    const follows = !isTitle(read, name.from) && [places, found].some((others) => followsPlace(read, name, others));
    if (follows || isPlace(read, name, places)) found.push(name);
  }
  const small = capitals ? places.filter(({ start }) => !/^\p{Lu}/u.test(read.text.slice(start, start + 2))) : places;
  const bare = [...between(read, small), ...sharedNamesIn(read)].filter(
    (span) => meeting(found, span) === undefined && meeting(places, span) === undefined,
  );
  return [...found, ...bare].toSorted((left, right) => left.start - right.start);
}

function capitalsTell(read: Named): boolean {
  const words = read.tokens.filter(({ kind }) => kind === "word");
  return words.filter((token) => isCapital(read, token)).length <= words.length * CAPITAL_SHARE_MAX;
}

function isCapital(read: Named, { start }: Token): boolean {
  return /^\p{Lu}/u.test(read.text.slice(start, start + 2));
}

/** Runs of capital words, cut where a listed name begins or ends. */
function capitalNames(read: Named): (Span & { from: number; next: number })[] {
  const names: (Span & { from: number; next: number })[] = [];
  for (let at = 0; at < read.tokens.length; at += 1) {
    let next = at;
    while (next < read.tokens.length && next - at < SYLLABLES_MAX && continues(read, at, next)) next += 1;
    const [first, last] = [read.tokens[at], read.tokens[next - 1]];
    const village = hitTo(read, "settlement", at) !== undefined;
    const few = next - at < (village ? 1 : SYLLABLES_MIN);
    if (first === undefined || last === undefined || few) continue;
    const rest = AFTER_APOSTROPHE.exec(read.text.slice(last.end, last.end + 10))?.[0] ?? "";
    names.push({ start: first.start, end: last.end + rest.length, from: at, next });
    at = next - 1;
  }
  return names;
}

function continues(read: Named, from: number, at: number): boolean {
  const token = read.tokens[at];
  if (
    token?.kind !== "word" ||
    !isCapital(read, token) ||
    (at > from && !/^\s+$/u.test(read.text.slice(read.tokens[at - 1]?.end, token.start)))
  )
    return false;
  if ((at > from && isTitle(read, at)) || isSaid(read, at, VERBS)) return false;
  const term = meeting(read.terms, token);
  // `làng Quất Động`: after such a word even a fruit's name is a place's.
  if (term === undefined) return true;
  return findTerm(term.id)?.kind === "product" && term.start >= (read.tokens[from]?.start ?? 0) && isCalledPlace(read, from);
}

/** The `Cô` of `Nón Làng Chuông Cô Hạnh`. */
function isTitle(read: Named, at: number): boolean {
  return hitFrom(read, "person", at)?.next === at + 1;
}

function isCalledPlace(read: Named, from: number): boolean {
  return hitTo(read, "place-word", from) !== undefined;
}

function isPlace(read: Named, name: Span & { from: number }, places: readonly TermMention[]): boolean {
  const words = read.text.slice(name.start, name.end);
  if (ABROAD.test(words) || PEOPLES.test(words) || words === words.toUpperCase() || isPage(read, name)) return false;
  if (hitFrom(read, "person", name.from) !== undefined || hitTo(read, "person", name.from) !== undefined) return false;
  if (isCalledPlace(read, name.from)) return true;
  const before = lastBefore(read.terms, name.start);
  const kind = before === undefined ? undefined : findTerm(before.id)?.kind;
  const adjacent = before !== undefined && /^\s*\(?$/u.test(read.text.slice(before.end, name.start));
  if (adjacent && (kind === "product" || kind === "variety")) return true;
  const place = nextFrom(places, name.end);
  return place !== undefined && /^[\s,(–-]+$/u.test(read.text.slice(name.end, place.start));
}

/** A page's name: `FB: Tinh dầu Cù Lao`. */
function isPage(read: Named, { start }: Span): boolean {
  const clause = clauseAt(read, start);
  return /(?<!\p{L})(?:fb|facebook|fanpage|page|zalo|shopee|tiktok|kênh|youtube)(?!\p{L})/iu.test(read.text.slice(clause.start, start));
}

/** `làng Chuông, Thanh Oai`: set off behind a place. */
function followsPlace(read: Named, name: Span, others: readonly Span[]): boolean {
  const place = lastBefore(others, name.start);
  return place !== undefined && /^\s*[,(]\s*$/u.test(read.text.slice(place.end, name.start));
}

/** Two words that nothing else explains, or two names of two, between what is sold and a known place. */
function between(read: Named, places: readonly TermMention[]): Span[] {
  return places.flatMap((place) => {
    const before = lastBefore(read.terms, place.start);
    const kind = before === undefined ? undefined : findTerm(before.id)?.kind;
    if (before === undefined || (kind !== "product" && kind !== "variety")) return [];
    const from = tokenAt(read, before.end);
    const words = read.tokens.slice(from, tokenAt(read, place.start));
    const setOff = words.at(-1)?.text === ",";
    if (setOff) words.pop();
    const [first, second, third, fourth] = words;
    if (first === undefined || second === undefined || words.some(({ kind: each }, index) => each !== "word" || isSaid(read, from + index)))
      return [];
    // What only a comma or more words bind to the place must sound like one: `mật mía tân hợp, nghệ an`.
    const sounds = words.every(soundsLikePlace);
    if (words.length === SYLLABLES_MIN) return setOff && !sounds ? [] : [{ start: first.start, end: second.end }];
    if (words.length !== 2 * SYLLABLES_MIN || third === undefined || fourth === undefined || !sounds) return [];
    return [
      { start: first.start, end: second.end },
      { start: third.start, end: fourth.end },
    ];
  });
}

/** Places are named from few syllables: those of the names that are listed. */
const SYLLABLES = new Set(
  loadLexicon().flatMap(({ kind, vi }) =>
    kind === "place"
      ? vi.name
          .toLowerCase()
          .split(" ")
          .flatMap((each) => [each, foldText(each)])
      : [],
  ),
);

function soundsLikePlace({ text }: Token): boolean {
  return SYLLABLES.has(text);
}

/** Words of the reader's own phrases are no name. */
function isSaid(read: Named, at: number, cues: Iterable<Cue> = read.cues.keys()): boolean {
  for (const cue of cues) if (hitOver(read, cue, at) !== undefined) return true;
  return false;
}
/** What begins a sentence with a capital and is no place's: `Giao TP`, `Ship HN`. */
const VERBS: readonly Cue[] = ["turn", "sent", "sent-weak", "kept", "priced", "done", "plan", "hearsay"];
