import type { Cue } from "#shows/cue.ts";
import { byId } from "./page-data.ts";

type Options = {
  /** Does it, or shows why not; true when done. */
  takeBack(cue: string): Promise<boolean>;
  say(text: string, given: { startMs: number }): void;
};
type LastLine = {
  see(cues: readonly Cue[]): void;
  retract(): void;
  replace(): void;
  /** The show takes no sentence any more: none is taken back for another that nobody would see. */
  end(): void;
};

/** The last sentence, within a thumb's reach: taken back everywhere, or said anew in its place. */
export function createLastLine({ takeBack, say }: Options): LastLine {
  const [retractButton, replaceButton] = [byId("retract-last"), byId("replace-last")];
  const dialog = byId("replace");
  const field = byId("replace-text");
  let last: Cue | undefined;
  let replaced: Cue | undefined;
  let isOver = false;
  const retract = () => {
    if (last !== undefined) void takeBack(last.cue);
  };
  const replace = () => {
    if (last === undefined || isOver || !(dialog instanceof HTMLDialogElement) || !(field instanceof HTMLTextAreaElement)) return;
    replaced = last;
    field.value = last.text;
    dialog.returnValue = "";
    dialog.showModal();
    field.select();
  };
  retractButton.addEventListener("click", retract);
  replaceButton.addEventListener("click", replace);
  dialog.addEventListener("close", () => {
    const old = replaced;
    if (
      !(dialog instanceof HTMLDialogElement) ||
      !(field instanceof HTMLTextAreaElement) ||
      dialog.returnValue !== "replace" ||
      old === undefined ||
      isOver
    )
      return;
    const text = field.value;
    // Its own time, so that it stands where the old one stood.
    void takeBack(old.cue).then((isDone) => isDone && say(text, { startMs: old.startMs }));
  });
  return {
    see(cues) {
      last = cues.findLast(({ status }) => status === "final");
      retractButton.toggleAttribute("disabled", last === undefined);
      replaceButton.toggleAttribute("disabled", last === undefined || isOver);
    },
    retract,
    replace,
    end() {
      isOver = true;
      replaceButton.toggleAttribute("disabled", true);
    },
  };
}
