import type { Column, Row } from "./compare.ts";

const WIDTH = 860;
const NAMES_WIDTH = 300;
const BARS_WIDTH = 420;
const BAR_HEIGHT = 16;
const GAP = 14;
const TOP = 56;
/** Told apart by people who see colours differently too (Okabe and Ito, 2008). */
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9"];

/** The comparison as bars, each group on a scale of its own: the longest bar is the largest value. */
export function drawChart(rows: readonly Row[], columns: readonly Column[]): string {
  const groupHeight = rows.length * BAR_HEIGHT + GAP;
  const height = TOP + columns.length * groupHeight + GAP;
  const groups = columns.map((column, index) => drawGroup(rows, column, TOP + index * groupHeight));
  const legend = rows.map(({ writer }, index) => {
    const x = 16 + index * Math.floor((WIDTH - 32) / rows.length);
    return `<rect x="${x}" y="20" width="12" height="12" fill="${colourOf(index)}"/><text x="${x + 18}" y="30">${escape(writer)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Writers compared" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>Writers compared</title><rect width="100%" height="100%" fill="#ffffff"/>`,
    ...legend,
    ...groups,
    "</svg>",
    "",
  ].join("\n");
}

function drawGroup(rows: readonly Row[], { name, best, most, value, write }: Column, top: number): string {
  const values = rows.map((row) => value(row));
  const largest = most ?? Math.max(0, ...values.map((one) => one ?? 0));
  const bars = values.map((one, index) => {
    const y = top + index * BAR_HEIGHT;
    const length = one === undefined || largest === 0 ? 0 : Math.round((one / largest) * BARS_WIDTH);
    const label = one === undefined ? "–" : write(one);
    return (
      `<rect x="${NAMES_WIDTH}" y="${y + 2}" width="${length}" height="${BAR_HEIGHT - 4}" fill="${colourOf(index)}"/>` +
      `<text x="${NAMES_WIDTH + length + 6}" y="${y + 12}">${escape(label)}</text>`
    );
  });
  const better = best === undefined ? "" : best === "high" ? ": more is better" : ": less is better";
  return `<g><title>${escape(name + better)}</title><text x="${NAMES_WIDTH - 10}" y="${top + 12}" text-anchor="end">${escape(name)}</text>${bars.join("")}</g>`;
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? "#000000";
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
