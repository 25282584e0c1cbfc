import { unitTable } from "#lexicon/units.ts";
import { inDigits } from "./dictated-codes.ts";
import { foldText, type Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";
import type { Span } from "./said.ts";

/** A certificate's, a growing area's, a lot's or a paper's number: one name, in which nothing is an amount, a date or a phone. */
export type CodeMention = Span & { quote: string };

/** `VietGAP-TT-13-04-83-0021`, `VN-HDOR-0146`, `1208/QĐ-UBND`, and `L240815`. */
const JOINED = /(?<![\p{Script=Latin}\d])[\p{Script=Latin}\d]{1,12}(?:[-‐–/_][\p{Script=Latin}\d]{1,12})+(?![\p{Script=Latin}\d])/gu;
const WHOLE = /(?<![\p{Script=Latin}\d/-])\p{Script=Latin}{1,6}\d{4,10}(?![\p{Script=Latin}\d]|[-/]\d|[.,]\d)/gu;
/** `GGN 4063061…`, `mã số thuế 0101…`: digits that a name before them makes a number of a paper or a good. */
const NAMED =
  /(?<!\p{L})(?:ggn|gln|gtin|ean|barcode|(?:mã|ma) (?:(?:số|so|vạch|vach|thuế|thue|ggn|lô|lo) ?){1,3})[ :#.-]{0,3}\d{7,14}(?![\p{L}\d]|[.,]\d)/gu;
/** With what each is not written without: most texts lack it. */
const SORTS = [
  { pattern: NAMED, sign: /\d{7}/, isNamed: true },
  { pattern: JOINED, sign: /[\p{Script=Latin}\d][-‐–/_][\p{Script=Latin}\d]/u, isNamed: false },
  { pattern: WHOLE, sign: /\p{Script=Latin}\d{4}/u, isNamed: false },
];
/** What is written before a phone, an account, a date or a price is no part of a code. */
const LEADS =
  /^(?:zalo|sdt|dt|dd|tel|phone|mobile|hotline|lh|alo|goi|call|viber|whatsapp|fb|cskh|stk|hsd|nsx|exp|mfg|ngay|thang|nam|tu|gia|ban|con|size|loai|combo|ship|sl|no)$/;

export const codesIn: (light: Folded) => readonly CodeMention[] = oncePerText(read);

/** True where a text, bare of its marks, has the code to its last digit, whatever parts its groups there, written or dictated. */
export function holdsCode(bareText: string, { quote }: CodeMention): boolean {
  const signs = foldText(quote).match(/[\p{L}\d]/gu) ?? [];
  const code = new RegExp(`(?<!\\d)${signs.join("[-‐–/_. ]?")}(?!\\d)`, "u");
  return code.test(bareText) || code.test(inDigits(bareText));
}

function read(light: Folded): CodeMention[] {
  return SORTS.filter(({ sign }) => sign.test(light.text)).flatMap(({ pattern, isNamed }) =>
    [...light.text.matchAll(pattern)].flatMap((match) => {
      const span = light.span(match.index, match.index + match[0].length);
      return isNamed || isCode(span.quote) ? [span] : [];
    }),
  );
}

function isCode(quote: string): boolean {
  const groups = quote.normalize("NFC").split(/[-‐–/_]/u);
  const numbers = groups.flatMap((group) => group.match(/\d+/g) ?? []);
  const letters = groups.flatMap((group) => group.match(/\p{L}+/gu) ?? []).map((name) => ({ name, plain: foldText(name) }));
  // `10kg-20kg`, `35k/kg`: what follows its number is a unit; `II/2026` is a quarter.
  if (letters.length === 0 || numbers.length === 0 || groups.some((group) => /^\d+\p{L}/u.test(group))) return false;
  if (/^[iv]{1,3}\/20\d\d$/i.test(quote)) return false;
  if (letters.some(({ plain }) => LEADS.test(plain) || (plain.length > 1 && unitTable("vi").folded.has(plain)))) return false;
  const capital = letters.every(({ name }) => /^\p{Lu}/u.test(name) && /\p{Lu}$/u.test(name));
  if (/^\d/.test(quote)) return /^\d+\//.test(quote) && isPaper(groups, letters.length, capital);
  if (groups.length === 1) return capital;
  // `T9-10`, `SIZE 20-25` are counted, "end-of-2025" is a time: typed small, a code has a nought before it, or several numbers.
  const registered = numbers.some((number) => /^0\d{2,}$/.test(number)) || (letters.length > 1 && numbers.length > 1);
  const long = numbers.some((number) => number.length >= 3);
  return long && (capital || registered) && numbers.join("").length >= (capital && letters.length > 1 ? 3 : 4);
}

/** `1208/QĐ-UBND`, `0345/2024/ATTP`: a number, then who gave it. */
function isPaper(groups: readonly string[], names: number, capital: boolean): boolean {
  const year = /^(?:19|20)\d{2}$/.test(groups[1] ?? "");
  return groups.slice(year ? 2 : 1).every((group) => /^\p{L}{2,}$/u.test(group)) && (names > 1 || (year && capital));
}
