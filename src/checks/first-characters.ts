import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** What a match may begin with; undefined where that is anything. `empty` where it may also be nothing, so that what follows begins it. */
type Beginning = { characters: ReadonlySet<string> | undefined; empty: boolean };

const NOTHING: Beginning = { characters: new Set(), empty: true };
const ANYTHING: Beginning = { characters: undefined, empty: false };
const DIGITS: Beginning = { characters: new Set("0123456789"), empty: false };
/** A class that holds more is as good as any character. */
const RANGE_MAX = 256;

/** The characters (code points) with which a match of the expression may begin; undefined where it may be any. */
export function firstCharacters(source: string): ReadonlySet<string> | undefined {
  const { characters, empty } = either(new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true }).alternatives);
  return empty ? undefined : characters;
}

function either(alternatives: readonly AST.Alternative[]): Beginning {
  return union(alternatives.map(({ elements }) => sequence(elements)));
}

function sequence(elements: readonly AST.Element[]): Beginning {
  const parts: Beginning[] = [];
  for (const element of elements) {
    const part = beginningOf(element);
    parts.push(part);
    if (!part.empty) return { ...union(parts), empty: false };
  }
  return { ...union(parts), empty: true };
}

function beginningOf(element: AST.Element): Beginning {
  switch (element.type) {
    case "Character":
      return { characters: new Set([String.fromCodePoint(element.value)]), empty: false };
    case "CharacterClass":
      return element.negate ? ANYTHING : { ...union(element.elements.map(charactersOf)), empty: false };
    case "Group":
    case "CapturingGroup":
      return either(element.alternatives);
    case "Quantifier": {
      const inner = beginningOf(element.element);
      return element.min === 0 ? { ...inner, empty: true } : inner;
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
  if (member.type === "Character") return beginningOf(member);
  if (member.type === "CharacterSet" && member.kind === "digit" && !member.negate) return DIGITS;
  if (member.type !== "CharacterClassRange" || member.max.value - member.min.value >= RANGE_MAX) return ANYTHING;
  const from = member.min.value;
  const characters = Array.from({ length: member.max.value - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  return { characters: new Set(characters), empty: false };
}

function union(parts: readonly Beginning[]): Beginning {
  const empty = parts.some((part) => part.empty);
  if (parts.some(({ characters }) => characters === undefined)) return { characters: undefined, empty };
  return { characters: new Set(parts.flatMap(({ characters }) => [...(characters ?? [])])), empty };
}
