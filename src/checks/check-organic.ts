import { lightText } from "#facts/fold.ts";
import { said, type Span } from "#facts/said.ts";
import { isDenied } from "./denied.ts";
import { sentencesOf, type Found, type Ground, type Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import rules from "./rules/organic.json" with { type: "json" };

const book = openRules(rules);
/** 7 CFR 205 and the JAS Act alike: what was fumigated or irradiated on its way is organic no more. */
const FUMIGATED = said("xông hơi|hun trùng|khử trùng|methyl ?bromide|chiếu xạ|fumigat(?:ed|ion)");
const NOT_FUMIGATED = said("(?:không|chưa|ko) (?:\\p{L}+ ){0,2}(?:xông hơi|hun trùng|khử trùng|chiếu xạ)");

const TOWARDS = said("hướng hữu cơ");
/** To have asked for a certificate is no claim to hold it, where the grower says so too; a Japanese label may not even say that. */
const ASKED_FOR = {
  vi: /(?:đang|mới|sẽ|tính) (?:\p{L}+ ){0,2}(?:xin|làm|nộp|chờ|đăng ký|chuyển)|hồ sơ|dự kiến/u,
  en: /appl(?:y|ying|ied) for|application|in the process of|working towards|in conversion|hop(?:e|es|ing) to/u,
  ja: /(?!)/u,
} as const;
const ASKED_IN_NOTES = said(
  "(?:đang|mới|sẽ|tính) (?:\\p{L}+ ){0,2}(?:xin|làm|nộp|chờ|đăng ký|chuyển)(?: \\p{L}+){0,4} hữu cơ|hồ sơ hữu cơ",
);

/** "Organic" needs a certificate that counts where the text is read: JAS in Japan, NOP in the United States, any at home. */
export function checkOrganic(told: Told): Found[] {
  const reason = reasonAgainst(told);
  const towards = told.ground.notes.search(TOWARDS) !== -1;
  return matchRules(told, book, (id) => id === "banned-wording" || (reason !== undefined && !(id === "towards" && towards)))
    .filter((found) => found.id === "banned-wording" || !(isDenied(told, found) || isNotHeld(told, found) || isAskedFor(told, found)))
    .map(({ id, start, end, quote }) => ({
      kind: "organic",
      start,
      end,
      message: told.say(id === "banned-wording" ? "organicBanned" : (reason ?? "organic"), { quote }),
    }));
}

/** 有機認証はまだありません: what is denied stands within the words that are found. */
function isNotHeld({ language, text }: Told, { start }: Span): boolean {
  return language === "ja" && text.startsWith("有機", start) && NOT_HELD.test(text.slice(start + 2, start + 30));
}
const NOT_HELD =
  /^(?:JAS)?の?(?:認証|認定|証明書?|マーク|栽培|農産物|農法)?(?:(?:は|を|も|で|では|も?まだ|、)*(?:取得|認定|認証|申請)?(?:して|受けて|持って|取って|得て)?(?:は)?(?:あり|ござい|い|おり|でき)(?:ません|ない)|[はも]?(?:まだ(?:です|。|$)|未取得))/u;

function isAskedFor({ language, text, ground }: Told, { start, end }: Span): boolean {
  const sentence = sentencesOf(text).find((one) => one.start <= start && end <= one.end);
  return (
    sentence !== undefined &&
    ASKED_FOR[language].test(lightText(text.slice(sentence.start, sentence.end))) &&
    ground.notes.search(ASKED_IN_NOTES) !== -1
  );
}

/** The message that tells why this text may not say "organic"; `undefined` where it may. */
function reasonAgainst({ language, ground }: Told): "organic" | "organicUsda" | "organicJas" | "organicFumigated" | undefined {
  const held = ground.facts.flatMap(({ kind, term }) =>
    kind === "certification" && term?.startsWith("cert.organic") === true ? [term] : [],
  );
  if (language === "ja") return held.includes("cert.organic-jas") ? fumigated(ground) : "organicJas";
  if (language === "en" && ground.markets.includes("us")) return held.includes("cert.organic-usda") ? fumigated(ground) : "organicUsda";
  return held.length > 0 || ground.terms.has("cert.pgs") ? undefined : "organic";
}

function fumigated({ notes }: Ground): "organicFumigated" | undefined {
  return notes.search(FUMIGATED) !== -1 && notes.search(NOT_FUMIGATED) === -1 ? "organicFumigated" : undefined;
}
