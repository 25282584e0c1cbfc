import { foldText, lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { loadLexicon, nameOf } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";
import { isDenied } from "./denied.ts";
import type { Ground, Told } from "./ground.ts";
import { plainKana } from "./plain-kana.ts";

/** What makes a name that of where goods are from, and what leaves it the kind's. */
const PLACED: Record<Language, { before: RegExp; after: RegExp; kind: RegExp }> = {
  vi: {
    before: /(?<!\p{L})(?:ở|tại|từ|trên|đất|về|quê)(?: (?:đất|vùng|quê|làng|xã|huyện|thung lũng|cánh đồng|đồng|tận))* $/u,
    after: /(?:)/u,
    kind: /(?<!\p{L})(?:giống|nòi)(?: \p{L}+){0,5} $/u,
  },
  en: {
    before:
      /(?<!\p{L})(?:from|in|at|near|of)(?: (?:the|village|valley|land|fields?|hills|orchards|district|commune|town|soil|area|of))* $/u,
    after:
      /^(?= *(?:[.,;:!?)]|$)| (?:valley|village|orchards?|fields?|terraces|soil|land|hills|district|commune|itself|and|in|by|on|where|with|for|is|are)(?!\p{L}))/u,
    kind: /(?<!\p{L})(?:variet(?:y|ies)|breeds?|strains?|seeds?|seedlings|stock|types?|kinds?|cultivars?|originally)(?: \p{L}+){0,3} $/u,
  },
  ja: {
    before: /(?:)/u,
    after:
      /^(?:産(?!の?(?:品種|系統|種))|育ち|地方|県|省|村|の?(?:谷|里|盆地|畑|田んぼ|農園|土地|大地)|で(?:育|栽培|作|つく|採|と[れっ]|収穫|穫|飼|生まれ)|から(?:お届け|直送))/u,
    kind: /(?!)/u,
  },
};
const REACH = 40;

/** Where goods are told to be of a place whose name the notes give to the kind alone: "grown in Doan Hung" of `giống Đoan Hùng trồng ở Yên Thế`. */
export function breedsForPlaces(told: Told): Span[] {
  const breeds = breedPlacesOf(told.ground);
  if (breeds.length === 0) return [];
  const { before, after, kind } = PLACED[told.language];
  return namesIn(told, breeds).filter(({ start, end }) => {
    const left = lightText(told.text.slice(Math.max(0, start - REACH), start));
    const right = lightText(told.text.slice(end, end + REACH));
    return before.test(left) && after.test(right) && !kind.test(left) && !isDenied(told, { start, end });
  });
}

function namesIn({ language, text, terms }: Told, breeds: readonly Term[]): Span[] {
  const named = terms.filter(({ id }) => breeds.some(({ vi }) => foldText(vi.name) === foldText(nameOf(id, "vi") ?? "")));
  if (language !== "ja") return named;
  const kana = new Set(breeds.flatMap(({ ja }) => plainKana(ja.name)));
  const heard = [...text.matchAll(KATAKANA)].filter(([word]) => plainKana(word).some((plain) => kana.has(plain)));
  return heard.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
const KATAKANA = /[\u30a1-\u30fa\u30fc]{3,}/gu;

const placesOf = new WeakMap<ReadonlySet<string>, readonly Term[]>();
/** Looked up once for all texts of a story. */
function breedPlacesOf(ground: Ground): readonly Term[] {
  const before = placesOf.get(ground.bareWords);
  if (before !== undefined) return before;
  const found = MAY_BE_BREED.test(ground.bareNotes)
    ? loadLexicon().filter(({ kind, vi }) => kind === "place" && isBreedOnly(ground, foldText(vi.name)))
    : [];
  placesOf.set(ground.bareWords, found);
  return found;
}
const MAY_BE_BREED = /(?<!\p{L})(?:giong|phai)(?!\p{L})/u;

/** Each time it is a kind's name or denied; and it is denied, or they say where else the kind is raised. */
function isBreedOnly({ bareNotes }: Ground, name: string): boolean {
  if (!bareNotes.includes(name)) return false;
  const lead = [...bareNotes.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "gu"))].map(({ index }) =>
    bareNotes.slice(Math.max(0, index - REACH), index),
  );
  const others = lead.filter((before) => !NOT_OF.test(before));
  if (others.length < lead.length) return others.every((before) => !OF.test(before));
  const elsewhere = [...bareNotes.matchAll(RAISED_AT)].some(({ index, 0: { length } }) => !bareNotes.startsWith(name, index + length));
  return elsewhere && others.length > 0 && others.every((before) => BREED.test(before));
}
const BREED = /(?<!\p{L})giong(?: (?!o |tai )\p{L}+){0,3} $/u;
const NOT_OF = /(?<!\p{L})(?:khong|ko|k|hong|chang|dau) phai(?: (?:la|dat|o|tai|tu|trong|nuoi|cay|lam|hang|goc|ben|vung|xu|que))* $/u;
const OF = /(?<!\p{L})(?:o|tai|tu|dat|que|xa|lang|huyen|ben|vung) $/u;
const RAISED_AT = /(?<!\p{L})(?:trong|nuoi|cay|gieo|uom|tha|lam) (?:o|tai|tren dat|ben|duoi) (?!nha|vuon|ruong)/gu;
