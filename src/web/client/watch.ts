import type { Language } from "#i18n/language.ts";
import { startAsking } from "./ask.ts";
import { createCaptionLog } from "./caption-log.ts";
import { followCaptions } from "./caption-stream.ts";
import { createDelay } from "./delayed-captions.ts";
import { startHistory } from "./history.ts";
import { keepAwake } from "./keep-awake.ts";
import { keepFocus } from "./keep-focus.ts";
import { byId, pageData } from "./page-data.ts";
import { showClock } from "./show-clock.ts";
import { startSettings } from "./watch-settings.ts";

type Data = {
  captions: string;
  history: string;
  comments: string;
  language: Language;
  more: boolean;
  clockMs: number;
  words: Record<string, string>;
};
/** Nearer to the end than this, a reader is following and is taken along. */
const FOLLOWING_PX = 120;

const { captions, history, comments, language, more, clockMs, words } = pageData<Data>();
const scroller = byId("content");
const latest = byId("latest");
const waiting = byId("waiting");
let isFollowing = true;
let lastTop = 0;

const log = createCaptionLog(byId("captions"), words);
const delay = createDelay(showClock(clockMs), (cues, news) => {
  log.show(cues, news);
  waiting.hidden = log.size() > 0;
  if (isFollowing) toEnd();
});
startSettings(words, {
  onSize(scale) {
    byId("captions").style.setProperty("--text-scale", scale.toFixed(1));
    if (isFollowing) toEnd();
  },
  onDelay: delay.set,
});
startHistory(history, language, more, { scroller, log });
if (document.getElementById("ask") !== null) startAsking(comments, words);

keepFocus();
const letSleep = keepAwake();
toEnd();
latest.addEventListener("click", toEnd);
scroller.addEventListener("scroll", () => {
  const isNearEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < FOLLOWING_PX;
  // Only a reader moves up; a page that got smaller moves nothing.
  if (isNearEnd || scroller.scrollTop < lastTop) isFollowing = isNearEnd;
  lastTop = scroller.scrollTop;
  latest.hidden = isFollowing;
});
// A phone's keyboard, the settings and the question take their part of the page.
new ResizeObserver(() => isFollowing && toEnd()).observe(scroller);

followCaptions(captions, [language], {
  onCues: (_, cues, news) => delay.take(cues, news),
  onState(state) {
    const line = byId("line-state");
    line.dataset["state"] = state;
    line.textContent = words[state] ?? "";
    if (state === "ended") letSleep();
  },
  onGap: () => log.noteGap(),
});

function toEnd(): void {
  scroller.scrollTop = scroller.scrollHeight;
}
