import { findTerm } from "#lexicon/lexicon.ts";
import { foldText } from "./fold.ts";
import type { Span } from "./said.ts";
import { withoutPlaces, type SourceText } from "./source-text.ts";
import { indexFrom } from "./spans.ts";

const BEFORE = 60;
const BEHIND = 60;

/** `ai ở Hồng Ngự, Cao Lãnh thì em chạy ghe giao tận bến`: where the buyers are, to whom it is brought. */
export function isBuyersPlace(read: SourceText, { start, end }: Span): boolean {
  const before = foldText(withoutPlaces(read, { start: Math.max(0, start - BEFORE), end: start }));
  if (!BUYERS_AT.test(before)) return false;
  let last = end;
  for (const term of read.terms.slice(indexFrom(read.terms, end))) {
    if (findTerm(term.id)?.kind !== "place" || !LISTED.test(read.text.slice(last, term.start))) break;
    last = term.end;
  }
  return BROUGHT.test(foldText(read.text.slice(last, last + BEHIND)));
}

const BUYERS_AT =
  /(?<!\p{L})(?:ai|khach(?: hang)?|ba con|anh chi(?: em)?|nguoi mua|nha nao|quan nao|co bac|moi nguoi)(?: nao)? (?:o|tai|gan|quanh)(?: (?:huyen|tinh|khu|tp|quanh|gan|khu vuc))*(?:\s|,|va |voi |hay )*$/u;
const LISTED = /^(?:\s|,|&|\/|và |va |với |voi |hay |hoặc |hoac )*$/iu;
const BROUGHT =
  /^[\s,]*(?:(?:thi|la|em|tui|toi|minh|nha|ben|con|chau|chi|anh|cho nguoi|se|co|deu|cung|duoc) )*(?:(?:chay|cho|mang|dem|giao|ship|gui|bo|dua|nhan)(?!\p{L})|tu cho|(?:di|theo|len|qua) (?:xe|tau|nha xe|may bay|ghe|do)(?!\p{L})|(?:sang|trua|chieu|toi|mai|dem) (?:co|toi|nhan)(?!\p{L}))/u;
