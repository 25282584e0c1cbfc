import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMet } from "./score/bar.ts";
import { scoreChecks } from "./score/checks.ts";
import { scoreMarks } from "./score/marks.ts";
import { scoreNotes } from "./score/notes.ts";
import { scoreShows } from "./score/shows.ts";

const { values } = parseArgs({
  options: { cases: { type: "string", default: "../shared/cases" }, verbose: { type: "boolean", default: false } },
});
if (!existsSync(values.cases)) {
  console.error(`no cases in ${values.cases}`);
  process.exit(1);
}
const tell = (...words: string[]): void => {
  if (values.verbose) console.log(`     ${words.join(" | ")}`);
};

/** A folder may hold some of the parts. */
const holds = (...parts: string[]) => parts.every((part) => existsSync(`${values.cases}/${part}`));
const bars = [
  ...(holds("notes.jsonl") ? scoreNotes(values.cases, tell) : []),
  ...(holds("notes.jsonl", "checks.jsonl") ? scoreMarks(values.cases, tell) : []),
  ...(holds("checks.jsonl") ? scoreChecks(values.cases, tell) : []),
  ...(holds("shows") ? await scoreShows(values.cases, tell) : []),
];
for (const bar of bars) {
  console.log(`${isMet(bar) ? "ok  " : "LOW "} ${bar.name.padEnd(44)} ${bar.value.toFixed(3)}   must ${bar.must}  aim ${bar.aim}`);
}
if (!bars.every(isMet)) process.exitCode = 1;
