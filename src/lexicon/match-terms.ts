import type { Language } from "#i18n/language.ts";
import { foldText, lighten, lightText } from "#facts/fold.ts";
import { readTokens, type Token } from "#facts/tokens.ts";
import type { Term } from "./term.ts";

export type Spot = { id: string; start: number; end: number };
export type Matcher = (text: string) => Spot[];

type Entry = { id: string; kind: Term["kind"]; of?: string; words: string[]; plain: string[]; weak: boolean };

/** Builds a matcher over all names of one language. */
export function readTerms(terms: readonly Term[], language: Language): Matcher {
  return language === "ja" ? japaneseMatcher(terms) : latinMatcher(terms, language);
}

function latinMatcher(terms: readonly Term[], language: "vi" | "en"): Matcher {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of terms.flatMap((term) => entriesOf(term, language))) {
    const first = entry.plain[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  for (const entries of byFirst.values()) entries.sort((left, right) => right.words.length - left.words.length || rank(left) - rank(right));
  return (text) => {
    const light = lighten(text);
    const tokens = readTokens(light);
    const spots: (Spot & { entry: Entry; at: number; length: number })[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      for (const entry of byFirst.get(tokens[at]?.plain ?? "") ?? []) {
        if (!matches(entry, tokens, at, language)) continue;
        const last = tokens[at + entry.words.length - 1];
        const first = tokens[at];
        if (first === undefined || last === undefined) continue;
        const { start, end } = light.span(first.start, last.end);
        spots.push({ id: entry.id, start, end, entry, at, length: entry.words.length });
      }
    }
    return keepBest(spots);
  };
}

function rank(entry: Entry): number {
  return ["variety", "product", "certificate", "place", "practice"].indexOf(entry.kind);
}

function entriesOf(term: Term, language: "vi" | "en"): Entry[] {
  const names = term[language];
  const weak = new Set((names.weak ?? []).map(lightText));
  const all = new Set([names.name, ...(names.aliases ?? []), ...(names.weak ?? [])].map(lightText));
  const ofOne = language === "vi" && term.kind === "product";
  return [...all].map((name) => {
    const words = cut(name);
    const oneShort = (ofOne || term.kind === "place") && words.length === 1 && name !== foldText(name);
    return {
      id: term.id,
      kind: term.kind,
      ...(term.of === undefined ? {} : { of: term.of }),
      words,
      plain: words.map(foldText),
      weak: weak.has(name) || oneShort,
    };
  });
}

function cut(name: string): string[] {
  return readTokens(lighten(name)).map((token) => token.text);
}

function matches(entry: Entry, tokens: readonly Token[], at: number, language: Language): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + entry.words.length];
  if (tokens[at]?.glued === true && before?.kind !== "symbol") return false;
  if (after?.glued === true && after.kind !== "symbol") return false;
  let bare = false;
  for (const [index, word] of entry.words.entries()) {
    const token = tokens[at + index];
    if (token === undefined) return false;
    if (token.text === word) {
      // A name without marks of its own may still be another word in bare notes: nho, nhỏ.
      bare ||= token.bare && word === entry.plain[index];
      continue;
    }
    if (token.plain !== entry.plain[index] || token.text !== token.plain) return false;
    if (!token.bare && language === "vi" && entry.words.length < 2) return false;
    bare = true;
  }
  if (
    language === "vi" &&
    entry.kind === "product" &&
    entry.words.length === 1 &&
    NOT_PRODUCT.test(`${entry.words[0]} ${after?.text ?? ""}`)
  )
    return false;
  return !bare || !entry.weak || (entry.kind !== "place" && standsAsName(tokens, at));
}

/** `cam kết` promises, `vải lụa` is cloth, `bơ phờ` is tired. */
const NOT_PRODUCT =
  /^(?:cam (?:kết|ket|đoan|on|ơn)|vải (?:lụa|vóc|bố|thô)|mơ (?:ước|màng)|hồng (?:hào|sâm)|trà (?:vinh|my|sữa)|lụa là|nho nhỏ|na ná|rau (?:má)|chiếu (?:sáng|cố)|đào (?:tạo|ao)|nghệ (?:an|thuật|nhân)|quế (?:phong|sơn|võ)|muối (?:chua|dưa)|tiêu (?:chuẩn|chí|dùng|hóa|hoá|thụ|da|đường)|gạo (?:cội)|bơ (?:phờ|vơ)|cua (?:cùa))/u;

