import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** How far a beginning is looked at, in UTF-16 units. */
export const BEGINNING = 3;
/** What a match may begin with: `open` strings go on with whatever follows in the expression, `shut` ones end in anything. */
type Beginning = { open: ReadonlySet<string>; shut: ReadonlySet<string> };

const NOTHING: Beginning = { open: new Set([""]), shut: new Set() };
const ANYTHING: Beginning = { open: new Set(), shut: new Set([""]) };
const DIGITS: Beginning = { open: new Set("0123456789"), shut: new Set() };
/** A class that holds more is as good as any character. */
const RANGE_MAX = 256;
/** More strings than these tell too little to be looked at one by one. */
const STRINGS_MAX = 500;

/** The strings, of three units or fewer, with which every match of the expression begins; undefined where it may be any. */
export function beginningsOf(source: string): ReadonlySet<string> | undefined {
  const { open, shut } = either(new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true }).alternatives);
  const strings = open.union(shut);
  return strings.has("") ? undefined : strings;
}

function either(alternatives: readonly AST.Alternative[]): Beginning {
  return union(alternatives.map(({ elements }) => sequence(elements)));
}

function sequence(elements: readonly AST.Element[]): Beginning {
  // Most begin with plain letters.
  const word = elements.findIndex((element) => element.type !== "Character");
  const letters = elements.slice(0, word === -1 ? BEGINNING : Math.min(word, BEGINNING));
  let before = only(letters.map((letter) => (letter.type === "Character" ? String.fromCodePoint(letter.value) : "")).join(""));
  for (const element of elements.slice(letters.length)) {
    if (before.open.size === 0) break;
    before = followed(before, beginningOf(element));
  }
  return before;
}

function followed({ open, shut }: Beginning, next: Beginning): Beginning {
  if (open.size * (next.open.size + next.shut.size) > STRINGS_MAX) return { open: new Set(), shut: shut.union(open) };
  const joined = (ends: ReadonlySet<string>) => [...open].flatMap((start) => [...ends].map((end) => (start + end).slice(0, BEGINNING)));
  const long = (string: string) => string.length === BEGINNING;
  const going = joined(next.open);
  return {
    open: new Set(going.filter((string) => !long(string))),
    shut: new Set([...shut, ...joined(next.shut), ...going.filter(long)]),
  };
}

function beginningOf(element: AST.Element): Beginning {
  switch (element.type) {
    case "Character":
      return only(String.fromCodePoint(element.value));
    case "CharacterClass":
      return element.negate ? ANYTHING : union(element.elements.map(charactersOf));
    case "Group":
    case "CapturingGroup":
      return either(element.alternatives);
    case "Quantifier": {
      const once = beginningOf(element.element);
      const repeated = element.max > 1 ? { open: new Set<string>(), shut: once.open.union(once.shut) } : once;
      return element.min === 0 ? union([repeated, NOTHING]) : repeated;
    }
    case "CharacterSet":
      return charactersOf(element);
    case "Assertion":
      return NOTHING;
    default:
      return ANYTHING;
  }
}

function charactersOf(member: AST.CharacterClassElement | AST.CharacterSet): Beginning {
  if (member.type === "Character") return only(String.fromCodePoint(member.value));
  if (member.type === "CharacterSet" && member.kind === "digit" && !member.negate) return DIGITS;
  if (member.type !== "CharacterClassRange" || member.max.value - member.min.value >= RANGE_MAX) return ANYTHING;
  const from = member.min.value;
  return union(Array.from({ length: member.max.value - from + 1 }, (_, index) => only(String.fromCodePoint(from + index))));
}

function only(string: string): Beginning {
  const whole = string.length >= BEGINNING;
  return { open: new Set(whole ? [] : [string]), shut: new Set(whole ? [string.slice(0, BEGINNING)] : []) };
}

function union(parts: readonly Beginning[]): Beginning {
  return { open: new Set(parts.flatMap(({ open }) => [...open])), shut: new Set(parts.flatMap(({ shut }) => [...shut])) };
}
