import { beginsFullName, isGivenName } from "./given-names.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { lastBefore } from "./spans.ts";

/** How far before a number its name may begin. */
const REACH = 48;
const BEFORE = /(?<name>\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]*){0,3})[\s:,–-]{1,3}$/u;
const BEHIND = /^\s*\((?<name>\p{Lu}[\p{Ll}\p{M}]+)\)/u;

/** Whose number it is, without a title: `Giàng A Sùng 0345…`, `zalo Diễm 0932…`, `0904… (Thúy)`. `contacts`: words for a number. */
export function namesBeside({ text, phones }: SourceText, contacts: readonly Span[]): Span[] {
  return phones.flatMap((phone): Span[] => {
    const behind = BEHIND.exec(text.slice(phone.end, phone.end + REACH));
    const name = behind?.groups?.["name"];
    if (behind !== null && name !== undefined && isGivenName(name)) {
      const end = phone.end + behind[0].length - 1;
      return [{ start: end - name.length, end }];
    }
    const before = nameBefore(text, phone.start, contacts);
    return before === undefined ? [] : [before];
  });
}

function nameBefore(text: string, at: number, contacts: readonly Span[]): Span | undefined {
  const from = Math.max(0, at - REACH);
  const match = BEFORE.exec(text.slice(from, at));
  if (match === null) return undefined;
  const whole = from + match.index;
  const end = whole + (match.groups?.["name"] ?? "").length;
  // `Zalo Diễm`: the word for the number may have its capital, too.
  const contact = lastBefore(contacts, end);
  const said = contact !== undefined && /^[\s:]*$/u.test(text.slice(contact.end, Math.max(whole, contact.end)));
  const behind = said && contact.end > whole ? text.slice(contact.end, end).trimStart() : text.slice(whole, end);
  const start = end - behind.length;
  const words = behind.split(" ");
  const [first = ""] = words;
  if (words.length === 1) return said && isGivenName(first) ? { start, end } : undefined;
  const opens = said || !/[\p{L}\p{M}\d]\s*$/u.test(text.slice(0, start));
  return words.length > 2 && opens && beginsFullName(words) ? { start, end } : undefined;
}
