import type { Language } from "#i18n/language.ts";
import type { Cue } from "#shows/cue.ts";
import { startAfterShow } from "./after-show.ts";
import { startBudget } from "./budget.ts";
import { call, Refused } from "./call.ts";
import { createCaptionColumn } from "./caption-column.ts";
import { followCaptions, type LineState } from "./caption-stream.ts";
import { startComments } from "./comments.ts";
import { consoleWords } from "./console-words.ts";
import { startCopyButtons } from "./copy.ts";
import { startCorrections } from "./corrections.ts";
import { startGlossary } from "./glossary.ts";
import { createHealth } from "./health.ts";
import { createLastLine } from "./last-line.ts";
import { keepAwake } from "./keep-awake.ts";
import { keepFocus } from "./keep-focus.ts";
import { startMicrophone } from "./microphone.ts";
import { startObs } from "./obs.ts";
import { startOverlayLink } from "./overlay-link.ts";
import { startPace } from "./pace.ts";
import { byId, pageData } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { startRelays } from "./relays.ts";
import { startScript } from "./script.ts";
import { createSentenceOutbox, type Sentence } from "./sentence-outbox.ts";
import { startShortcuts } from "./shortcuts.ts";
import { showClock } from "./show-clock.ts";
import { startTabs } from "./tabs.ts";
import { startTyping } from "./typing.ts";
import { whenSeen } from "./when-seen.ts";

type Data = {
  showId: string;
  ended: boolean;
  languages: Language[];
  captions: string;
  clockMs: number;
  hears: boolean;
  words: Record<string, unknown>;
};
const { showId, ended, languages, captions, clockMs, hears, words: told } = pageData<Data>();
const sinceOpenMs = showClock(clockMs);
const words = consoleWords(told);
const api = `/v1/shows/${encodeURIComponent(showId)}`;
const problem = byId("problem");
const [spoken = "vi"] = languages;

for (const list of document.querySelectorAll("[role=tablist]")) startTabs(list);
startCopyButtons(words("copied"));
keepFocus();
const letSleep = keepAwake();
startOverlayLink();

const health = createHealth(byId("health"));
const pace = startPace(languages, words, health);
const budget = startBudget(api, words, health);
let unsent = 0;
const outbox = createSentenceOutbox(showId, {
  onChange({ length: sentences }) {
    unsent = sentences;
    byId("outbox").textContent = sentences === 0 ? words("sent") : words("waiting", { sentences });
    health.note("network", sentences === 0 ? undefined : words("slowNetwork", { sentences }));
  },
  onAnswer({ text, saidAtMs }, answer) {
    problem.textContent = answer?.dropped === undefined ? "" : words("dropped", { text });
    if (typeof answer?.cueId === "string") pace.noteSaid(answer.cueId, saidAtMs);
  },
  onRefused: (_, refusal) => (problem.textContent = refusal),
});
const say = (text: string, given: Partial<Sentence> = {}) => {
  if (text.trim() !== "") outbox.add({ id: randomId(), saidAtMs: Date.now(), ...given, text: text.trim() });
};

const typing = startTyping(say);
const script = startScript(say);
const microphone = startMicrophone({
  api,
  words,
  health,
  hears,
  mayHear: budget.hears,
  say,
  onHeardBy: pace.noteSaid,
  sinceOpenMs,
});
const pathOf = (cue: string) => `${api}/cues/${encodeURIComponent(cue)}`;
const correct = (cue: string, language: Language, text: string) =>
  attempt(async () => {
    const corrected = await call<Cue>(pathOf(cue), { method: "PUT", body: { language, text } });
    if (corrected !== undefined) stream.take(corrected);
  });
const retract = (cue: string) =>
  attempt(async () => {
    await call(pathOf(cue), { method: "DELETE" });
    stream.retract(cue);
  });
const lastLine = createLastLine({ takeBack: retract, say });
const obs = startObs({ words, sinceOpenMs, attempt });

const columns = new Map(
  languages.map((language) => [
    language,
    { column: createCaptionColumn(language, { words, correct, retract }), now: byId(`now-${language}`) },
  ]),
);
const stream = followCaptions(captions, languages, {
  onCues(language, cues, news) {
    const { column, now } = columns.get(language) ?? {};
    column?.(cues);
    if (now !== undefined) {
      now.textContent = cues.at(-1)?.text ?? "";
      now.lang = cues.at(-1)?.provenance === "source" ? "vi" : language;
    }
    pace.noteCues(language, cues, news);
    if (news !== undefined) obs.see(language, news);
    budget.see(news);
    if (news?.provenance === "human" || (news?.status === "retracted" && language === spoken)) lookBack();
    if (language !== spoken) return;
    lastLine.see(cues);
    script.see(cues, news);
  },
  onState: showState,
  // OBS stands before the page and hides it.
  worksUnseen: obs.isOn,
});
startComments({ api, words, attempt });
startRelays({ api, words, attempt });
const writeTerm = startGlossary({ api, words, attempt });
const looks = [startAfterShow({ api, words }), startCorrections({ api, showId, languages, words, attempt, writeTerm })];
const lookBack = () => looks.forEach((look) => look());
whenSeen(byId("after-show"), lookBack);
startShortcuts({ m: microphone.toggle, n: script.sayNext, z: lastLine.retract, e: lastLine.replace, t: typing.focus });

byId("renew").addEventListener("click", () => {
  if (!confirm(words("renewConfirm"))) return;
  void attempt(async () => {
    await call(`${api}/tokens`, { method: "POST" });
    location.reload();
  });
});
byId("end-show").addEventListener("click", () => {
  if (!confirm(unsent === 0 ? words("endConfirm") : words("endConfirmUnsent", { sentences: unsent }))) return;
  void attempt(async () => {
    await call(`${api}/end`, { method: "POST" });
    showState("ended");
  });
});
if (ended) showState("ended");

function showState(state: LineState): void {
  const line = byId("line-state");
  line.dataset["state"] = state;
  line.textContent = words(state);
  if (state !== "ended") return;
  microphone.stop();
  obs.stop();
  lastLine.end();
  letSleep();
  byId("next-show").hidden = false;
  lookBack();
  for (const button of document.querySelectorAll(
    "#say-form button, [data-say], #end-show, #mic, #next-line, #relay-form button, #obs-switch",
  )) {
    button.toggleAttribute("disabled", true);
  }
}

/** Does it, or says why not. */
async function attempt(act: () => Promise<void>): Promise<boolean> {
  problem.textContent = "";
  try {
    await act();
    return true;
  } catch (error) {
    problem.textContent = error instanceof Refused && error.message !== "" ? error.message : words("offline");
    return false;
  }
}
