import { z } from "zod";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import data from "./phrasebook-words.json" with { type: "json" };
import { readSpoken, type SpokenNumber } from "./read-spoken.ts";

/** One way of hearing a sentence: its words with `#` for a count and `#đ` for money, and the numbers in order. */
export type PhraseReading = {
  /** All that says something, in one form for all regions, with the people spoken to. */
  whole: string;
  /** Without the people called upon at its ends. */
  core: string;
  /** `core` without `em` or `you` in front; undefined where it has neither or little else. */
  rest: string | undefined;
  numbers: readonly number[];
};

const list = z.object({ source: z.string(), words: z.array(z.string()) });
const parsed = z
  .object({
    audience: list,
    person: list,
    anywhere: list,
    first: list,
    last: list,
    same: z.object({ source: z.string(), groups: z.array(z.array(z.string()).min(2)) }),
  })
  .parse(data);

const CHOICES_MAX = 3;
const REST_WORDS_MIN = 3;

/**
 * The readings of a Vietnamese sentence: a lone digit word may be a number or a word (`chín`), so there can be several.
 * A phrase of the phrasebook (`written`) has its numbers where it writes digits. None for empty talk: `cả nhà ơi` has
 * one, `ạ` has none.
 */
export function readPhrase(text: string, { written }: { written: boolean }): PhraseReading[] {
  const form = hasMarks(text) ? MARKED : BARE;
  const light = form.settle(lightText(text));
  const words = readSpoken(light);
  const open = words.filter((word) => !written && word.number?.soft === true).length;
  if (open > CHOICES_MAX) return [];
  return Array.from({ length: 2 ** open }, (_, choice) => {
    let asked = 0;
    const tokens = words.flatMap(({ text: word, plain, number, start, end }, at): Token[] => {
      if (word === "đồng" && words[at - 1]?.number !== undefined) return [];
      const shown = form === BARE ? plain : word;
      if (number === undefined) return [{ word: shown }];
      const counts = written ? /\d/.test(light.slice(start, end)) : !number.soft || ((choice >> asked) & 1) === 1;
      if (!written && number.soft) asked += 1;
      if (number.name) return [{ word: light.slice(start, end) }];
      return [counts ? { word: isMoney(number) ? "#đ" : "#", number: number.value } : { word: shown }];
    });
    return readingOf(tokens, form);
  }).filter(({ whole }) => whole !== "");
}

/** The reading a sentence without marks is found by, of a phrase that is written with them. */
export function bareReading({ whole, core, rest, numbers }: PhraseReading): PhraseReading {
  return { whole: foldText(whole), core: foldText(core), rest: rest === undefined ? undefined : foldText(rest), numbers };
}

const ALL = new RegExp(
  `(?<!\\p{L})(?:${[...parsed.audience.words, ...(parsed.same.groups.find(([first]) => first === "ai") ?? [])]
    .toSorted((left, right) => right.length - left.length)
    .join("|")})(?!\\p{L})`,
  "gu",
);
const ONE = new RegExp(`(?<!\\p{L})(?:${parsed.person.words.join("|")})(?!\\p{L})`, "gu");

/** A sentence that turns to one person as if it turned to all; undefined where it turns to nobody, or to all already. */
export function saidToAll(text: string): string | undefined {
  const light = lightText(text);
  return light.search(ALL) === -1 && light.search(ONE) !== -1 ? light.replaceAll(ONE, "cả nhà") : undefined;
}

type Token = { word: string; number?: number };
type Form = { settle: (light: string) => string; anywhere: ReadonlySet<string>; first: ReadonlySet<string>; last: ReadonlySet<string> };

const EVERYONE = "everyone";
const YOU = "you";

const MARKED: Form = {
  settle: settler((text) => text),
  anywhere: new Set(parsed.anywhere.words.map(lightText)),
  first: new Set(parsed.first.words.map(lightText)),
  last: new Set(parsed.last.words.map(lightText)),
};
/** Without marks `nha` may be a house and `co` a "yes": only the ends are cleared. */
const BARE: Form = {
  settle: settler(foldText),
  anywhere: new Set(),
  first: new Set(["da", "vang"]),
  last: new Set([...parsed.anywhere.words, "luôn"].map(foldText)),
};

