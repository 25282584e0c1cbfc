import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import data from "./markets-abroad.json" with { type: "json" };
import { lighten } from "./fold.ts";
import { eitherBare, type Span } from "./said.ts";

const named = z.array(z.strictObject({ said: z.array(z.string()).min(1), vi: z.string(), en: z.string(), ja: z.string() }));
const { countries } = z.strictObject({ source: z.string(), countries: named }).parse(data);

/** Countries that goods have gone to; `to` in the order of the notes. */
export type Exported = Span & { to: readonly Record<Language, string>[] };

const names = countries.map(({ said }) => eitherBare(said.join("|")));
const AGAIN = String.raw`(?:(?:${eitherBare("đã|từng|đang")}) )?${eitherBare("xuất")}(?: (?:${eitherBare("khẩu|hàng|bán|được|đi|sang|qua|vào")}))* `;
const COUNTRY = String.raw`(?:${AGAIN})?(?:${eitherBare("thị trường|nước")} )?(?:${names.join("|")})(?!\p{L})`;
const LIST = String.raw`${COUNTRY}(?:(?: ?, ?| ?& ?| (?:${eitherBare("và|với|cùng")}) |, (?:${eitherBare("và")}) )${COUNTRY})*`;
const TO = String.raw`${eitherBare("xuất")}(?: (?:${eitherBare("khẩu|hàng|bán|được|đi|sang|qua|vào")}))* `;
/**
 * `đã xuất Nhật`, `hàng đang xuất khẩu đi Mỹ, Úc`; `Xuất Hà Lan và Dubai.` where it is all the sentence says: elsewhere a bare
 * `xuất Nhật` may be what a code or a packing is for.
 */
const EXPORTED = new RegExp(
  String.raw`(?<!\p{L})(?:${eitherBare("đã|từng|đang|vẫn")})(?: (?:${eitherBare("từng|được|có")}))? ${TO}(?<to>${LIST})|(?<=^ ?|[.;!\n] ?)${TO}(?<all>${LIST})(?= ?(?:[.;!\n]|$))`,
  "gu",
);

/** `đã xuất Nhật, đã xuất khẩu sang Hàn Quốc`; what is planned or asked about is no more than that. */
export function exportedTo(raw: string): Exported[] {
  const { text, span } = lighten(raw);
  return [...text.matchAll(EXPORTED)].flatMap((match): Exported[] => {
    if (DENIED.test(text.slice(Math.max(0, match.index - 16), match.index)) || ASKED.test(text.slice(match.index + match[0].length)))
      return [];
    const list = match.groups?.["to"] ?? match.groups?.["all"] ?? "";
    const found = names.flatMap((name, at) => {
      const place = list.search(new RegExp(String.raw`(?<!\p{L})(?:${name})(?!\p{L})`, "u"));
      const country = countries[at];
      return place === -1 || country === undefined ? [] : [{ place, country }];
    });
    const to = found.toSorted((left, right) => left.place - right.place).map(({ country: { vi, en, ja } }) => ({ vi, en, ja }));
    return [{ ...span(match.index, match.index + match[0].length), to }];
  });
}
const DENIED = new RegExp(`(?:${eitherBare("không|chưa|ko|k|chẳng|hông")})(?: (?:${eitherBare("phải|hề|dám nói|dám")}))? $`, "u");
const ASKED = new RegExp(String.raw`^ ?\?|^ (?:${eitherBare("chưa|đâu|thử|mẫu|hụt")})(?!\p{L})`, "u");
