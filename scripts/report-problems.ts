/** The end of every check: says each problem on a line and fails where there is one. */
export function reportProblems(problems: string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
