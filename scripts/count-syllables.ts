import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { foldText, lighten } from "../src/facts/fold.ts";
import { readPieces } from "../src/facts/pieces.ts";
import { numberOf } from "../src/facts/syllable-model.ts";

/** `node scripts/count-syllables.ts` counts anew which syllable follows which, for `src/facts/syllable-counts.json`. */
const TARGET = "src/facts/syllable-counts.json";
/** Whole sentences tell more than names and patterns do. */
const SENTENCES = [
  { path: "scripts/marks/sentences.txt", times: 2 },
  { path: "scripts/marks/homographs.txt", times: 1 },
];
const FOLDERS = [
  "locales/vi",
  "src/lexicon",
  "src/lexicon/products",
  "src/checks/rules",
  "src/shows",
  "test/shows/said",
  "test/checks/forms",
  "test/facts/forms",
  "prompts/write-pitch",
];
/** Fields that hold no Vietnamese text. */
const OTHER = new Set(["source", "en", "ja"]);
const MARKED = /[à-ỹăâđêôơư]/iu;
const FACT = /\[\??[a-z-]+(?: [^|\]]+)?\|([^\]]*)\]/gu;

const follows = new Map<string, Map<string, number>>();
const lines = new Set(FOLDERS.flatMap((folder) => textsIn(folder)).flatMap((text) => text.normalize("NFC").split("\n")));
for (const line of lines) if (MARKED.test(line)) learn(line.trim(), 1);
for (const { path, times } of SENTENCES) for (const line of readFileSync(path, "utf8").normalize("NFC").split("\n")) learn(line, times);

const readings = Map.groupBy(new Set([...follows.values()].flatMap((counts) => [...counts.keys()])), foldText);
const sorted = [...follows].toSorted(([left], [right]) => order(left, right));
const { source } = JSON.parse(readFileSync(TARGET, "utf8"));
writeFileSync(
  TARGET,
  `${JSON.stringify({ source, follows: Object.fromEntries(sorted.map(([before, counts]) => [before, written(before, counts)])) }, undefined, 2)}\n`,
);

function textsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const text = /\.(?:json|txt)$/.test(name) ? readFileSync(`${folder}/${name}`, "utf8") : "";
    if (name.endsWith(".json")) return stringsIn(JSON.parse(text));
    return text
      .split("\n")
      .filter((line) => !line.startsWith("#"))
      .map((line) => line.replace(/^= /, "").replace(FACT, "$1"));
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (OTHER.has(key) ? [] : stringsIn(part)));
}

function learn(line: string, times: number): void {
  const syllables = readPieces(lighten(line)).map(({ plain, text }) => (plain === "0" ? "#" : text));
  for (const [at, syllable] of syllables.entries()) {
    if (at === 0) continue;
    const before = numberOf(syllables[at - 1] ?? "");
    const counts = follows.get(before) ?? new Map<string, number>();
    follows.set(before, counts.set(syllable, (counts.get(syllable) ?? 0) + times));
  }
}

/** The most frequent first, each with its number unless that is one. Where neither syllable has another reading there is nothing to tell apart. */
function written(before: string, counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts]
    .filter(([syllable]) => isAmbiguous(before) || isAmbiguous(syllable))
    .toSorted(([left, many], [right, more]) => more - many || order(left, right));
  return sorted.map(([syllable, times]) => (times === 1 ? syllable : `${syllable}${times}`)).join(" ");
}

function isAmbiguous(syllable: string): boolean {
  return (readings.get(foldText(syllable))?.length ?? 0) > 1;
}

function order(left: string, right: string): number {
  return left < right ? -1 : 1;
}
