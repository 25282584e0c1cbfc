import { said, type Span } from "./said.ts";
import { wordsIn, type SourceText } from "./source-text.ts";
import { meeting } from "./spans.ts";

type Read = Pick<SourceText, "text" | "light" | "closed">;

/** What an order must come to for its delivery to cost nothing: `đơn 700k free`, `miễn phí từ 12 bao`, `mua 4 hũ bao ship`. */
export function freeOrders(read: Read): Span[] {
  return matches(read, FREE_ORDER);
}

/** Who pays the freight, told of all orders or of small ones: `cước xe khách trả`, `đơn dưới 3kg khách chịu phí`. */
export function payersOfFreight(read: Read): Span[] {
  return matches(read, PAYER).filter(({ start }) => !SAMPLE.test(wordsIn(read, start - SAMPLE_REACH, start)));
}

const SAMPLE_REACH = 30;
/** `mẫu gửi free, phí ship khách chịu`: of samples, not of what is bought. */
const SAMPLE = /(?<!\p{L})(?:mẫu|mau)(?: \p{L}+){0,4},? $/u;

function matches({ light, closed }: Read, pattern: RegExp): Span[] {
  return [...light.text.matchAll(pattern)]
    .map(({ index, 0: { length } }) => light.span(index, index + length))
    .filter((span) => meeting(closed, span) === undefined);
}

const FLOOR = String.raw`(?:(?:đơn|mua|lấy|đặt|bill|hóa đơn)(?: hàng)?(?: (?:từ|trên|đủ|hơn))?|từ|trên|đủ) \d[\d.,]*(?: ?\p{L}+){1,2}(?: (?:trở lên|đổ lên|là|thì|được|sẽ|em|bên em|nhà em|mình|có|luôn))*`;
const OTHER = "(?:gói|đóng|thử|nếm|tham|tư vấn|mẫu|vé|quà|thêm|công|phí|\\d)";
const FREE = String.raw`(?:(?:miễn phí|free|freeship|fs)(?: (?:ship|giao|vận chuyển|cước))*|(?:bao|miễn)(?: (?:ship|giao|vận chuyển|cước|phí|tiền))+)(?! ${OTHER})`;
const FREE_ORDER = said(
  String.raw`${FLOOR} ${FREE}|(?<!(?:nếm|thử|quan|ăn|uống|vấn) )(?:miễn phí|free|freeship|fs)(?: (?:ship|giao|giao hàng|vận chuyển|hàng|cho|với|các))*(?: đơn)?(?: hàng)? (?:từ|trên|đủ) \d[\d.,]*(?: ?\p{L}+)?(?: trở lên| đổ lên)?`,
);
const FREIGHT = "(?:phí|cước|tiền|ship|xe|vận chuyển|giao hàng|cước phí)";
const BUYER = "(?:khách(?: hàng)?|người (?:mua|nhận)|bên (?:mua|nhận)|anh chị|bà con|ai mua)";
const PAYER = said(
  String.raw`(?:(?:đơn )?dưới \d[\d.,]* ?\p{L}+ (?:thì )?)?(?:${BUYER} (?:tự |phải )?(?:chịu|trả|lo|thanh toán)(?: ${FREIGHT}){1,3}|${FREIGHT}(?: ${FREIGHT}){0,2} (?:thì |do |là )?${BUYER} (?:tự |phải )?(?:chịu|trả|lo|thanh toán))`,
);
