import { findTerm, nameOf, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";
import { foldText, hasMarks, lightText } from "#facts/fold.ts";
import { overlaps, said, type Span } from "#facts/said.ts";
import { breedsForPlaces } from "./breed-places.ts";
import { checkIngredients } from "./check-ingredients.ts";
import { claimRules, holdsClaim, isAgainstAdvice, isOnlyPlanned, isSaidSo, isTakenBack, mayBeUnderWay } from "./claim-rules.ts";
import { isCookingAdvice } from "./cooking-advice.ts";
import { isCutFromName } from "./cut-names.ts";
import { isDenied } from "./denied.ts";
import { isForBuyers } from "./for-buyers.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { matchRules, type RuleMatch } from "./match-rules.ts";
import { isAmongOwn, isOwnMultiple } from "./own-multiples.ts";
import { isHeardAlike, isSpelledAlike, isSpelledAsGoods } from "./spelled-alike.ts";
import { isOfSamples, sendsSamples } from "./of-samples.ts";
import { isOfAnimals } from "./quarantine-papers.ts";
import { isToldForAWhile } from "./only-before-harvest.ts";
import { isReckoned } from "./reckoned.ts";
import { isOrdered, isTotal } from "./totals.ts";
import { isUnderWay, tellsUnderWay } from "./under-way.ts";
import { isShortened } from "./shortened-towns.ts";
import { isViewersPlace } from "./viewers-place.ts";
import { isWorkedOut } from "./worked-out.ts";

/** Certificates, places, varieties, practices, comparisons and promises with nothing behind them. */
export function checkClaims(told: Told): Found[] {
  return [...strangeTerms(told), ...breedPlaces(told), ...strangePhrases(told), ...checkIngredients(told)];
}

function breedPlaces(told: Told): Found[] {
  return breedsForPlaces(told).map(({ start, end }) => {
    const quote = told.text.slice(start, end);
    return { kind: "claim", start, end, message: told.say("claim.breed", { quote }) };
  });
}

function strangeTerms(told: Told): Found[] {
  return (
    told.terms
      // A generic organic certificate is the organic check's matter.
      .filter(
        (mention) =>
          mention.id !== "cert.organic" &&
          !isPlainWord(mention, told) &&
          !isInSmallLetters(told, mention) &&
          !isHeldTerm(mention, told) &&
          !(findTerm(mention.id)?.kind === "place" && isViewersPlace(told, mention)) &&
          !isDenied(told, mention) &&
          !isUnderWay(told, mention),
      )
      .map(({ id, start, end }) => {
        const kind = findTerm(id)?.kind ?? "practice";
        const quote = told.text.slice(start, end);
        return { kind: "claim", start, end, message: told.say(`claim.${kind}`, { quote, name: nameOf(id, "vi") ?? quote }) };
      })
  );
}

/** A variety called by one everyday word (`cleaned`, 黒) may be just that word in a translation; so is the "sap" of dừa sáp in small letters. */
function isPlainWord({ id, start, end }: TermMention, { language, text }: Told): boolean {
  const term = findTerm(id);
  if (term?.kind !== "variety") return false;
  const quote = text.slice(start, end);
  const isWord = language === "en" && foldText(term.vi.name) === quote && term.vi.name.toLowerCase() !== quote;
  return isWord || end - start === 1 || /^\p{Ll}+$/u.test(term.en.name);
}

/** `ngắm bình minh`: a sunrise; `phơi trên cát Hải Tiến`: sand. A told text writes a place with a capital, from its first word on. */
function isInSmallLetters({ text, language }: Told, { id, start, end }: TermMention): boolean {
  const term = findTerm(id);
  if (language !== "vi" || term?.kind !== "place") return false;
  const [quote, { name }] = [text.slice(start, end), term.vi];
  if (quote === quote.toLowerCase()) return true;
  return quote.toLowerCase().endsWith(name.toLowerCase()) && /^\p{Lu}/u.test(name) && /^\p{Ll}/u.test(quote.slice(-name.length));
}

function isHeldTerm({ id, start, end }: TermMention, { ground, language, text }: Told): boolean {
  const term = findTerm(id);
  const quote = text.slice(start, end);
  if (term?.kind === "certificate") return isHeldCertificate(id, ground);
  if (term?.kind === "place")
    return (
      isHeldPlace(id, ground) ||
      (language === "ja" &&
        (isSpelledAlike(term, ground) || isHeardAlike(quote, ground) || isSpelledAsGoods(term, text.slice(end), ground)))
    );
  if (term?.kind === "variety")
    return (
      ground.terms.has(id) ||
      isWritten(term, ground) ||
      isBredThere(term, ground) ||
      isExplained(term, ground) ||
      (language === "ja" && isSpelledAlike(term, ground))
    );
  return true;
}

/** 日本品種 of `khoai lang tím Nhật`: the goods are called after the country that bred them. */
function isBredThere({ vi }: Term, { facts }: Ground): boolean {
  if (!vi.name.startsWith("giống ")) return false;
  const country = foldText(vi.name.slice("giống".length));
  return facts.some(({ kind, quote }) => ["variety", "product"].includes(kind) && ` ${foldText(quote)}`.endsWith(country));
}

/** Whatever the reader made of it, the name stands in the notes, and is not denied there. */
function isWritten({ vi, en }: Term, { notes, bareNotes }: Ground): boolean {
  // `Chau Thanh, Long An` is written where Châu Thành is.
  // `muc Phu Quy` comes from the island of that name.
  const own = vi.name.replace(/^(?:đảo|cù lao|cồn|vịnh|đầm|hồ|núi) /u, "");
  // `giao Phủ Lý trong 2h` goes to the town.
  const town = /^(?:TP\.|thành phố|thị xã|thị trấn) (?<name>.+)$/u.exec(vi.name)?.groups?.name;
  if (town !== undefined && new RegExp(`${TO_TOWN.source}${lightText(town)}(?!\\p{L})`, "u").test(notes)) return true;
  // `cốm Vòng` is the village's; without its mark the word may be another.
  const village = /^(?:làng|bản|xóm|thôn) (?<name>.+)$/u.exec(vi.name)?.groups?.name;
  if (village !== undefined && hasMarks(village)) {
    const sought = isOnlyBare(village, notes, bareNotes) ? foldText(village) : lightText(village);
    if (new RegExp(`(?<!\\p{L})${sought}(?!\\p{L})`, "u").test(notes)) return true;
  }
  return [vi.name, own, ...(vi.aliases ?? []), ...(vi.weak ?? []), ...en.name.split(",").slice(0, 1)].some((name) => {
    const bare = foldText(name);
    const at = bareNotes.indexOf(bare);
    const end = at + bare.length;
    return at !== -1 && !/\p{L}/u.test((bareNotes[at - 1] ?? "") + (bareNotes[end] ?? "")) && !isTakenBack(bareNotes.slice(end, end + 30));
  });
}

const TO_TOWN = /(?<!\p{L})(?:giao|ship|gửi|gui|ra|vô|vào|về|tới|ở|tại|nội thành|trong) /u;

/** In notes without marks only a long name is surely no other word. */
function isOnlyBare(name: string, notes: string, bareNotes: string): boolean {
  return notes === bareNotes && name.length >= LONG_NAME;
}
const LONG_NAME = 6;

/** `cà phê nương Pá Khoang (chè)`: in brackets the goods need not be named again. */
function isExplained({ vi, of }: Term, { bareNotes }: Ground): boolean {
  const goods = of === undefined ? undefined : findTerm(of);
  if (goods === undefined) return false;
  const bare = foldText(goods.vi.name);
  return (vi.aliases ?? [])
    .map((alias) => foldText(alias))
    .some((alias) => {
      const own = alias.startsWith(`${bare} `) ? alias.slice(bare.length + 1) : undefined;
      return own !== undefined && new RegExp(`(?<!\\p{L})${bare}(?!\\p{L})[^.;\\n(]{0,30}\\(${own}(?!\\p{L})`, "u").test(bareNotes);
    });
}

function isHeldCertificate(id: string, ground: Ground): boolean {
  // `test 500 chất âm tính, phiếu ngày 3/4`: the report goes without its whole name.
  if (id === "cert.test-report" && ground.notes.search(REPORT) !== -1 && holdsClaim(ground, "tested")) return true;
  return ground.facts.some(
    ({ kind, term, quote }) =>
      (kind === "certification" && (term === id || isOfAnimals(id, quote))) ||
      // `giải khuyến khích cuộc thi …`: the contest in the award's own words.
      (kind === "award" && (term === id || termsIn(quote, "vi").some((mention) => mention.id === id))),
  );
}

const REPORT = said(
  "(?:test|kiểm|xét nghiệm|phân tích|âm tính|dư lượng)[^.;\\n]{0,60} (?:phiếu|kết quả|giấy)(?! (?:bảo hành|giảm giá|mua|quà))|(?:phiếu|kết quả|giấy)[^.;\\n]{0,40} (?:test|âm tính|xét nghiệm|dư lượng)",
);

/** A place named in the notes, or the province that one of them lies in, now or before 2025. */
function isHeldPlace(id: string, ground: Ground): boolean {
  const named = findTerm(id);
  if (ground.terms.has(id) || (named !== undefined && (isWritten(named, ground) || isShortened(named, ground)))) return true;
  return [...ground.terms].some((known) => {
    const place = findTerm(known);
    return place?.kind === "place" && (place.province === id || place.formerProvince === id);
  });
}

function strangePhrases(told: Told): Found[] {
  return (
    matchRules(told, claimRules, (id) => !isHeldPhrase(id, told.ground))
      .filter(
        (found) => !((found.id === "discount" || found.id === "free-shipping") && isOfSaving(told, found)) && !isCutFromName(told, found),
      )
      // フックロン, a chain of tea shops, is as well the notes' Phước Long.
      .filter((found) => !(found.id.startsWith("firm-") && told.language === "ja" && isHeardAlike(found.quote, told.ground)))
      .filter((found) => !(found.id === "comparison" && (isOwnMultiple(told, found) || isAmongOwn(told, found))))
      .filter((found) => !(found.id === "comparison" && told.amounts.some((amount) => overlaps(amount, found) && isOrdered(amount, told))))
      .filter((found) => !(DONE_BY_BUYERS.has(found.id) && !MADE_SO.test(found.quote) && isForBuyers(told, found)))
      .filter((found) => !(found.id === "comparison" && isCookingAdvice(told, found)))
      .filter((found) => !(found.id === "free-shipping" && sendsSamples(told.ground) && isOfSamples(told.text, told.language, found)))
      .filter((found) => !(found.id === "no-pesticide" && isToldForAWhile(told, found)))
      .filter((found) => !(mayBeUnderWay(told.ground, found.id) && tellsUnderWay(told, found)))
      .filter((found) => !(isAssertion(found.id) && isDenied(told, found)) && !isInName(told, found) && !isQuoted(found, told))
      .map(({ start, end, quote }) => ({ kind: "claim", start, end, message: told.say("claim.phrase", { quote }) }))
  );
}

/** Cooked over a fire, wrapped, put in the sun: buyers do as much at home. */
const DONE_BY_BUYERS = new Set(["wood-fired", "bagged", "sun-dried"]);
/** Nobody roasts, fires or dries over wood at home. */
const MADE_SO = /^(?:rang|sao|nung|sấy)/iu;

/** 2万ドンお得です, "1.47 million including freight", where so much is what the box saves. */
function isOfSaving(told: Told, { start }: Span): boolean {
  return told.amounts.some(
    (amount) => amount.end <= start && start - amount.end <= 3 && [isWorkedOut, isReckoned, isTotal].some((is) => is(amount, told)),
  );
}

/** The notes' own words, which they neither deny nor only hope for: several, or a foreign one (`fermented`). */
function isQuoted({ id, quote }: RuleMatch, { language, ground }: Told): boolean {
  // `không phun thuốc` is how `không phun thuốc cỏ` begins.
  if (isAgainstAdvice(id) || id === "no-pesticide") return false;
  const bare = foldText(quote);
  const at = ground.bareNotes.indexOf(bare);
  const isForeign =
    language === "en" &&
    bare.length >= FOREIGN_MIN &&
    !/\p{L}/u.test(ground.bareNotes.slice(at - 1, at) + (ground.bareNotes[at + bare.length] ?? ""));
  const end = at + bare.length;
  return (bare.includes(" ") || isForeign) && at !== -1 && isSaidSo(ground, at, end) && !isOnlyPlanned(ground, id, at, end);
}
/** No syllable of Vietnamese is as long. */
const FOREIGN_MIN = 8;

/** "Royal jelly", "sour fermented shrimp": words of a name that the notes name too claim nothing more. */
function isInName({ terms, ground }: Told, found: Span): boolean {
  const around = terms.filter(({ start, end }) => start <= found.start && found.end <= end);
  return around.length > 0 && around.every(({ id }) => ground.terms.has(id));
}

/** "No pesticides" is the claim itself; "no refund" takes one back. */
function isAssertion(id: string): boolean {
  return !id.startsWith("no-") && id !== "gmo" && id !== "direct" && id !== "pure";
}

function isHeldPhrase(id: string, ground: Ground): boolean {
  if (id === "award") return ground.facts.some(({ kind }) => kind === "award");
  if (id === "certified" && ground.facts.some(({ kind }) => kind === "certification" || kind === "award")) return true;
  return holdsClaim(ground, id);
}
