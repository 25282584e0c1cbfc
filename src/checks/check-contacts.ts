import { foldText, lightText } from "#facts/fold.ts";
import { overlaps, type Span } from "#facts/said.ts";
import { strangeChannels } from "./channels.ts";
import { readLinks } from "./contact-points.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { FOUND_MAX } from "./match-rules.ts";

const PLATFORM = anyCase(
  "facebook|fanpage|fb|zalo|instagram|insta|ig|tik ?tok|shopee|lazada|line|telegram|whatsapp|viber|kakaotalk|wechat|youtube|twitter|threads",
);
const PLATFORM_JA = "フェイスブック|インスタグラム|インスタ|ティックトック|ライン|ザロ";
const LEADS_ON = `${anyCase("(?:id|page|nick|tên|account|shop|là|is|at)")}(?![a-z])|アカウント|ページ|名|は|の`;
/** `Zalo: chehoa88`, "LINE ID teashop", `fanpage Chè Hoa Store`. */
const ACCOUNT = new RegExp(
  String.raw`(?:(?<![\p{Script=Latin}\d./@])(?:${PLATFORM})(?![\p{Script=Latin}\d.])|${PLATFORM_JA})(?<link>[\s:：「『"“]*(?:(?:${LEADS_ON})[\s:：「『"“]*){0,3})(?<name>@?[A-Za-z][\w.-]{3,40}|(?:\p{Lu}[\p{L}\d]*\s?){2,6})`,
  "gu",
);
const COMMON_WORD =
  /^(?:live|livestream|messenger|hotline|message|chat|shop|page|group|store|official|fanpage|inbox|call|number|account|nh[aé]|cung|cùng|cho|với|hoặc|and|or|for|us|me|video|nhom|để|mình|từ|with|under|through|when|anytime|today|here)$/iu;
/** Whom to call, by a title and a name. Greetings to buyers (`chào chị Lan`) name others. */
const PERSON = {
  vi: /(?<!\p{L})(?:gọi|liên hệ|lh|alo|gặp|nhắn|hỏi|inbox|ib)(?: (?:ngay|cho|tới|đến|số|zalo|điện|trực tiếp|với|riêng)){0,3} (?:anh|chị|cô|chú|bác|ông|bà|dì|cậu|thím|mợ) (?<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,2})/giu,
  en: /(?<!\p{L})(?:call|contact|ask for|message|phone|text|reach|speak (?:to|with)|whatsapp|email|write to|order from|order through)(?: (?:us|now|just|please|or|our grower|grower)){0,2} (?:(?:mr|mrs|ms|miss|uncle|auntie|aunt|sister|brother|madam)\.? (?<titled>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,2})|(?<name>\p{Lu}\p{Ll}+)(?= (?:on|at) [+\d(]))/giu,
  ja: undefined,
} as const;
const SOCIAL =
  /^(?:(?:m\.)?facebook\.com|fb\.com|fb\.me|zalo\.me|instagram\.com|tiktok\.com|t\.me|wa\.me|m\.me|line\.me|youtube\.com|shopee\.vn|lazada\.vn)\//;

/** A phone, account, link, handle, page or person that is not in the grower's words. */
export function checkContacts(told: Told): Found[] {
  const phones = told.phones.filter(({ digits }) => !told.ground.phones.has(digits));
  const links = readLinks(told.light).filter(({ quote }) => !isHeldLink(quote, told.ground));
  const accounts = strangeAccounts(told).filter((account) => !links.some((link) => overlaps(link, account)));
  const channels = strangeChannels(told).filter((channel) => ![...links, ...accounts].some((other) => overlaps(other, channel)));
  return [...phones, ...links, ...accounts, ...channels, ...strangePeople(told)].slice(0, FOUND_MAX).map(({ start, end }): Found => {
    const quote = told.text.slice(start, end);
    return { kind: "contact", start, end, message: told.say("contact", { quote }) };
  });
}

function isHeldLink(quote: string, ground: Ground): boolean {
  const bare = lightText(quote)
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/\/$/u, "");
  if (ground.notes.includes(bare)) return true;
  const account = SOCIAL.test(bare) ? bare.replace(SOCIAL, "").replace(/^@/u, "") : "";
  return account.length >= 4 && (ground.notes.includes(account) || ground.phones.has(account));
}

function strangeAccounts(told: Told): Span[] {
  return [...told.text.matchAll(ACCOUNT)].flatMap((match) => {
    const name = (match.groups?.name ?? "").trim().replace(/[.-]+$/u, "");
    const start = match.index + match[0].indexOf(name);
    const said = /[:：]|id|page|アカウント|ページ/iu.test(match[0].slice(0, match[0].indexOf(name)));
    if (!looksLikeAccount(name, said) || isHeldName(name, told.ground)) return [];
    return [{ start, end: start + name.length }];
  });
}

/** After "Zalo" alone a word may just go on; an account has a digit, a dot, inner capitals, or comes after a colon. */
function looksLikeAccount(name: string, said: boolean): boolean {
  if (COMMON_WORD.test(name) || /^\d/.test(name)) return false;
  if (/^@|\d|_|\.|\p{Ll}\p{Lu}/u.test(name)) return true;
  const joined = /^[a-z][\w-]{8,}$/i.test(name);
  return joined || (said && (/^[a-z][\w-]{3,}$/i.test(name) || /^\p{Lu}/u.test(name)));
}

function isHeldName(name: string, ground: Ground): boolean {
  const bare = foldText(name).replace(/^@/u, "");
  return ground.bareNotes.includes(bare) || ground.bareNotes.replace(/\s/gu, "").includes(bare.replace(/\s/gu, ""));
}

function strangePeople(told: Told): Span[] {
  const pattern = PERSON[told.language];
  if (pattern === undefined) return [];
  return [...told.text.matchAll(pattern)].flatMap((match) => {
    const name = match.groups?.titled ?? match.groups?.name ?? "";
    if (
      !/^\p{Lu}/u.test(name) ||
      // "They reach Hanoi at 2 p.m."
      told.terms.some((term) => overlaps(term, { start: match.index, end: match.index + match[0].length })) ||
      foldText(name)
        .split(" ")
        .some((word) => told.ground.bareWords.has(word))
    )
      return [];
    const start = match.index + match[0].lastIndexOf(name);
    return [{ start, end: start + name.length }];
  });
}

/** The names alone in capitals or not: what comes after them is told from a word by its capitals. */
function anyCase(words: string): string {
  return words.replace(/\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