/** A word that a phrase may be said with or without, in one of its places. */
export function mayGoUnsaid(word: string): boolean {
  return CALLED.has(word) || [MARKED, BARE].some(({ anywhere, first, last }) => anywhere.has(word) || first.has(word) || last.has(word));
}
const CALLED = new Set([EVERYONE, YOU, "em", "shop"]);

function settler(form: (text: string) => string): (light: string) => string {
  const oneForm = new Map<string, string>();
  const marked = form("ạ") === "ạ";
  // Without marks `nhieu` is as well `nhiều`: a single word stays what it is.
  for (const [first = "", ...others] of parsed.same.groups) {
    // The first form too: the `chút` of `một chút` is no other one.
    for (const one of [first, ...others]) if (marked || one.includes(" ")) oneForm.set(form(one), form(first));
  }
  for (const word of parsed.audience.words) oneForm.set(form(word), EVERYONE);
  for (const word of marked ? parsed.person.words : []) {
    oneForm.set(word, YOU);
    oneForm.set(`${word} ơi`, "");
  }
  if (marked) oneForm.set("em ơi", "");
  const longestFirst = [...oneForm.keys()].toSorted((left, right) => right.length - left.length);
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join("|")})(?![\\p{L}\\d])`, "gu");
  return (light) =>
    light
      .replaceAll(/(?<=[\dkđ])\s*\/\s*(?=\p{L})/gu, form(" một "))
      .replaceAll(/[^\p{L}\p{M}\d.,%]+|[.,](?!\d)/gu, " ")
      .trim()
      .replace(pattern, (word, offset: number, whole: string) =>
        // At the beginning `cả nhà em` is one's own family.
        offset === 0 && /^[cC][aả] nh[aà] (?:em|tui|tôi|toi)(?!\p{L})/u.test(whole) && oneForm.get(word) === EVERYONE
          ? word
          : (oneForm.get(word) ?? word),
      );
}

function readingOf(tokens: readonly Token[], { anywhere, first, last }: Form): PhraseReading {
  const said = tokens.filter(({ word }) => !anywhere.has(word));
  while (said.length > 1 && first.has(said[0]?.word ?? "")) said.shift();
  const called: Token[] = [];
  for (let end = said.at(-1); end !== undefined && said.length > 1; end = said.at(-1)) {
    const isCalled = end.word === EVERYONE || end.word === YOU;
    if (isSeller(said)) {
      said.pop();
      continue;
    }
    if (!isCalled && (!last.has(end.word) || PLACES.has(said.at(-2)?.word ?? ""))) break;
    said.pop();
    if (isCalled) called.unshift(end);
  }
  const core = said.length > 1 && said[0]?.word === EVERYONE ? said.slice(1) : said;
  const lead = core[0]?.word;
  const hasRest = (lead === "em" || lead === YOU) && core.length > REST_WORDS_MIN;
  return {
    whole: keyOf([...said, ...called]),
    core: keyOf(core),
    rest: hasRest ? keyOf(core.slice(1)) : undefined,
    numbers: tokens.flatMap(({ number }) => (number === undefined ? [] : [number])),
  };
}

/** The `em` or `shop` that a question calls upon: `còn hàng không em`, never the one of `giúp em`. */
function isSeller(said: readonly Token[]): boolean {
  const before = said.at(-2)?.word ?? "";
  return (said.at(-1)?.word === "em" || said.at(-1)?.word === "shop") && (ASKED.has(before) || ASKED.has(foldText(before)));
}
const ASKED = new Set([
  "không",
  "khong",
  "hông",
  "hông",
  "vậy",
  "vay",
  "thế",
  "chưa",
  "chua",
  "nhiêu",
  "nhieu",
  "hả",
  "ha",
  "sao",
  "đâu",
  "nữa",
]);

/** After these `đây` and `đó` are places. */
const PLACES = new Set(["ở", "tại", "từ", "đến", "tới", "về", "vào", "là"]);

const keyOf = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join(" ");

function isMoney({ unit, value, scaled }: SpokenNumber): boolean {
  return unit === "đồng" || (unit === undefined && (scaled || value >= 1_000));
}
