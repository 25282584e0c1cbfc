import { z } from "zod";
import { factKindSchema, type FactKind } from "#facts/fact.ts";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import data from "./comment-topics.json" with { type: "json" };

/** What a seller looks out for among the comments. */
export const COMMENT_FLAGS = ["price", "stock", "shipping"] as const;
export type CommentFlag = (typeof COMMENT_FLAGS)[number];

export type Topic = { about: FactKind; flag: CommentFlag | undefined };

const wordsSchema = z.record(z.enum(LANGUAGES), z.array(z.string()));
const { topics, abroad, asking, fee, time } = z
  .object({
    source: z.string(),
    topics: z.array(z.object({ about: factKindSchema, flag: z.enum(COMMENT_FLAGS).optional(), ...wordsOf() })),
    abroad: wordsSchema,
    asking: wordsSchema,
    fee: wordsSchema,
    time: wordsSchema,
  })
  .parse(data);

/** So short, a comment that names a thing asks for it: `price please`, `送料`. */
const NAMING_MAX: Record<Language, number> = { vi: 2, en: 2, ja: 6 };

/** The kind of fact that answers what a buyer asks, and which of the sellers' three questions it is, if any; undefined where nothing known is asked. */
export function readQuestion(text: string, language: Language): Topic | undefined {
  const said = sayingOf(text, language);
  const topic = topics.find((one) => one[language].some((words) => said.holds(words)));
  if (topic === undefined) return undefined;
  const isAsked = text.includes("?") || said.length <= NAMING_MAX[language] || asks(said, text, language);
  return isAsked ? { about: topic.about, flag: topic.flag } : undefined;
}

/** Whether a text speaks of a place out of Vietnam. */
export function isAbroad(text: string, language: Language): boolean {
  const said = sayingOf(text, language);
  return abroad[language].some((words) => said.holds(words));
}

/** Of sending: what it costs. */
export function asksFee(text: string, language: Language): boolean {
  const said = sayingOf(text.replaceAll(HOW_LONG, ""), language);
  return fee[language].some((words) => said.holds(words));
}
/** `ship bao nhiêu ngày tới`: with its marks or without. */
const HOW_LONG = /(?:bao nhi[êe]u|nhi[êe]u|m[ấa]y) (?:ng[àa]y|h[ôo]m|gi[ờo]|ti[ếe]ng|l[âa]u)/giu;

/** How long something takes. */
export function asksTime(text: string, language: Language): boolean {
  const said = sayingOf(text, language);
  return time[language].some((words) => said.holds(words));
}

type Saying = { length: number; holds(words: string): boolean };

function sayingOf(text: string, language: Language): Saying {
  if (language === "ja") return { length: text.trim().length, holds: (words) => text.includes(words) };
  // Typed without marks, one word may be any of several: `gia` is the price, the house or an aunt.
  const isBare = language === "vi" && !hasMarks(text);
  const plain = (words: string) =>
    ` ${(isBare ? foldText(words) : lightText(words))
      .replaceAll(/\d+/g, "#")
      .replaceAll(/[^\p{L}#]+/gu, " ")
      .trim()} `;
  const said = plain(text.replaceAll(/['’]/g, ""));
  return {
    length: said.trim().split(" ").length,
    holds: (words) => !(isBare && hasMarks(words) && !words.includes(" ")) && said.includes(plain(words)),
  };
}

function asks(said: Saying, text: string, language: Language): boolean {
  if (language !== "ja") return asking[language].some((words) => said.holds(words));
  const end = text.replace(/[。！!〜～\p{Extended_Pictographic}\s]+$/u, "");
  return asking.ja.some((words) => (words.length === 1 ? end.endsWith(words) : end.includes(words)));
}

function wordsOf() {
  const words = z.array(z.string());
  return { vi: words, en: words, ja: words };
}