/** A bare everyday word is a product at the head of the notes or after a word that announces one. */
function standsAsName(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return true;
  const before = tokens[at - 1]?.plain ?? "";
  // "hat nho", "trai nho" in mid-notes: small seeds, small fruit. Grapes are sold or grown.
  if (tokens[at]?.plain === "nho" && at > 1) return before === "ban" || before === "trong";
  return ANNOUNCES.has(before) && at < 40;
}
const ANNOUNCES = new Set(["ban", "trai", "qua", "hat", "vuon", "cu", "trong", "nha"]);

/** Drops what another, longer or better mention covers; a variety counts only beside its product. */
function keepBest(spots: (Spot & { entry: Entry; at: number; length: number })[]): Spot[] {
  const products = new Set(spots.filter((spot) => spot.entry.kind === "product").map((spot) => spot.id));
  const able = spots.filter(
    (spot) => spot.entry.kind !== "variety" || products.has(spot.entry.of ?? "") || spot.length > 1 || /\d/.test(spot.entry.words.join("")),
  );
  const kept: typeof able = [];
  const taken = new Map<number, typeof able>();
  for (const spot of able.toSorted(
    (left, right) => right.length - left.length || rank(left.entry) - rank(right.entry) || left.at - right.at,
  )) {
    const near = around(taken, spot);
    if (near.some((other) => spot.start < other.end && other.start < spot.end && !mayOverlap(spot.entry, other.entry))) continue;
    kept.push(spot);
    for (let at = spot.at; at < spot.at + spot.length; at += 1) taken.set(at, [...(taken.get(at) ?? []), spot]);
  }
  return kept.toSorted((left, right) => left.start - right.start || right.end - left.end).map(({ id, start, end }) => ({ id, start, end }));
}

/** The mentions kept so far that share a token with this one. */
function around<T extends { at: number; length: number }>(taken: ReadonlyMap<number, T[]>, { at, length }: T): T[] {
  return Array.from({ length }, (_, index) => taken.get(at + index) ?? []).flat();
}

/** `vải thiều` names the product and its variety at once. */
function mayOverlap(left: Entry, right: Entry): boolean {
  const kinds = [left.kind, right.kind].toSorted().join("+");
  // `tỏi Lý Sơn` is a product and its place; the place inside a variety's name (`cát Hòa Lộc`) is none.
  if (kinds === "place+product") return true;
  return kinds === "product+variety" && (left.of === right.id || right.of === left.id);
}

function japaneseMatcher(terms: readonly Term[]): Matcher {
  const names = terms.flatMap((term) => [term.ja.name, ...(term.ja.aliases ?? [])].map((name) => ({ term, name: lightText(name) })));
  names.sort((left, right) => right.name.length - left.name.length);
  return (text) => {
    const light = lighten(text);
    const spots: (Spot & { term: Term })[] = [];
    for (const { term, name } of names) {
      for (let at = light.text.indexOf(name); at !== -1; at = light.text.indexOf(name, at + 1)) {
        const { start, end } = light.span(at, at + name.length);
        const insideWord =
          KATAKANA.test(name) &&
          (KATAKANA.test(light.text[at - 1] ?? "") || (KATAKANA.test(light.text[at + name.length] ?? "") && term.kind === "place"));
        const insideLatin =
          /^[a-z]/.test(name) && (/[a-z0-9]/.test(light.text[at - 1] ?? "") || /[a-z]/.test(light.text[at + name.length] ?? ""));
        if (insideWord || insideLatin || spots.some((other) => start < other.end && other.start < end)) continue;
        spots.push({ id: term.id, start, end, term });
      }
    }
    return spots.toSorted((left, right) => left.start - right.start).map(({ id, start, end }) => ({ id, start, end }));
  };
}
const KATAKANA = /[\u30a1-\u30fa\u30fc]$/;
