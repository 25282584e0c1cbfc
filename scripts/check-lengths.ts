import { globSync, readFileSync } from "node:fs";
import { reportProblems } from "./report-problems.ts";

const LINES_MAX = 250;
const HEADER_LINES = 12;

/** A longer file says why within its first lines: `// Long because …`. */
const problems = globSync(["{src,scripts,test}/**/*.{ts,css}", "*.ts"]).flatMap((path) => {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const explained = /\bLong because \S/.test(lines.slice(0, HEADER_LINES).join("\n"));
  return lines.length <= LINES_MAX || explained
    ? []
    : [`${path}: ${lines.length} lines, at most ${LINES_MAX}; split it, or say "Long because …" in its header`];
});
reportProblems(problems);
