import { byId } from "./page-data.ts";

export type DoneBar = { say(text: string, undo?: () => void): void };

/** Says what was just done, within reach of a thumb, and takes it back; it stays until it is closed or something else is done. */
export function createDoneBar(): DoneBar {
  const [text, undoButton, closeButton] = [byId("done-text"), byId("undo"), byId("done-close")];
  let undo: (() => void) | undefined;
  const say = (words: string, nextUndo?: () => void) => {
    undo = nextUndo;
    text.textContent = words;
    undoButton.hidden = undo === undefined;
    closeButton.hidden = words === "";
  };
  undoButton.addEventListener("click", () => {
    const act = undo;
    say("");
    act?.();
  });
  closeButton.addEventListener("click", () => say(""));
  return { say };
}
