import { foldText } from "./fold.ts";
import { channelsOf, withChannel } from "./phone-channels.ts";
import type { Draft, SourceText } from "./source-text.ts";

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu;
const PAGE =
  /(?:https?:\/\/|www\.)[^\s,;()<>"']+|(?<![\w@.])(?:facebook|fb|zalo|tiktok|youtube|instagram|shopee|lazada)\.(?:com|me|vn)\/[^\s,;()<>"']+|(?<![\w@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|vn|net|org|info)(?:\.vn)?(?![\w.@])/giu;
const HANDLE = /(?<=(?:tiktok|instagram|ig|youtube|zalo|fb|facebook|telegram)\s?:?\s?)@[\w.]{2,}/giu;
/** Numbers that nobody answers. */
const NOT_A_PHONE =
  /(?<!\p{L})(?:ma so(?: thue| vung trong| co so| doanh nghiep| ho kinh doanh)?|mst|msvt|stk|so tk|tai khoan|so the|gpkd|dkkd|giay phep(?: so)?|chung nhan(?: so)?|cmnd|cccd|lo(?: so)?|ma van don|ma don|so lo|vung trong)\s*(?:so)?\s*:?\s*$/u;

/** Telephone numbers, addresses and pages; never a tax number or an account. */
export function readContacts(read: SourceText): Draft[] {
  const phones = read.phones.filter(({ start }) => !NOT_A_PHONE.test(foldText(read.text.slice(Math.max(0, start - 30), start))));
  const mails = [...(read.text.includes("@") ? read.text.matchAll(EMAIL) : [])].map(spanOf);
  const pages = [...read.text.matchAll(PAGE), ...read.text.matchAll(HANDLE)]
    .map(spanOf)
    .filter(({ start }) => !mails.some((mail) => mail.start <= start && start < mail.end));
  const channels = channelsOf(read, phones);
  const reached = phones.map(({ start, end }, at): Draft => {
    const text = withChannel(read.text.slice(start, end), channels[at] ?? { called: true });
    return { kind: "contact", start, end, ...(text === undefined ? {} : { text }) };
  });
  return [...reached, ...[...mails, ...pages].map(({ start, end }): Draft => ({ kind: "contact", start, end }))];
}

function spanOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].replace(/[.,!?]+$/u, "").length };
}
