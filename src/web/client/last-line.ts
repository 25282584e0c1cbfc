import type { Cue } from "#shows/cue.ts";
import { call } from "./call.ts";
import { byId } from "./page-data.ts";

type Options = {
  api: string;
  /** Does it, or shows why not; true when done. */
  attempt(act: () => Promise<void>): Promise<boolean>;
  say(text: string, given: { startMs: number }): void;
};

/** The last sentence, within a thumb's reach: taken back everywhere, or said anew in its place. */
export function createLastLine({ api, attempt, say }: Options): { see(cues: readonly Cue[]): void; retract(): void; replace(): void } {
  const [retractButton, replaceButton] = [byId("retract-last"), byId("replace-last")];
  const dialog = byId("replace");
  const field = byId("replace-text");
  let last: Cue | undefined;
  let replaced: Cue | undefined;
  const takeBack = ({ cue }: Cue) => attempt(async () => void (await call(`${api}/cues/${encodeURIComponent(cue)}`, { method: "DELETE" })));
  const retract = () => {
    if (last !== undefined) void takeBack(last);
  };
  const replace = () => {
    if (last === undefined || !(dialog instanceof HTMLDialogElement) || !(field instanceof HTMLTextAreaElement)) return;
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
      old === undefined
    )
      return;
    const text = field.value;
    // Its own time, so that it stands where the old one stood.
    void takeBack(old).then((isDone) => isDone && say(text, { startMs: old.startMs }));
  });
  return {
    see(cues) {
      last = cues.findLast(({ status }) => status === "final");
      for (const button of [retractButton, replaceButton]) button.toggleAttribute("disabled", last === undefined);
    },
    retract,
    replace,
  };
}
