import { styleText } from "node:util";

const TTY = process.stdout.isTTY;
/** Three columns of captions need about this much, and gain nothing from more. */
const COLUMNS_MIN = 90;
const COLUMNS_MAX = 140;
/** Between two columns. */
const GAP = 3;
export const screenWidth = Math.min(Math.max(process.stdout.columns ?? 120, COLUMNS_MIN), COLUMNS_MAX);

export type Column = { text: string; note?: string };
type Style = Parameters<typeof styleText>[0];

/** Colours only where a person looks; `NO_COLOR` is obeyed. */
export function paint(style: Style, text: string): string {
  return TTY ? styleText(style, text) : text;
}

export function say(text = ""): void {
  process.stdout.write(`${text}\n`);
}

export function heading(title: string, note = ""): void {
  const line = "─".repeat(Math.max(0, screenWidth - width(title) - width(note) - (note === "" ? 4 : 5)));
  say(`\n${paint("dim", "──")} ${paint("bold", title)} ${paint("dim", `${line}${note === "" ? "" : ` ${note}`}`)}\n`);
}

/**
 * A few lines that change in place until they are done. Where nobody looks, only what they end as is written.
 */
export function liveLines(): { show(lines: string[]): void; end(lines: string[]): void } {
  let shown = 0;
  let last = "";
  const show = (lines: string[]) => {
    if (lines.join("\n") === last) return;
    last = lines.join("\n");
    process.stdout.write(`${shown > 0 ? `\u001B[${shown}A\u001B[0J` : ""}${lines.map((line) => `${line}\n`).join("")}`);
    shown = lines.length;
  };
  return { show: (lines) => (TTY ? show(lines) : undefined), end: show };
}

/** Texts side by side, each wrapped to its column, with a dim note under each. */
export function sideBySide(columns: Column[], indent = 4): string[] {
  const room = Math.floor((screenWidth - indent - GAP * (columns.length - 1)) / columns.length);
  const cells = columns.map(({ text, note }) => [
    ...wrap(text, room).map((line) => pad(line, room)),
    ...(note === undefined ? [] : wrap(note, room).map((line) => paint("dim", pad(line, room)))),
  ]);
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, row) =>
      " ".repeat(indent) +
      cells
        .map((lines) => lines[row] ?? " ".repeat(room))
        .join(" ".repeat(GAP))
        .trimEnd(),
  );
}

/** Breaks a text into lines of at most `room` columns, between words; Japanese between its words too. */
export function wrap(text: string, room: number): string[] {
  return printable(text)
    .split("\n")
    .flatMap((paragraph) => wrapParagraph(paragraph, room));
}

function wrapParagraph(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of breakable(paragraph)) {
    if (line !== "" && width(line) + width(word.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** Pieces that a line may end after: closing punctuation and spaces stay with what is before them, opening ones with what follows. */
function breakable(text: string): string[] {
  const words = Array.from(new Intl.Segmenter("ja", { granularity: "word" }).segment(text), ({ segment }) => segment);
  return words.reduce<string[]>((pieces, word) => {
    const last = pieces.at(-1);
    const joined =
      last !== undefined &&
      (/^[\s、。，．！？」』）)\],.!?:;…ー〜%]/.test(word) ||
        /[「『（([]$/.test(last) ||
        (/[!-~\u00C0-\u1EF9]$/.test(last) && /^[!-~\u00C0-\u1EF9]/.test(word)));
    return joined ? [...pieces.slice(0, -1), last + word] : [...pieces, word];
  }, []);
}

export function pad(text: string, room: number): string {
  return text + " ".repeat(Math.max(0, room - width(text)));
}

/** Columns that a text takes: two for a full-width sign, none for a mark that sits on another. */
function width(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter("ja").segment(printable(text))) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}
const WIDE = /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u;

/** What comes from notes, models and viewers never steers the terminal. */
function printable(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}/gu, "").normalize("NFC");
}
