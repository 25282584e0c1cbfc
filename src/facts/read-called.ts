import { findTerm } from "#lexicon/lexicon.ts";
import { bareNames } from "./bare-names.ts";
import { foldText } from "./fold.ts";
import { isGivenName } from "./given-names.ts";
import { namesBeside } from "./names-beside.ts";
import { once } from "./once.ts";
import { said, type Span } from "./said.ts";
import type { Draft, SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const CALLED =
  /(?<![\p{L}\p{M}])(?:anh|chị|cô|chú|bác|ông|bà|em|Ms\.?|Mr\.?|Mrs\.?|dì|cậu|thím|Dì|Cậu|Thím|Ba|Tư|Năm|Sáu|Bảy|Tám|Út|Anh|Chị|Cô|Chú|Bác|Ông|Bà|Em) (?<name>\p{Lu}[\p{Ll}\p{M}]+)(?: (?:A|Mí|Seo|Thị|Văn)(?= \p{Lu}\p{Ll}))?(?: \p{Lu}[\p{Ll}\p{M}]+)?/gu;
const FORMS = ["em", "e", "anh", "a", "chị", "chi", "c", "cô", "co", "chú", "chu", "bác", "bac", "dì", "ông", "bà"].flatMap((form) => [
  form,
  `${form.charAt(0).toUpperCase()}${form.slice(1)}`,
  form.toUpperCase(),
]);
/** As people write beside a number: short, small, bare. No `(?i:…)`: V8 misreads it once a process holds many expressions. */
const WRITTEN = new RegExp(
  String.raw`(?<!\p{L})(?<person>${FORMS.join("|")}) (?<name>\p{L}[\p{Ll}\p{M}]+(?: (?:A|Mí|Seo|Thị|Văn)(?= \p{Lu}\p{Ll}))?(?: \p{Lu}[\p{Ll}\p{M}]+)?)(?!\p{L})`,
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
/** What the grower is called: `Ba Hùng`, `chị Lan`; beside a number also `zalo e Huong`, `gọi em lan 0912…`. Not `Năm Căn`, which is a place. */
export function readCalled(read: SourceText): Draft[] {
  const called = [...read.text.matchAll(CALLED)].filter(({ groups }) => !isNoName(groups?.["name"] ?? ""));
  const contacts = once(() => contactsIn(read));
  const written = [...read.text.matchAll(WRITTEN)].filter(
    (match) => isNamed(read, match) && (isBeside(contacts(), read, match.index) || isBeforePhone(read, match)),
  );
  const unmarked = bareNames(read).filter(
    ({ start, end }) => ![...called, ...written].some(({ index, 0: { length } }) => index < end && start < index + length),
  );
  const bare = namesBeside(read, contacts()).filter(
    ({ start, end }) =>
      !called.some(({ index }) => index <= start && end <= index + 40) && !unmarked.some((name) => name.start < end && start < name.end),
  );
  return [
    ...called.map((match) => beforePlace(read, draftOf(match))),
    ...written.map((match) => ({ ...draftOf(match), text: nameIn(match) })),
    ...unmarked.map((name): Draft => ({ kind: "grower", ...name })),
    ...bare.map(({ start, end }): Draft => ({ kind: "grower", start, end, text: read.text.slice(start, end).normalize("NFC") })),
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
  return /^\p{Lu}/u.test(name) || (isGivenName(name) && ENDS.test(text.slice(index + words.length)));
}

/** Numbers, and the words for them. */
function contactsIn({ light, phones }: SourceText): Span[] {
  return [...light.text.matchAll(CONTACT)].map((match): Span => light.span(match.index, match.index + match[0].length)).concat(phones);
}

function isBeside(contacts: readonly Span[], { text }: SourceText, at: number): boolean {
  return contacts.some(({ end }) => end <= at && at - end <= NEAR && BETWEEN.test(text.slice(end, at)));
}

/** `c Hạnh 0961…` */
function isBeforePhone({ text, phones }: SourceText, { index, 0: words }: RegExpExecArray): boolean {
  const end = index + words.length;
  return phones.some(({ start }) => start > end && /^[\s:,–-]{1,3}$/u.test(text.slice(end, start)));
}

function isNoName(name: string): boolean {
  // `chú Sáu` is the sixth child; `gọi em sau` asks to wait.
  return NO_NAMES.has(foldText(name)) && name.normalize("NFC") !== "Sáu";
}
