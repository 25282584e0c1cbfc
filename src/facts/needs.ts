import { RegExpParser, type AST } from "@eslint-community/regexpp";
import type { Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";
import { recent } from "./recent.ts";

/**
 * What a text holds wherever an expression matches in it, as numbers one after another: runs of letters, by number, which all
 * are held, and choices, of which each is held in one way. A choice begins with how many numbers follow in it, below zero, each
 * of its ways with how many follow in that. Side by side in memory they are looked through fastest.
 */
export type Needs = Int16Array;
/** Which runs of letters a text holds, a bit each by number; several share one, so that it may seem to hold more. */
export type HeldRuns = Int32Array;

/** The longest run looked up, in UTF-16 units: longer ones hold those inside them. */
const RUN = 3;
const NUMBERS = 1 << 14;
/** The longest choice that its first number can tell of. */
const CHOICE_MAX = 1 << 15;

/** What a whole expression needs; its letters are taken as they are, whatever its flags. */
export function neededBy({ source }: RegExp): Needs {
  const { alternatives } = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true });
  return Int16Array.from(choiceOf(alternatives.map(({ elements }) => needsOf(elements))));
}

/** Told by the expression's own syntax: what may be left out, or be any of a class, is not needed. */
export function needsOf(elements: readonly AST.Element[]): readonly number[] {
  const runs: number[] = [];
  const choices: number[] = [];
  let letters = "";
  for (const element of elements) {
    if (element.type === "Character") {
      letters += String.fromCodePoint(element.value);
      continue;
    }
    choices.push(...choiceIn(element));
    // What is looked for ahead or behind takes no room: letters around it stand side by side.
    if (element.type === "Assertion") continue;
    runs.push(...runsIn(letters));
    letters = "";
  }
  return [...runs, ...runsIn(letters), ...choices];
}

/** False where the text surely holds no match. */
export function isMet(needs: Needs, held: HeldRuns, from = 0, to = needs.length): boolean {
  for (let at = from; at < to; at += 1) {
    const number = needs[at] ?? 0;
    if (number >= 0) {
      if (!holds(held, number)) return false;
    } else {
      if (!isOneMet(needs, held, at + 1, at + 1 - number)) return false;
      at -= number;
    }
  }
  return true;
}

function isOneMet(needs: Needs, held: HeldRuns, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + (needs[at] ?? 0);
    if (isMet(needs, held, at + 1, end)) return true;
    at = end;
  }
  return false;
}

/** Looked up once for all expressions. */
export const heldBy: (light: Folded) => HeldRuns = oncePerText(({ text }) => runsOf(text));

/** As `heldBy`, of a text that is no folded one. */
export const runsHeld: (text: string) => HeldRuns = recent(runsOf);

function runsOf(text: string): HeldRuns {
  const held = new Int32Array(NUMBERS >> 5);
  let last = 0;
  let lastButOne = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    keep(held, numberOf(0, 0, unit));
    keep(held, numberOf(0, last, unit));
    keep(held, numberOf(lastButOne, last, unit));
    lastButOne = last;
    last = unit;
  }
  return held;
}

function keep(held: HeldRuns, number: number): void {
  const at = number >> 5;
  held[at] = (held[at] ?? 0) | (1 << (number & 31));
}

function holds(held: HeldRuns, number: number): boolean {
  return ((held[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

function runsIn(letters: string): number[] {
  const unit = (at: number) => (at < 0 ? 0 : letters.charCodeAt(at));
  const ends = letters.length < RUN ? [letters.length - 1] : Array.from({ length: letters.length - RUN + 1 }, (_, at) => at + RUN - 1);
  return letters === "" ? [] : ends.map((end) => numberOf(unit(end - 2), unit(end - 1), unit(end)));
}

function numberOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(first, 31) + second, 0x9e3779b1) + Math.imul(third, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (NUMBERS - 1);
}

function choiceOf(ways: readonly (readonly number[])[]): readonly number[] {
  const [only] = ways;
  if (only !== undefined && ways.length === 1) return only;
  if (ways.some((way) => way.length === 0)) return [];
  const choice = ways.flatMap((way) => [way.length, ...way]);
  return choice.length === 0 || choice.length > CHOICE_MAX ? [] : [-choice.length, ...choice];
}

const known = new WeakMap<AST.Node, readonly number[]>();
/** Kept for the variants of one expression, which end alike. */
function choiceIn(element: AST.Element): readonly number[] {
  const before = known.get(element);
  if (before !== undefined) return before;
  const choice = choiceOf(waysOf(element));
  known.set(element, choice);
  return choice;
}

function waysOf(element: AST.Element): readonly (readonly number[])[] {
  switch (element.type) {
    case "Group":
      return element.modifiers === null ? element.alternatives.map(({ elements }) => needsOf(elements)) : [];
    case "CapturingGroup":
      return element.alternatives.map(({ elements }) => needsOf(elements));
    case "Assertion":
      return "alternatives" in element && !element.negate ? element.alternatives.map(({ elements }) => needsOf(elements)) : [];
    case "Quantifier":
      return element.min > 0 ? [needsOf([element.element])] : [];
    default:
      return [];
  }
}
