import { z } from "zod";
import { findTerm } from "#lexicon/lexicon.ts";
import data from "./given-names.json" with { type: "json" };
import { foldText, lightText } from "./fold.ts";
import { once } from "./once.ts";
import { said, type Span } from "./said.ts";
import type { Draft, SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const CALLED =
  /(?<![\p{L}])(?:anh|chị|cô|chú|bác|ông|bà|em|Ms\.?|Mr\.?|Mrs\.?|dì|cậu|thím|Dì|Cậu|Thím|Ba|Tư|Năm|Sáu|Bảy|Tám|Út|Anh|Chị|Cô|Chú|Bác|Ông|Bà|Em) (?<name>\p{Lu}\p{Ll}+)(?: (?:A|Mí|Seo|Thị|Văn)(?= \p{Lu}\p{Ll}))?(?: \p{Lu}\p{Ll}+)?/gu;
const FORMS = ["em", "e", "anh", "a", "chị", "chi", "c", "cô", "co", "chú", "chu", "bác", "bac", "dì", "ông", "bà"].flatMap((form) => [
  form,
  `${form.charAt(0).toUpperCase()}${form.slice(1)}`,
  form.toUpperCase(),
]);
/** As people write beside a number: short, small, bare. No `(?i:…)`: V8 misreads it once a process holds many expressions. */
const WRITTEN = new RegExp(
  String.raw`(?<!\p{L})(?<person>${FORMS.join("|")}) (?<name>\p{L}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]+)?)(?!\p{L})`,
  "gu",
);
const PEOPLE: Readonly<Record<string, string>> = { e: "em", a: "anh", c: "chị", chi: "chị", co: "cô", chu: "chú", bac: "bác" };
const CONTACT = said(
  "(?:zalo|zl|sđt|đt|điện thoại|phone|hotline|gọi|alo|call|lh|liên hệ|ib|inbox|nhắn(?: tin)?|gặp|kết bạn)(?: ?[/&] ?(?:zalo|zl|sđt|đt|fb|viber))*",
);
/** Between the number, or the word for it, and whose it is. */
const BETWEEN = /^[\s:(–-]*(?:(?:số|so|cho|của|cua|với|voi|qua|gặp|gap|là|la)\s+){0,2}$/iu;
const NEAR = 40;
/** What a small name has behind it: the number, or nothing more. */
const ENDS = /^\s*(?:(?:nhé|nha|nhe|nghen|ạ|a|ơi)(?!\p{L}))?\s*(?:$|[\d+(),.;:!?/–\n-])/iu;
/** After `em` these begin what is asked for, and name nobody. */
const NO_NAMES = new Set(
  "nha nhe nghen a oi ngay lien luon so theo qua de dat mua co la nay hoac tai o truc truoc sau giup hoi ban giao gui lam trong nuoi con dang moi toi mai".split(
    " ",
  ),
);
const families = z.array(z.string()).parse(data.families);
const givenNames = new Set(
  z
    .array(z.string())
    .parse(data.names)
    .flatMap((name) => [lightText(name), foldText(name)]),
);

/** A family's name and what follows it, with its capitals: `Giàng A Sùng`. */
const WHOLE = new RegExp(String.raw`(?<!\p{L})(?:${families.join("|")})(?: \p{Lu}[\p{Ll}\p{M}]*){1,3}(?!\p{L})`, "gu");
/** Between a name and its number: `Nguyễn Thị Hoa: 0912…`. */
const BEFORE_NUMBER = /^\s*[:(–-]?\s*$/u;
/** `zalo Diễm 0912…`, `0912… (Thúy)`: a given name alone, beside the number. */
const GIVEN = /(?<=(?:zalo|zl|lh|liên hệ|gặp)\s|\d\s?\()\p{Lu}[\p{Ll}\p{M}]+(?=\)|\s*[:–-]?\s*\d)/giu;

/** What the grower is called: `Ba Hùng`, `chị Lan`; beside a number also `zalo e Huong`, `gọi em lan 0912…`. Not `Năm Căn`, which is a place. */
export function readCalled(read: SourceText): Draft[] {
  const called = [...read.text.matchAll(CALLED)].filter(({ groups }) => !isNoName(groups?.["name"] ?? ""));
  const contacts = once(() => contactsIn(read));
  const written = [...read.text.matchAll(WRITTEN)].filter(
    (match) => isNamed(read, match) && (isBeside(contacts(), read, match.index) || isBeforeNumber(read, match)),
  );
  const whole = [...read.text.matchAll(WHOLE)].filter((match) => isBeforeNumber(read, match));
  const given = [...read.text.matchAll(GIVEN)].filter(({ 0: name }) => /^\p{Lu}/u.test(name) && givenNames.has(spelt(name)));
  const bare = [...whole, ...given].map(draftOf).filter((draft) => meeting(called.map(draftOf), draft) === undefined);
  return [
    ...bare,
    ...called.map((match) => beforePlace(read, draftOf(match))),
    ...written.map((match) => ({ ...draftOf(match), text: nameIn(match) })),
  ].filter(({ start }) => meeting(read.terms, { start, end: start + 1 }) === undefined);
}

function draftOf({ index, 0: words }: RegExpExecArray): Draft {
  return { kind: "grower", start: index, end: index + words.length };
}

/** `chị Hoa Sơn La` is Hoa, from there. */
function beforePlace({ places, terms }: SourceText, { start, end, ...draft }: Draft): Draft {
  const listed = nextFrom(terms, start + 1);
  const next = [nextFrom(places, start + 1), findTerm(listed?.id ?? "")?.kind === "place" ? listed : undefined];
  return { ...draft, start, end: Math.min(end, ...next.map((name) => name?.start ?? end)) };
}

/** The person in full, the name as it was typed: Hương or Hường, only she knows. */
function nameIn({ groups }: RegExpExecArray): string {
  const { person = "", name = "" } = groups ?? {};
  const small = person.toLowerCase();
  return `${PEOPLE[small] ?? small} ${name.charAt(0).toUpperCase()}${name.slice(1)}`.normalize("NFC");
}

/** A small letter is a name's where everybody bears it and nothing follows that would make it another word. */
function isNamed({ text }: SourceText, { index, 0: words, groups }: RegExpExecArray): boolean {
  const name = groups?.["name"] ?? "";
  if (isNoName(name)) return false;
  return /^\p{Lu}/u.test(name) || (givenNames.has(lightText(name)) && ENDS.test(text.slice(index + words.length)));
}

/** Numbers, and the words for them. */
function contactsIn({ light, phones }: SourceText): Span[] {
  return [...light.text.matchAll(CONTACT)].map((match): Span => light.span(match.index, match.index + match[0].length)).concat(phones);
}

function isBeside(contacts: readonly Span[], { text }: SourceText, at: number): boolean {
  return contacts.some(({ end }) => end <= at && at - end <= NEAR && BETWEEN.test(text.slice(end, at)));
}

function isBeforeNumber({ text, phones }: SourceText, { index, 0: words }: RegExpExecArray): boolean {
  const end = index + words.length;
  const phone = nextFrom(phones, end);
  return phone !== undefined && BEFORE_NUMBER.test(text.slice(end, phone.start));
}

/** `Thuý` is `Thúy`. */
function spelt(name: string): string {
  return lightText(name.normalize("NFC").replace("uý", "úy"));
}

function isNoName(name: string): boolean {
  // `chú Sáu` is the sixth child; `gọi em sau` asks to wait.
  return NO_NAMES.has(foldText(name)) && name.normalize("NFC") !== "Sáu";
}
