import { foldText, hasMarks } from "./fold.ts";
import { isGivenName } from "./given-names.ts";
import { kinOf, rankOf } from "./people.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const PERSON =
  /(?<!\p{L})(?<person>[Aa]nh|[Cc]hi|[Cc]hu|[Cc]o|[Bb]ac|[Oo]ng|[Bb]a|[Dd]i|[Cc]au|[Tt]him|[Mm]o|[Uu]t|út|[Oo]) (?<name>\p{Lu}[\p{Ll}\p{M}]+)(?<more>(?: \p{Lu}[\p{Ll}\p{M}]+)?)(?!\p{L})/gu;
/** It begins what is said, or tells whose it is. */
const BEFORE = /(?:^|[,.;:!?\n(–-]|(?<!\p{L})(?:là|la|em|nhà|nha|của|cua|vườn|vuon|lò|lo|gặp|gap|gọi|goi|hỏi|hoi|bên|ben))\s*$/iu;
const REACH = 12;
/** What a sentence about the grower goes on with; or nothing. */
const BEHIND =
  /^\s*(?:$|[,.;:!?\d(+–-]|(?:bán|ban|làm|lam|trồng|trong|nuôi|nuoi|nấu|nau|dệt|det|đan|dan|ở|o|nè|ne|đây|day|chuyên|chuyen|nhận|nhan|xin|gửi|gui)(?!\p{L}))/iu;

/** `chu Sau ban ổi`, `em la ut Hien`: typed without marks, a person where a name that many bear has its capital. */
export function bareNames(read: SourceText): (Span & { text: string })[] {
  const { text } = read;
  return [...text.matchAll(PERSON)].flatMap(({ index, groups }): (Span & { text: string })[] => {
    const { person = "", name = "", more = "" } = groups ?? {};
    const at = index + person.length + 1;
    const place = placeFrom(read, at);
    const rank = rankOf(foldText(name));
    if (place <= at || meeting(read.terms, { start: at, end: at + 1 }) !== undefined || !(rank !== undefined || isGivenName(name)))
      return [];
    // `o Xuan ban oi` may be where: only an order of birth, or a capital among marks, is somebody's.
    if (foldText(person) === "o" && rank === undefined && !(person === "O" && hasMarks(text))) return [];
    // `bac Nam gui xe`: north and south.
    if (/^bac nam$/iu.test(`${person} ${name}`) && !/^\s*(?:ban|lam|trong|nuoi)(?!\p{L})/u.test(text.slice(at + name.length))) return [];
    const second = place < at + name.length + more.length ? "" : more;
    const end = at + name.length + second.length;
    const goesOn = BEHIND.test(text.slice(end, end + REACH)) || (place < Infinity && text.slice(end, place).trim() === "");
    if (!goesOn || !BEFORE.test(text.slice(Math.max(0, index - REACH), index))) return [];
    return [{ start: index, end, text: `${titleOf(person)} ${rank ?? name}${second}`.normalize("NFC") }];
  });
}

function placeFrom({ terms, places }: SourceText, at: number): number {
  return Math.min(nextFrom(terms, at)?.start ?? Infinity, nextFrom(places, at)?.start ?? Infinity);
}

/** `Út Hiền` is how she is called, `chú Sáu` how others call him. */
function titleOf(person: string): string {
  const kin = kinOf(foldText(person)) ?? person;
  return kin === "út" ? "Út" : kin;
}
