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

const bars = [
  ...scoreNotes(values.cases, tell),
  ...scoreMarks(values.cases, tell),
  ...scoreChecks(values.cases, tell),
  ...(await scoreShows(values.cases, tell)),
];
for (const bar of bars) {
  console.log(`${isMet(bar) ? "ok  " : "LOW "} ${bar.name.padEnd(44)} ${bar.value.toFixed(3)}   must ${bar.must}  aim ${bar.aim}`);
}
if (!bars.every(isMet)) process.exitCode = 1;
