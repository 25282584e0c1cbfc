import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { needsOf } from "#facts/needs.ts";

/** How far a beginning is looked at, in UTF-16 units. */
export const BEGINNING = 9;
/** What a match may begin with: `open` strings go on with whatever follows in the expression, `shut` ones end in anything. */
type Beginning = { open: ReadonlySet<string>; shut: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();
const NOTHING: Beginning = { open: new Set([""]), shut: NONE };
const ANYTHING: Beginning = { open: NONE, shut: new Set([""]) };
const DIGITS: Beginning = { open: new Set("0123456789"), shut: NONE };
/** A class that holds more is as good as any character. */
const RANGE_MAX = 256;
/** More strings than these tell too little to be looked at one by one. */
const STRINGS_MAX = 50;

/** One way in which an expression may begin: what is left of it then, the strings, of `BEGINNING` units or fewer, with which that begins, and what it needs. */
export type Variant = { source: string; strings: ReadonlySet<string>; needs: readonly number[] };

/** The expression as a choice of its variants, in its own order: `(?:a|b)? ?c` is `a ?c| ?c|b ?c…`. */
export function variantsOf(source: string): readonly Variant[] {
  const { alternatives } = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true });
  return alternatives
    .flatMap(({ elements }) => opened(elements))
    .map((elements) => {
      const { open, shut } = sequence(elements);
      return { source: elements.map(({ raw }) => raw).join(""), strings: open.union(shut), needs: needsOf(elements) };
    });
}

/** True where a match may begin with anything. */
export function mayBeginAnyhow({ strings }: Variant): boolean {
  return strings.has("");
}

/** The group that stands first, if one does, taken apart. */
function opened(elements: readonly AST.Element[]): (readonly AST.Element[])[] {
  const at = elements.findIndex(({ type }) => type !== "Assertion");
  const first = elements[at];
  if (first === undefined) return [elements];
  const before = elements.slice(0, at);
  const after = elements.slice(at + 1);
  if (first.type === "Group" && first.modifiers === null)
    return first.alternatives.flatMap((alternative) => opened([...before, ...alternative.elements, ...after]));
  if (first.type === "Quantifier" && first.min === 0 && first.max === 1 && first.greedy)
    return [...opened([...before, first.element, ...after]), ...opened([...before, ...after])];
  return [elements];
}

function either(alternatives: readonly AST.Alternative[]): Beginning {
  return union(alternatives.map(({ elements }) => sequence(elements)));
}

function sequence(elements: readonly AST.Element[]): Beginning {
  let before = NOTHING;
  let letters = "";
  for (const element of elements) {
    if (element.type === "Assertion") continue;
    if (element.type === "Character") {
      letters += String.fromCodePoint(element.value);
      if (letters.length < BEGINNING) continue;
      break;
    }
    before = followed(followed(before, only(letters)), beginningOf(element));
    letters = "";
    if (before.open.size === 0) break;
  }
  return followed(before, only(letters));
}

function followed(before: Beginning, next: Beginning): Beginning {
  if (before === NOTHING) return next;
  if (next === NOTHING) return before;
  const { open, shut } = before;
  if (open.size * (next.open.size + next.shut.size) > STRINGS_MAX) return { open: NONE, shut: shut.union(open) };
  const joined = { open: new Set<string>(), shut: new Set(shut) };
  for (const start of open) {
    for (const end of next.shut) joined.shut.add((start + end).slice(0, BEGINNING));
    for (const end of next.open) {
      const string = start + end;
      if (string.length < BEGINNING) joined.open.add(string);
      else joined.shut.add(string.slice(0, BEGINNING));
    }
  }
  return joined;
}

const known = new WeakMap<AST.Node, Beginning>();
/** Kept for the variants of one expression, which end alike. */
function beginningOf(element: AST.Element): Beginning {
  const before = known.get(element);
  if (before !== undefined) return before;
  const beginning = readBeginning(element);
  known.set(element, beginning);
  return beginning;
}

function readBeginning(element: AST.Element): Beginning {
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
      const repeated = element.max > 1 ? { open: NONE, shut: once.open.union(once.shut) } : once;
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
  if (string === "") return NOTHING;
  return string.length < BEGINNING ? { open: new Set([string]), shut: NONE } : { open: NONE, shut: new Set([string.slice(0, BEGINNING)]) };
}

function union(parts: readonly Beginning[]): Beginning {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const open = new Set<string>();
  const shut = new Set<string>();
  for (const part of parts) {
    for (const string of part.open) open.add(string);
    for (const string of part.shut) shut.add(string);
  }
  return { open, shut };
}
