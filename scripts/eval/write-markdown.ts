import type { Column, Row } from "./compare.ts";

/** The comparison as a table, a writer a column, with why the rules had to tell instead. */
export function writeMarkdown(rows: readonly Row[], columns: readonly Column[], { cases, day }: { cases: string; day: string }): string {
  const count = rows[0]?.measured.length ?? 0;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const table = [
    line(["", ...rows.map(({ writer }) => writer)]),
    line(["---", ...rows.map(() => "---:")]),
    ...columns.map(({ name, value, write }) =>
      line([name, ...rows.map((row) => ((told) => (told === undefined ? "–" : write(told)))(value(row)))]),
    ),
  ];
  const reasons = rows.flatMap(({ writer, measured }) => {
    const counted = Object.entries(
      Object.groupBy(
        measured.flatMap(({ instead }) => instead),
        (reason) => reason,
      ),
    );
    return counted.map(([reason, each = []]) => `- ${writer}: ${each.length} times ${reason}`);
  });
  return [
    "# Who tells it how",
    "",
    `${count} stories from \`${cases}\` in three languages, told on ${day}. \`rules\` is the writer without a model.`,
    "",
    ...table,
    "",
    "![The same as a chart](comparison.svg)",
    "",
    ...(reasons.length === 0 ? [] : ["Told by the rules instead:", "", ...reasons, ""]),
  ].join("\n");
}
