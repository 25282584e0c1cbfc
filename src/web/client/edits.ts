import { call } from "./call.ts";
import type { DoneBar } from "./done-bar.ts";
import { byId, fill } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import type { Change } from "./studio-outbox.ts";
import { orSay, type Sender, type StudioWords } from "./studio-page.ts";

type Edit = Extract<Change, { kind: "edit" }>;
type Edits = {
  /** Opens the form that a field is in. */
  open(field: HTMLTextAreaElement): void;
  /** Another version was brought back: what was sent before is not what stands there. */
  forgetSent(): void;
  onAnswer(edit: Edit): void;
  /** Whether the words found their form again. */
  onRefused(edit: Edit, refusal: string): boolean;
};

/** A person's own words for a line, saved, and taken back by one tap. The blocks are exchanged while the story is told, so their buttons are heard on the way up. */
export function startEdits(given: {
  storyId: string;
  words: StudioWords;
  sender: Sender;
  dropDraft(field: HTMLTextAreaElement): void;
  bar: DoneBar;
  follow(): void;
}): Edits {
  const { storyId, words, sender, dropDraft, bar, follow } = given;
  const pitch = byId("pitch");
  /** How each edit of this visit is taken back. */
  const undos = new Map<string, () => void>();
  /** What was sent last for each block: between the server's answer and the page's next look at it, nothing else knows. */
  const latest = new Map<string, Readonly<Record<string, string>>>();
  pitch.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const block = target.closest<HTMLElement>(".block");
    if (target.matches("[data-edit]")) setEditing(block, true);
    if (target.matches("[data-cancel]")) {
      block?.querySelectorAll("textarea").forEach(dropDraft);
      setEditing(block, false);
    }
  });
  pitch.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const block = form.closest<HTMLElement>(".block");
    if (block === null) return;
    const { language = "", block: blockId = "" } = block.dataset;
    const fields = [...form.querySelectorAll("textarea")];
    const changed = fields.filter(({ value, defaultValue }) => value.trim() !== "" && value !== defaultValue);
    const valuesOf = (value: (field: HTMLTextAreaElement) => string) =>
      Object.fromEntries(changed.map((field) => [field.name, value(field)]));
    const edit = { kind: "edit", storyId, language, blockId } as const;
    const key = `${language} ${blockId}`;
    const earlier = latest.get(key);
    const before = valuesOf(({ name, defaultValue }) => earlier?.[name] ?? defaultValue);
    const body = valuesOf(({ value }) => value.trim());
    const wasEdited = earlier !== undefined || block.querySelector(".mine") !== null;
    fields.forEach(dropDraft);
    setEditing(block, false);
    if (changed.length === 0) return;
    // Until these words are in, nothing can be taken back: the last Undo was of the words before.
    bar.say("");
    const id = randomId();
    undos.set(id, () => {
      if (wasEdited) {
        latest.set(key, { ...earlier, ...before });
        sender.add({ ...edit, id: randomId(), body: before });
      } else void takeBack(edit);
    });
    latest.set(key, { ...earlier, ...body });
    sender.add({ ...edit, id, body });
  });

  async function takeBack({ language, blockId }: Pick<Edit, "language" | "blockId">): Promise<void> {
    const path = `/v1/stories/${encodeURIComponent(storyId)}/pitches/${language}/blocks/${encodeURIComponent(blockId)}/edit`;
    await orSay(byId("problem"), words, async () => {
      await call(path, { method: "DELETE" });
      latest.delete(`${language} ${blockId}`);
      bar.say(words.undoneNow);
      follow();
    });
  }

  return {
    forgetSent: () => latest.clear(),
    open: (field) => setEditing(field.closest<HTMLElement>(".block"), true, false),
    onAnswer(edit) {
      const undo = undos.get(edit.id);
      const beat = blockOf(edit)?.querySelector(".tag")?.textContent ?? "";
      bar.say(undo === undefined ? words.undoneNow : fill(words.editedNow, { beat }), undo);
    },
    onRefused(edit, refusal) {
      const block = blockOf(edit);
      if (block === null) return false;
      setEditing(block, true);
      for (const field of block.querySelectorAll("textarea")) {
        field.value = edit.body[field.name] ?? field.value;
        // A draft again, as if it were typed.
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      const problem = block.querySelector(".problem");
      if (problem !== null) problem.textContent = refusal;
      return true;
    },
  };
}

function blockOf({ language, blockId }: Edit): HTMLElement | null {
  return document.querySelector(`[data-language="${language}"][data-block="${CSS.escape(blockId)}"]`);
}

function setEditing(block: HTMLElement | null, isEditing: boolean, takesFocus = true): void {
  block?.querySelector(".block-text")?.toggleAttribute("hidden", isEditing);
  const form = block?.querySelector<HTMLFormElement>("[data-edit-form]");
  const isClosing = !isEditing && form?.hidden === false;
  form?.toggleAttribute("hidden", !isEditing);
  if (!isEditing) form?.reset();
  else if (takesFocus) form?.querySelector("textarea")?.focus();
  if (isClosing) block?.querySelector<HTMLElement>("[data-edit]")?.focus();
}
