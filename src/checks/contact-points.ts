import { codesIn } from "#facts/codes.ts";
import { lighten, type Folded } from "#facts/fold.ts";
import { matchesAmongDigits, NATIONAL, readPhones } from "#facts/phones.ts";
import { overlaps, type Span } from "#facts/said.ts";

export type PhonePoint = Span & { quote: string; digits: string };

/** With a country or area code, however it is grouped: `+84 (0)912-345-678`, `0084…`, `(024) 3825 1234`, `1900 1234`. */
const GROUPED =
  /(?<![\d.,\p{Script=Latin}])(?:\(?\+\d{1,3}\)?(?:[ .-]?\(0\))?|00\d{1,3}|\(?0\d{1,4}\)?|1[89]00)(?:[ .\-‐–()・\u00a0]{0,3}\d){4,12}(?![\d\p{Script=Latin}]|[.,]\d)/gu;
const DIGITS_MIN = 8;
/** `MB Bank 6808 1122 9935`, `STK: 0071000123456`, 口座番号1234567 */
const ACCOUNT =
  /(?<=(?:bank|ngân hàng|ngan hang|stk|số tài khoản|so tai khoan|tài khoản|vietcombank|vcb|bidv|momo|account|a\/c|chuyển khoản(?: trước| vào| qua| về| cho| tới){0,2}|chuyen khoan(?: truoc| vao| qua| ve| cho| toi){0,2}|(?:transfer|pay)(?: it)? to|口座(?:番号)?|振込先)(?:\s(?:no\.?|number|số|so))?[\s:：.-]{0,3})\d(?:[ .-]?\d){5,18}(?!\d)/gu;

/** Phone and account numbers, written or spoken; `digits` in the national form. */
export function readPhonePoints(text: string, light: Folded = lighten(text)): PhonePoint[] {
  const codes = codesIn(light);
  const grouped: PhonePoint[] = [];
  for (const match of [NATIONAL, GROUPED].flatMap((pattern) => matchesAmongDigits(light, pattern))) {
    const digits = national(match.text);
    const span = light.span(match.index, match.index + match.text.length);
    if (digits.length >= DIGITS_MIN && ![...codes, ...grouped].some((other) => overlaps(other, span))) grouped.push({ ...span, digits });
  }
  const accounts = matchesAmongDigits(light, ACCOUNT)
    .map((match): PhonePoint => ({ ...light.span(match.index, match.index + match.text.length), digits: match.text.replace(/\D/g, "") }))
    .filter((account) => !grouped.some((point) => overlaps(point, account)));
  grouped.push(...accounts);
  const others = readPhones(text).filter((phone) => !grouped.some((point) => overlaps(point, phone)));
  return [...grouped, ...others.map((phone) => ({ ...phone, digits: national(phone.digits) }))];
}

/** `+84 (0)912…`, `0084912…` and `84912…` are 0912…. */
function national(said: string): string {
  const digits = said.replace(/\(0\)/, "").replace(/\D/g, "");
  return digits.replace(/^(?:0084|84)0?(?=\d{8,10}$)/, "0");
}

const NAMED_TLD = "com|vn|net|shop|store|org|info|jp|top|xyz|link|site|online|biz|asia|club|app|dev|page|ly|gg|io";
/** Short endings are words too (`to`, `me`): they count only before a path. */
const PATHED_TLD = "me|to|in|us|co|tv|cc|live|farm|world|id|gl|be";
const LINK = new RegExp(
  [
    String.raw`(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"'）」、。]{1,200}`,
    String.raw`(?<![\p{Script=Latin}\d@.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
    String.raw`(?<![\p{Script=Latin}\d@.\/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:(?:${NAMED_TLD})(?:\/[^\s<>"'）」、。]{0,200})?|(?:${PATHED_TLD})\/[^\s<>"'）」、。]{1,200})(?![\p{Script=Latin}\d])`,
    String.raw`(?<![\p{L}\d.])@[\w.]{3,40}`,
  ].join("|"),
  "giu",
);

/** Most texts have none of what every link is written with. */
const LINKED = /@|:\/\/|[a-z0-9-]\.[a-z]/iu;

/** Links, e-mail addresses and @handles. */
export function readLinks(light: Folded): (Span & { quote: string })[] {
  if (!LINKED.test(light.text)) return [];
  return [...light.text.matchAll(LINK)].map((match) => light.span(match.index, match.index + match[0].replace(/[.,!?]+$/, "").length));
}
