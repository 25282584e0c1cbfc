import { lighten } from "./fold.ts";
import { said, type Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { sentenceAt } from "./clauses.ts";
import { lastBefore, nextFrom } from "./spans.ts";

/** How a number is reached: called, written to in an app, or both. */
export type Channel = { app?: string; called: boolean };

const APPS: Readonly<Record<string, string>> = { zalo: "Zalo", zl: "Zalo", whatsapp: "WhatsApp", viber: "Viber", sms: "SMS" };
const APP = "(?:zalo|zl|whatsapp|viber)";
const PHONE = "(?:sđt|đt|đ/t|số điện thoại|điện thoại|di động|phone|tel|hotline|alo|call|gọi(?: điện)?|máy)";
const OR = "(?: ?[/,&+-] ?| (?:và|hoặc|hay|kiêm|kèm|cả|với) )";
const WRITES = "(?:(?:nhắn|gửi|ib|inbox|kết bạn|add|liên hệ|lh|qua|tin|gọi) )*";
const TITLE = "(?:anh|chị|cô|chú|bác|em|dì|cậu|nhà|mình)";
const TO_NUMBER = `(?: (?:này|số|qua số|theo số|của|là|cho|gặp)){0,3}(?: ${TITLE}(?: \\p{L}+){0,3})? ?[:.]?`;
/** `đt/zalo`, `gọi hoặc nhắn zalo`, `zalo/gọi`, `sđt zalo`: both. */
const BOTH_BEFORE = said(`(?:${PHONE}${OR}${WRITES}${APP}|${APP}${OR}${PHONE}|(?:sđt|đt|số điện thoại)(?: có)? ${APP})${TO_NUMBER}`);
const APP_BEFORE = said(`${APP}${TO_NUMBER}`);
const PHONE_BEFORE = said(`${PHONE}(?: số| cho| ${TITLE}){0,2} ?[:.]?`);
const APP_AFTER = said(`${APP}(?! ?(?:số )?:? ?[\\d+])`);
const ALSO =
  /^\s*(?:[,(/-]\s*)?(?:có|co|cũng|cung|cả|ca|kiêm|kiem|kèm|kem|hoặc|hoac|hay|và|va|\/)(?:\s(?:là|la|có|co|dùng|dung|số|so))*\s*$/iu;
const JUST = /^\s*[,(/-]?\s*(?:(?:là|la|số|so|nhắn|nhan|qua|dùng|dung|kết bạn|ket ban)\s)*$/iu;
const NO_CALL = said(
  "(?:đừng|không|ko|k|hông|hổng|khỏi|chớ|hạn chế|miễn)(?: có| nhận)? (?:gọi|nghe máy|alo|điện)(?! (?:sau|trước|lúc|vào|giờ|buổi|đêm|khuya|trưa|được|nhiều|thì))|chỉ nhắn tin|nhắn tin (?:thôi|nha đừng gọi)",
);
const NEAR = 40;
const AHEAD = 8;

/** How the grower wants each of the numbers to be reached, in reading order; a number without such words is called. */
export function channelsOf(read: SourceText, phones: readonly Span[]): Channel[] {
  const told: Channel[] = [];
  for (const phone of phones) told.push(channelOf(read, phone, told.at(-1)));
  return told;
}

/** `earlier`: how the number before it is reached. */
function channelOf({ text, phones, sentences }: SourceText, phone: Span, earlier: Channel | undefined): Channel {
  const { start, end } = sentenceAt({ text, sentences }, phone.start);
  const [before, after] = [lastBefore(phones, phone.start), nextFrom(phones, phone.end)];
  const from = Math.max(start, before?.end ?? 0, phone.start - NEAR);
  const to = Math.min(end, after?.start ?? text.length, phone.end + NEAR);
  // Many notes are long, and a number's words stand beside it; what they are of, the next number may tell.
  const first = Math.max(0, text.lastIndexOf(" ", from));
  const light = lighten(text.slice(first, to + AHEAD));
  const spans = (pattern: RegExp) =>
    [...light.text.matchAll(pattern)].map(({ index, 0: { length } }) => {
      const span = light.span(index, index + length);
      return { start: span.start + first, end: span.end + first };
    });
  const ends = (pattern: RegExp) =>
    spans(pattern).findLast((span) => span.start >= from && span.end <= phone.start && /^\s*$/u.test(text.slice(span.end, phone.start)));
  const appOf = (span: Span) => APPS[/zalo|zl|whatsapp|viber/iu.exec(text.slice(span.start, span.end))?.[0].toLowerCase() ?? ""];
  const isNotCalled = spans(NO_CALL).some((span) => span.start >= from && span.end <= to);
  const told = (app: string | undefined, called: boolean): Channel =>
    app === undefined ? { called } : { app, called: called && !isNotCalled };
  const both = ends(BOTH_BEFORE);
  // `0912… zalo, gọi 0987…`: the app is the number's before.
  if (both !== undefined && before !== undefined && text.slice(before.end, both.start).trim() === "") return { called: true };
  if (both !== undefined) return told(appOf(both), true);
  const lead = ends(APP_BEFORE);
  if (lead !== undefined) return told(appOf(lead), false);
  const tail = spans(APP_AFTER).find((span) => span.start >= phone.end && span.end <= to);
  const between = tail === undefined ? "" : text.slice(phone.end, tail.start);
  if (tail !== undefined && ALSO.test(between)) return told(appOf(tail), true);
  if (tail !== undefined && JUST.test(between)) return told(appOf(tail), ends(PHONE_BEFORE) !== undefined);
  if (isNotCalled) return { app: "SMS", called: false };
  // `zalo 0912…, 0987…`: the next of a list.
  const isListed = before !== undefined && /^\s*(?:[,/&-]|và|va|hoặc|hoac|hay)?\s*$/iu.test(text.slice(before.end, phone.start));
  return (isListed ? earlier : undefined) ?? { called: true };
}

/** A number as its fact tells it: `Zalo 0912…` is written to, `0912… (Zalo)` called, too. */
export function withChannel(quote: string, { app, called }: Channel): string | undefined {
  if (app === undefined) return undefined;
  return called ? `${quote} (${app})` : `${app} ${quote}`;
}

/** The channel that such a text tells. */
export function channelTold(text: string): Channel {
  const [, only] = /^(zalo|zl|whatsapp|viber|sms)(?!\p{L})/iu.exec(text) ?? [];
  const [, too] = /\((zalo|whatsapp|viber)\)$/iu.exec(text) ?? [];
  const app = APPS[(only ?? too ?? "").toLowerCase()];
  return { called: only === undefined, ...(app === undefined ? {} : { app }) };
}

/** Where the words that lead to a number begin: `… mỗi sáng gọi anh Tư 0912…`. */
export function whoToCall({ text, phones }: SourceText, from: number): number | undefined {
  const phone = nextFrom(phones, from);
  return phone === undefined
    ? undefined
    : phone.start - (CALLED.exec(text.slice(Math.max(from, phone.start - CALLED_CHARS), phone.start))?.[0].length ?? 0);
}
const CALLED =
  /(?<!\p{L}|\d )(?:ai (?:mua|lấy|cần|lay|can) )?(?:thì |thi )?(?:gọi|goi|alo|kêu|keu|số|so|zalo|đt|dt|sđt|sdt|lh|liên hệ|lien he)(?: \p{L}+){0,3}[ :.]*$/iu;
const CALLED_CHARS = 40;
