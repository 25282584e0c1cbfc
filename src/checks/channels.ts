import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

const NAMES = "facebook|fanpage|fb|instagram|insta|tik ?tok|shopee|lazada|youtube|telegram";
const NAMES_JA =
  "facebook|instagram|tiktok|shopee|lazada|youtube|telegram|フェイスブック|インスタグラム|インスタ|ティックトック|ショッピー|ラザダ";
const ANY = new RegExp(`${NAMES}|${NAMES_JA}`, "iu");

/** What brings buyers there; where the show itself is watched may be said. */
const ORDERED: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<!\\p{L})(?:nhắn|inbox|ib|đặt|mua|chốt|liên hệ|lên đơn)(?: \\p{L}+){0,3} (?<name>${NAMES})(?![\\p{L}\\d]|\\.\\p{L})`,
    "giu",
  ),
  en: new RegExp(
    `(?<!\\p{L})(?:message|messages|dm|order|orders|buy|find|contact|reach|write to|available)(?: \\p{L}+){0,3} (?:on|via|through|by|at) (?:our )?(?<name>${NAMES})(?![\\p{L}\\d]|\\.\\p{L})`,
    "giu",
  ),
  ja: new RegExp(`(?<name>${NAMES_JA})[^。、！？]{0,8}(?:注文|DM|連絡|購入|お買い|お問い合わせ)`, "giu"),
};
/** The notes' own words for each, bare of their marks. */
const HELD: readonly { name: RegExp; held: RegExp }[] = [
  { name: /^(?:facebook|fanpage|fb|フェイス)/iu, held: /facebook|fanpage|(?<!\p{L})(?:fb|face|page)(?!\p{L})/u },
  { name: /^(?:insta|インスタ)/iu, held: /insta|(?<!\p{L})ig(?!\p{L})/u },
  { name: /^(?:tik|ティック)/iu, held: /tik ?tok|top top/u },
  { name: /^(?:shopee|ショッピー)/iu, held: /shopee|shoppe|sop ?pi/u },
  { name: /^(?:lazada|ラザダ)/iu, held: /lazada/u },
  { name: /^youtube/iu, held: /youtube|(?<!\p{L})yt(?!\p{L})/u },
  { name: /^telegram/iu, held: /telegram|(?<!\p{L})tele(?!\p{L})/u },
];

/** "Message us on Instagram": a shop or page of which the notes know nothing. */
export function strangeChannels({ text, language, ground }: Told): Span[] {
  if (!ANY.test(text)) return [];
  return [...text.matchAll(ORDERED[language])].flatMap((match) => {
    const name = match.groups?.name ?? "";
    const start = match.index + match[0].indexOf(name);
    const isHeld = HELD.some((one) => one.name.test(name) && one.held.test(ground.bareNotes));
    return isHeld ? [] : [{ start, end: start + name.length }];
  });
}
