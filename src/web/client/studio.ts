import { startVoice } from "./answer-by-voice.ts";
import { followBuyers, type QuestionCounts } from "./buyers-live.ts";
import { call } from "./call.ts";
import { keepFocus } from "./keep-focus.ts";
import { forgetReader, keepCopies } from "./offline-copies.ts";
import { byId, fill, pageData } from "./page-data.ts";
import { rememberedKeys } from "./remember.ts";
import { startNotes } from "./studio-notes.ts";
import { createStudioOutbox, type Change } from "./studio-outbox.ts";
import { goTo, orSay, type StudioPart, type StudioWords } from "./studio-page.ts";
import { startStory } from "./studio-story.ts";

type Data = { reader: string; storyId?: string; from?: string; counts: QuestionCounts[]; words: StudioWords };
const { reader, storyId, from, counts, words } = pageData<Data>();
/** On a good line a change is gone before anybody could read that it waits. */
const SOON_MS = 1_000;
const QUIET_MS = 10_000;

let waiting: readonly Change[] = [];
let saying: ReturnType<typeof setTimeout> | undefined;
let keeping: ReturnType<typeof setTimeout> | undefined;
let keptVersion: string | undefined;

const sender = { add: (change: Change) => outbox.add(change), drop: (id: string) => outbox.drop(id) };
const part: StudioPart =
  storyId === undefined
    ? startNotes({ scope: `${reader}-${from ?? "new"}`, words, sender })
    : startStory({ storyId, scope: `${reader}-${storyId}`, words, sender, onShown: keep });
const outbox = createStudioOutbox(reader, {
  onChange(changes) {
    waiting = changes;
    part.onChange(changes);
    clearTimeout(saying);
    saying = setTimeout(sayWaiting, navigator.onLine && changes.length > 0 ? SOON_MS : 0);
  },
  onAnswer: part.onAnswer,
  onRefused: part.onRefused,
});

followBuyers({ counts, storyId, words, look: part.look });
keepFocus();
startVoice(words.voice, (problem) => (byId("problem").textContent = problem));
keep();
byId("sign-out").addEventListener("click", () => {
  const changes = waiting.length + rememberedKeys(`draft-${reader}`).length;
  if (changes > 0 && !confirm(fill(words.signOut, { changes }))) return;
  void orSay(byId("problem"), words, async () => {
    await call("/sign-out", { method: "POST" });
    await forgetReader();
    goTo("/");
  });
});

/** A story is kept once it is told, and again when it has changed and is left as it is for a while. */
function keep(): void {
  const version = storyId === undefined ? "" : document.getElementById("history")?.dataset["version"];
  if (version === undefined || version === keptVersion) return;
  clearTimeout(keeping);
  keeping = setTimeout(() => void keepCopies(storyId, version).catch(() => {}), keptVersion === undefined ? 0 : QUIET_MS);
  keptVersion = version;
}

function sayWaiting(): void {
  const bar = byId("waiting");
  const { length: changes } = waiting;
  if (changes > 0) bar.textContent = waiting.some(({ kind }) => kind === "notes") ? words.notesWaiting : fill(words.waiting, { changes });
  else bar.textContent = bar.textContent === "" ? "" : words.sent;
}
