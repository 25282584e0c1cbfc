import type { Cue } from "#shows/cue.ts";
import { heldTogether } from "./held-together.ts";
import { byId } from "./page-data.ts";

type Line = { id: string; text: string; button: HTMLElement };

/** The prepared lines: what was said is marked, what comes next stands ready, and the list follows the show. */
export function startScript(say: (text: string) => void): { see(cues: readonly Cue[], news?: Cue): void; sayNext(): void } {
  const list = byId("lines");
  const nextButton = byId("next-line");
  const lines: Line[] = [...document.querySelectorAll<HTMLElement>("[data-say]")].map((button) => ({
    id: button.dataset["line"] ?? "",
    text: button.dataset["say"] ?? "",
    button,
  }));
  let next = 0;
  const point = (position: number) => {
    next = position;
    const line = lines[next];
    for (const { button } of lines) button.classList.toggle("coming", button === line?.button);
    nextButton.hidden = line === undefined;
    byId("next-text").replaceChildren(...heldTogether(line?.text ?? "", "vi"));
    if (line !== undefined && !list.matches(":hover, :focus-within"))
      list.scrollTop = line.button.offsetTop - list.offsetTop - list.clientHeight / 3;
  };
  const take = (position: number) => {
    const line = lines[position];
    if (line === undefined) return;
    say(line.text);
    line.button.classList.add("said");
    point(position + 1);
  };
  for (const [position, { button }] of lines.entries()) button.addEventListener("click", () => take(position));
  nextButton.addEventListener("click", () => take(next));
  point(0);

  /** After the last line that a caption says: a sentence may be two lines in one. */
  const after = (cue: Cue): number | undefined => {
    const first = lines.findIndex(({ id }) => id === cue.line);
    if (first < 0) return undefined;
    let last = first;
    while (cue.text.endsWith(lines[last + 1]?.text ?? "\n")) last += 1;
    for (let position = first; position <= last; position += 1) lines[position]?.button.classList.add("said");
    return last + 1;
  };
  return {
    see(cues, news) {
      if (news?.status === "retracted") return;
      const position = (news === undefined ? cues.toReversed() : [news]).map(after).find((one) => one !== undefined);
      if (position !== undefined && position !== next) point(position);
    },
    sayNext: () => take(next),
  };
}
