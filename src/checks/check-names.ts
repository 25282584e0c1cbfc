import { z } from "zod";
import { foldText } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { namesCountry } from "./claim-rules.ts";
import type { Found, Told } from "./ground.ts";
import { isViewersPlace } from "./viewers-place.ts";
import data from "./rules/names.json" with { type: "json" };

const names = z
  .strictObject({
    source: z.string(),
    date: z.string(),
    /** Names that claim nothing of the goods: countries, days, feasts, makers of phones. */
    free: z.array(z.string()),
    /** Words before a name that make it a viewer's or a neighbour's. */
    titles: z.array(z.string()),
    /** English words built like a Vietnamese syllable. */
    english: z.array(z.string()),
  })
  .parse(data);
const FREE = new Set(names.free);
const TITLES = new Set(names.titles);
const ENGLISH = new Set(names.english);

/** Two capital words or more that follow each other. */
const RUN = /(?<![\p{L}\p{M}\d.@/_-])\p{Lu}[\p{Ll}\p{M}]*(?: \p{Lu}[\p{Ll}\p{M}]*){1,4}(?![\p{L}\p{M}\d@/_])/gu;
const SYLLABLE =
  /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:[iy]?e|u[oyaei]|uye|uya|o[aei]|i[aue]|a[iouy]|e[ou]|[ou]i|[uy]u|ieu|yeu|uou|oai|oay|oeo|uay|uoi|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/;
const HEADING_SHARE = 0.6;

/** A Vietnamese name of a place, a person or a brand that no word of the notes bears out. Japanese spells them its own way. */
export function checkNames(told: Told): Found[] {
  if (told.language === "ja") return [];
  return [...told.text.matchAll(RUN)].flatMap((match): Found[] => {
    const quote = match[0];
    const span = { start: match.index, end: match.index + quote.length };
    if (told.terms.some((term) => overlaps(term, span)) || isKnown(quote, told) || isAddressed(told.text, span.start)) return [];
    if (isHeading(told.text, span.start) || isGuestOf(quote, told) || isViewer(told.text, span) || isViewersPlace(told, span)) return [];
    return [{ kind: "claim", ...span, message: told.say("claim.name", { quote }) }];
  });
}

function isKnown(quote: string, { ground, language }: Told): boolean {
  const words = foldText(quote).split(" ");
  if (FREE.has(words.join(" ")) || words.some((word) => FREE.has(word))) return true;
  if (language === "en" && words.some((word) => ENGLISH.has(word) || !SYLLABLE.test(word))) return true;
  // One word of it may be the sentence's first, or a title.
  if (words.some((_, at) => words.length - at > 2 && ground.bareWords.has(initialsOf(words.slice(at))))) return true;
  return words.filter((word, at) => !ground.bareWords.has(word) && !isBirthOrder(word, words[at + 1], ground)).length < 2;
}

/** `Giao Hàng Nhanh` of the notes' `ghn`. */
function initialsOf(words: readonly string[]): string {
  return words.map(([first]) => first).join("");
}

/** `Khách Mỹ`, `Bạn hàng Nhật` where the notes have buyers there: nobody's name. */
function isGuestOf(quote: string, { ground }: Told): boolean {
  const country = GUESTS.exec(quote)?.groups?.country;
  return country !== undefined && namesCountry(ground, country);
}
const GUESTS = /^(?:Khách|Bạn|Người|Bên|Đơn|Mối|Gửi|Giao|Ship|Sang|Đi|Qua) (?<country>.+)$/u;

/** `2 Nhàn` is Hai Nhàn. */
function isBirthOrder(word: string, name: string | undefined, { bareNotes }: Told["ground"]): boolean {
  const digit = BIRTH_ORDER.indexOf(word) + 2;
  return digit > 1 && name !== undefined && new RegExp(`(?<!\\d)${digit} ?${name}(?!\\p{L})`, "u").test(bareNotes);
}
const BIRTH_ORDER = ["hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

/** `chị Lan Anh`, "Mr Van Hoa": somebody spoken to or of; whom to call is the contacts' matter. */
function isAddressed(text: string, start: number): boolean {
  const before = /([\p{L}\p{M}]+)\.? $/u.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  return before !== undefined && TITLES.has(foldText(before));
}

/** `Chị Mận hỏi còn hàng không`, `Anh Quý ơi`: a title that begins the sentence, of somebody who asks or is called. */
function isViewer(text: string, { start, end }: Span): boolean {
  const [title = ""] = text.slice(start, end).split(" ");
  return TITLES.has(foldText(title)) && ASKS.test(text.slice(end, end + ASKS_REACH));
}
const ASKS =
  /^(?: (?:ở|bên|từ|dưới|trên|ngoài|trong|tại) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,2})? (?:vừa |mới |có )?(?:hỏi|ơi|thắc mắc|nhắn|muốn|cần|chờ|đợi|cứ|vào|mới vào|vừa vào)(?!\p{L})/u;

const ASKS_REACH = 48;

/** Titles capitalise every word. */
function isHeading(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  const words = text.slice(start, end === -1 ? undefined : end).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * HEADING_SHARE;
}
