import { call } from "./call.ts";
import { createDoneBar } from "./done-bar.ts";
import { keepDrafts } from "./drafts.ts";
import { startEdits } from "./edits.ts";
import { forgetStory } from "./offline-copies.ts";
import { byId, fill } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { createShowOpener } from "./show-opener.ts";
import { startSharing } from "./share.ts";
import { followStory } from "./story-live.ts";
import type { Change } from "./studio-outbox.ts";
import { goTo, onSubmit, orSay, type Sender, type StudioPart, type StudioWords } from "./studio-page.ts";
import { startTabs } from "./tabs.ts";
import { showWaiting } from "./waiting-changes.ts";

/** One story: followed while it is told, asked, edited, brought back, used. `scope`: whose drafts. */
export function startStory(given: { storyId: string; scope: string; words: StudioWords; sender: Sender; onShown(): void }): StudioPart {
  const { storyId, scope, words, sender, onShown } = given;
  const api = `/v1/stories/${encodeURIComponent(storyId)}`;
  const problem = byId("problem");
  let waiting: readonly Change[] = [];
  for (const list of document.querySelectorAll("[role=tablist]")) startTabs(list);
  const follow = followStory(storyId, () => {
    showWaiting(waiting, storyId, words.tag);
    onShown();
  });
  const bar = createDoneBar();
  const edits = startEdits({ storyId, words, sender, dropDraft: (field) => dropDraft(field), bar, follow });
  const dropDraft = keepDrafts(scope, (field) => {
    edits.open(field);
    field.closest("details")?.toggleAttribute("open", true);
  });
  startSharing(words.copied);

  onSubmit("answers-form", (form) => {
    const fields = [...form.querySelectorAll("textarea")].filter(
      ({ value, defaultValue }) => value.trim() !== "" && value !== defaultValue,
    );
    if (fields.length === 0) return;
    problem.textContent = "";
    const answers = fields.map(({ name, value }) => ({ questionId: name, text: value.trim() }));
    sender.add({ id: randomId(), kind: "answers", storyId, answers });
    fields.forEach(dropDraft);
  });
  const openShow = createShowOpener();
  onSubmit("show-form", (form) => {
    void orSay(problem, words, async () => {
      const given = new FormData(form);
      const after = given.get("after");
      const body = { title: String(given.get("title")).trim(), storyIds: [storyId], ...(after !== null && { after }) };
      const show = await openShow(body);
      if (show !== undefined) goTo(`/shows/${encodeURIComponent(show)}`);
    });
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement) || target.id !== "publish") return;
    void orSay(problem, words, async () => {
      await call(`${api}/publication`, { method: "PUT", body: { published: target.dataset["published"] === "true" } });
      follow();
    });
  });
  // These forms need no script; with one, a thumb that slips loses nothing.
  document.addEventListener("submit", (event) => {
    const question = event.target instanceof HTMLElement ? event.target.dataset["confirm"] : undefined;
    if (question !== undefined && !confirm(question)) event.preventDefault();
  });
  byId("delete-story").addEventListener("click", () => {
    if (!confirm(words.deleteConfirm)) return;
    void orSay(problem, words, async () => {
      await call(api, { method: "DELETE" });
      await forgetStory(storyId);
      goTo("/");
    });
  });
  const restore = async (version: string) => {
    await call(`${api}/versions/${encodeURIComponent(version)}/restore`, { method: "POST", idempotencyKey: randomId() });
    edits.forgetSent();
    follow();
  };
  document.addEventListener("click", ({ target }) => {
    const version = target instanceof HTMLElement ? target.dataset["restore"] : undefined;
    const before = document.getElementById("history")?.dataset["version"];
    if (version === undefined || before === undefined) return;
    void orSay(problem, words, async () => {
      await restore(version);
      byId("history-title").focus();
      bar.say(words.restoredNow, () => void orSay(problem, words, () => restore(before).then(() => bar.say(words.undoneNow))));
    });
  });

  return {
    look: follow,
    onChange(changes) {
      waiting = changes;
      showWaiting(waiting, storyId, words.tag);
    },
    onAnswer(change) {
      if (change.kind === "notes" || change.storyId !== storyId) return;
      if (change.kind === "edit") edits.onAnswer(change);
      follow();
    },
    onRefused(change, refusal) {
      if (change.kind === "edit" && change.storyId === storyId && edits.onRefused(change, refusal)) return;
      if (change.kind === "answers") showRefused(change.answers);
      problem.textContent = `${fill(words.refused, { text: textOf(change) })} ${refusal}`;
    },
  };
}

/** Back in their fields, as drafts. */
function showRefused(answers: readonly { questionId: string; text: string }[]): void {
  for (const { questionId, text } of answers) {
    const field = document.getElementById(`answer-${questionId}`);
    if (!(field instanceof HTMLTextAreaElement)) continue;
    field.defaultValue = "";
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Nobody's words are lost, though the server will not have them. */
function textOf(change: Change): string {
  if (change.kind === "notes") return change.text;
  return change.kind === "answers" ? change.answers.map(({ text }) => text).join(" · ") : Object.values(change.body).join(" · ");
}
