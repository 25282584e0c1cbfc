import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf } from "#lexicon/lexicon.ts";
import { addReading } from "./japanese-reading.ts";

type Told = (language: Language) => string;

/** A certificate's name in a sentence: none for one the lexicon does not hold, nor for organic ones, whose words each market's law rules. */
export function nameCertificate({ term = "", text }: Fact): Told[] {
  const kind = findTerm(term)?.certificate;
  if (kind === undefined || kind === "organic" || kind === "award") return [];
  const stars = term === "cert.ocop" ? /([1-5]) ?(?:sao|star)/.exec(foldText(text))?.[1] : undefined;
  if (stars !== undefined)
    return [
      (language) =>
        ({ vi: `chứng nhận OCOP ${stars} sao`, en: `a ${stars}-star OCOP rating`, ja: `OCOP${stars}つ星[ぼし]の認定[にんてい]` })[language],
    ];
  return [(language) => callCertificate(term, language)];
}

/** What the lexicon's certificate is called in a sentence, whether or not it is held. */
export function callCertificate(term: string, language: Language): string {
  return { vi: inVietnamese, en: inEnglish, ja: inJapanese }[language](term);
}

/** As it is said: GlobalG.A.P. would end a sentence in its middle. */
function sayName(term: string, language: Language): string {
  return (nameOf(term, language) ?? "").replace("G.A.P.", "GAP");
}

function inVietnamese(term: string): string {
  const name = sayName(term, "vi");
  if (name.startsWith("chứng nhận")) return name;
  return term === "cert.attp"
    ? `giấy ${name}`
    : findTerm(term)?.certificate === "registration" || term === "cert.gi"
      ? name
      : `chứng nhận ${name}`;
}

function inEnglish(term: string): string {
  const name = sayName(term, "en");
  if (term === "cert.gi") return `${name} status`;
  if (name.endsWith("registration") || name.endsWith("certification")) return name;
  return /\b(?:code|certificate|mark|report|declaration)\b/.test(name) ? `a ${name}` : `${name} certification`;
}

function inJapanese(term: string): string {
  const name = sayName(term, "ja");
  return addReading(/認証|認定|証明|保証|登録|表示|コード|商標|報告|宣言|監査/.test(name) ? name : `${name}認証`);
}

const PRIZES: readonly { said: RegExp; told: Record<Language, string> }[] = [
  { said: /giai nhi(?![a-z])/, told: { vi: "giải nhì", en: "second prize", ja: "二等賞[にとうしょう]" } },
  { said: /giai ba(?![a-z])/, told: { vi: "giải ba", en: "third prize", ja: "三等賞[さんとうしょう]" } },
  { said: /(?:huy chuong|hc) bac|(?<![a-z])hcb(?![a-z])/, told: { vi: "huy chương bạc", en: "a silver medal", ja: "銀[ぎん]メダル" } },
  { said: /(?:huy chuong|hc) dong|(?<![a-z])hcd(?![a-z])/, told: { vi: "huy chương đồng", en: "a bronze medal", ja: "銅[どう]メダル" } },
  { said: /giai bac(?![a-z])/, told: { vi: "giải bạc", en: "a silver prize", ja: "銀賞[ぎんしょう]" } },
  { said: /giai dong(?![a-z])/, told: { vi: "giải đồng", en: "a bronze prize", ja: "銅賞[どうしょう]" } },
  { said: /bang khen/, told: { vi: "bằng khen", en: "a certificate of merit", ja: "表彰状[ひょうしょうじょう]" } },
  { said: /giay khen/, told: { vi: "giấy khen", en: "a letter of commendation", ja: "賞状[しょうじょう]" } },
  { said: /giai khuyen khich/, told: { vi: "giải khuyến khích", en: "an encouragement prize", ja: "奨励賞[しょうれいしょう]" } },
];

const CONTEST =
  /(?<!\p{L})(?:hội thi|hội chợ|cuộc thi|lễ hội)(?: (?!năm |đạt |được |dc |đc |giành |có )\p{L}+){1,5}(?=,? (?:năm )?(?:(?:19|20)\d\d|đạt|được|dc|đc|giành|có))/iu;

/** A prize with its year. A first prize is left to those who can name the contest: without its name the law takes it for a boast. */
export function namePrize({ text }: Fact): Told[] {
  const folded = foldText(text);
  const prize = PRIZES.find(({ said }) => said.test(folded));
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(folded)?.[0];
  if (prize === undefined) return [];
  const { told } = prize;
  // Vietnamese names the contest as the grower does; the others would have to translate it.
  const contest = CONTEST.exec(text.normalize("NFC"))?.[0];
  const won = contest === undefined ? told.vi : `${told.vi} ${contest.charAt(0).toUpperCase()}${contest.slice(1)}`;
  if (year === undefined) return [(language) => (language === "vi" ? won : told[language])];
  return [(language) => ({ vi: `${won} năm ${year}`, en: `${told.en} in ${year}`, ja: `${year}年[ねん]に${told.ja}` })[language]];
}
