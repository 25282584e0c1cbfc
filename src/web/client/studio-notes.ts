import { keepDrafts } from "./drafts.ts";
import { createLiveParts } from "./live-parts.ts";
import { byId } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { forget } from "./remember.ts";
import { goTo, onSubmit, type Sender, type StudioPart, type StudioWords } from "./studio-page.ts";

/** Notes to be told: kept as they are typed, sent once however often it takes. `scope`: whose draft, and of what. */
export function startNotes({ scope, words, sender }: { scope: string; words: StudioWords; sender: Sender }): StudioPart {
  const notes = byId("notes");
  const problem = byId("problem");
  // One key for one text: a second press, or a try after a lost answer, tells the same story.
  let sent = { text: "", id: "" };
  let isWaiting = false;
  if (!(notes instanceof HTMLTextAreaElement)) throw new Error("#notes is no text area");
  keepDrafts(scope, () => {});
  notes.addEventListener("input", () => sender.drop(sent.id));
  onSubmit("notes-form", () => {
    if (isWaiting) return;
    problem.textContent = "";
    if (sent.text !== notes.value) sent = { text: notes.value, id: randomId() };
    sender.add({ id: sent.id, kind: "notes", text: notes.value, draft: scope });
  });
  return {
    look: createLiveParts(() => {}),
    onChange(waiting) {
      const own = waiting.flatMap((change) => (change.kind === "notes" && change.draft === scope ? [change] : []));
      isWaiting = own.length > 0;
      sent = own.at(-1) ?? sent;
      document.querySelector("#notes-form .primary")?.toggleAttribute("disabled", isWaiting);
    },
    onAnswer(change, answer) {
      if (change.kind !== "notes") return;
      forget(`draft-${change.draft}-notes`);
      if (change.draft === scope && answer?.id !== undefined) goTo(`/?story=${encodeURIComponent(answer.id)}`);
    },
    onRefused(_, refusal) {
      problem.textContent = refusal === "" ? words.offline : refusal;
    },
  };
}
