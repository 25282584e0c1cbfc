import { startVoice } from "./answer-by-voice.ts";
import { call, Refused } from "./call.ts";
import { byId, pageData } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { startSharing } from "./share.ts";
import { followStory } from "./story-live.ts";
import { startTabs } from "./tabs.ts";

type Words = { offline: string; deleteConfirm: string; copied: string; voice: Parameters<typeof startVoice>[0] };
const { storyId, words } = pageData<{ storyId?: string; words: Words }>();
const DRAFT = "farmcast-notes-draft";

if (storyId === undefined) startNotes();
else startStory(storyId);
byId("sign-out").addEventListener("click", () => {
  void orSay(byId("problem"), async () => {
    await call("/sign-out", { method: "POST" });
    location.assign("/");
  });
});

function startNotes(): void {
  const notes = byId("notes");
  if (!(notes instanceof HTMLTextAreaElement)) return;
  notes.value ||= localStorage.getItem(DRAFT) ?? "";
  notes.addEventListener("input", () => localStorage.setItem(DRAFT, notes.value));
  // One key for one text: a second press, or a try after a lost answer, tells the same story.
  let sent = { text: "", key: "" };
  onSubmit("notes-form", async () => {
    if (sent.text !== notes.value) sent = { text: notes.value, key: randomId() };
    const story = await call<{ id: string }>("/v1/stories", { method: "POST", body: { notes: notes.value }, idempotencyKey: sent.key });
    localStorage.removeItem(DRAFT);
    if (story !== undefined) goTo(`/?story=${encodeURIComponent(story.id)}`);
  });
}

function startStory(id: string): void {
  const api = `/v1/stories/${encodeURIComponent(id)}`;
  for (const list of document.querySelectorAll("[role=tablist]")) startTabs(list);
  const follow = followStory(id);
  startSharing(words.copied);
  startVoice(words.voice, (problem) => (byId("problem").textContent = problem));
  onSubmit("answers-form", async (form) => {
    const answers = [...new FormData(form)].flatMap(([questionId, text]) =>
      typeof text === "string" && text.trim() !== "" ? [{ questionId, text: text.trim() }] : [],
    );
    if (answers.length === 0) return;
    await call(`${api}/answers`, { method: "POST", body: { answers } });
    form.reset();
    follow();
  });
  onSubmit("show-form", async (form) => {
    const title = String(new FormData(form).get("title")).trim();
    const show = await call<{ id: string }>("/v1/shows", { method: "POST", body: { title, storyIds: [id] } });
    if (show !== undefined) goTo(`/shows/${encodeURIComponent(show.id)}`);
  });
  byId("delete-story").addEventListener("click", () => {
    if (!confirm(words.deleteConfirm)) return;
    void orSay(byId("problem"), async () => {
      await call(api, { method: "DELETE" });
      goTo("/");
    });
  });
  startEdits(api, follow);
}

/** The blocks are exchanged while the story is told, so their buttons are heard on the way up. */
function startEdits(api: string, follow: () => void): void {
  const pitch = byId("pitch");
  pitch.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    const block = event.target.closest(".block");
    if (event.target.matches("[data-edit]")) setEditing(block, true);
    if (event.target.matches("[data-cancel]")) setEditing(block, false);
  });
  pitch.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const block = form.closest<HTMLElement>(".block");
    const problem = form.querySelector<HTMLElement>(".problem");
    if (block === null || problem === null) return;
    void orSay(problem, async () => {
      const { language = "", block: blockId = "" } = block.dataset;
      const body = changedFields(form);
      if (Object.keys(body).length > 0) {
        await call(`${api}/pitches/${language}/blocks/${encodeURIComponent(blockId)}`, { method: "PATCH", body });
      }
      setEditing(block, false);
      follow();
    });
  });
}

function changedFields(form: HTMLFormElement): Record<string, string> {
  const fields = [...form.querySelectorAll("textarea")].filter(({ value, defaultValue }) => value.trim() !== "" && value !== defaultValue);
  return Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
}

function setEditing(block: Element | null, isEditing: boolean): void {
  block?.querySelector(".block-text")?.toggleAttribute("hidden", isEditing);
  const form = block?.querySelector<HTMLFormElement>("[data-edit-form]");
  form?.toggleAttribute("hidden", !isEditing);
  if (isEditing) form?.querySelector("textarea")?.focus();
  else form?.reset();
}

function onSubmit(formId: string, act: (form: HTMLFormElement) => Promise<void>): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== formId) return;
    event.preventDefault();
    const button = form.querySelector<HTMLButtonElement>("button:not([type=button])");
    button?.toggleAttribute("disabled", true);
    void orSay(byId("problem"), () => act(form)).finally(() => button?.toggleAttribute("disabled", false));
  });
}

async function orSay(problem: HTMLElement, act: () => Promise<void>): Promise<void> {
  problem.textContent = "";
  try {
    await act();
  } catch (error) {
    problem.textContent = error instanceof Refused && error.message !== "" ? error.message : words.offline;
  }
}

/** Another page of ours, in the language this one was asked for in. */
function goTo(path: string): void {
  const asked = new URLSearchParams(location.search).get("lang");
  location.assign(asked === null ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${encodeURIComponent(asked)}`);
}
