import { call, Refused } from "./call.ts";
import { followCaptions, type LineState } from "./caption-stream.ts";
import { createCaptionColumn } from "./caption-column.ts";
import { startComments } from "./comments.ts";
import { startCopyButtons } from "./copy.ts";
import { startMicrophone } from "./microphone.ts";
import { createOutbox } from "./outbox.ts";
import { byId, fill, pageData } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { startTabs } from "./tabs.ts";

type Data = {
  showId: string;
  ended: boolean;
  languages: string[];
  captions: string;
  words: Record<string, string> & Record<LineState, string> & { provenance: Record<string, string> };
};
const { showId, ended, languages, captions, words } = pageData<Data>();
const api = `/v1/shows/${encodeURIComponent(showId)}`;
const problem = byId("problem");

for (const list of document.querySelectorAll("[role=tablist]")) startTabs(list);
startCopyButtons(words["copied"] ?? "");

const outbox = createOutbox(showId, {
  onChange(waiting) {
    byId("outbox").textContent = waiting === 0 ? (words["sent"] ?? "") : fill(words["waiting"] ?? "", { sentences: waiting });
  },
  onAnswer({ text }, { dropped }) {
    problem.textContent = dropped === undefined ? "" : fill(words["dropped"] ?? "", { text });
  },
  onRefused: (_, refusal) => (problem.textContent = refusal),
});
const say = (text: string, id = randomId()) => {
  if (text.trim() !== "") outbox.say({ id, text: text.trim() });
};

const field = byId("say");
const form = byId("say-form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!(field instanceof HTMLTextAreaElement)) return;
  say(field.value);
  field.value = "";
  field.focus();
});
// Enter sends, unless an input method is still composing the word.
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  form.requestSubmit();
});
for (const button of document.querySelectorAll<HTMLElement>("[data-say]")) {
  button.addEventListener("click", () => {
    say(button.dataset["say"] ?? "");
    button.classList.add("said");
  });
}
startMicrophone(api, words, say);

for (const [index, language] of languages.entries()) {
  const column = createCaptionColumn(language, { words, provenance: words.provenance, attempt, api });
  followCaptions(captions, language, {
    whileSeen: true,
    onCues: column,
    onState: (state) => {
      if (index === 0) showState(state);
    },
  });
}
startComments(api, words, attempt);

byId("end-show").addEventListener("click", () => {
  if (!confirm(words["endConfirm"])) return;
  void attempt(async () => {
    await call(`${api}/end`, { method: "POST" });
    showState("ended");
  });
});
if (ended) showState("ended");

function showState(state: LineState): void {
  const line = byId("line-state");
  line.dataset["state"] = state;
  line.textContent = words[state];
  if (state !== "ended") return;
  for (const button of document.querySelectorAll("#say-form button, [data-say], #end-show")) button.toggleAttribute("disabled", true);
}

/** Does it, or says why not. */
async function attempt(act: () => Promise<void>): Promise<boolean> {
  problem.textContent = "";
  try {
    await act();
    return true;
  } catch (error) {
    problem.textContent = error instanceof Refused && error.message !== "" ? error.message : (words["offline"] ?? "");
    return false;
  }
}
