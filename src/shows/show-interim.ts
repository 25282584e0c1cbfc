import type { Language } from "#i18n/language.ts";
import { announceCue } from "#live/caption-channel.ts";
import type { Services } from "#services.ts";
import { agreePrefix, type Hypothesis } from "./agree-prefix.ts";
import type { Cue } from "./cue.ts";
import { noteShown, type ShownInterim } from "./flicker.ts";
import { layOutLines } from "./lay-out-lines.ts";
import { namesOf } from "./show.ts";
import type { ShowLines } from "./show-lines.ts";
import type { Sentence } from "./store-segment.ts";

/** A sentence that is still being said: what was heard of it, what viewers see, and what waits to be shown. */
export type Interim = {
  hypothesis?: Hypothesis;
  shown: Partial<Record<Language, ShownInterim>>;
  sentAtMs: number;
  waiting?: { sentence: Sentence; text: string };
  timer?: NodeJS.Timeout;
};

/** Faster than this nobody reads, and every change costs each viewer's phone a redraw. */
const INTERVAL_MS = 300;
const SENTENCES_KEPT_MAX = 200;

/** Interims live on the screens only: no row, no number of their own, no replay. Of those that come too fast the last is shown. */
export function showInterim(services: Services, sentence: Sentence): void {
  const { show, request } = sentence;
  const interim = interimOf(show, request.id);
  const { text, hypothesis } = agreePrefix(interim.hypothesis, request.text);
  interim.hypothesis = hypothesis;
  interim.waiting = { sentence, text };
  if (interim.timer !== undefined) return;
  const waitMs = interim.sentAtMs + INTERVAL_MS - Date.now();
  if (waitMs <= 0) send(services, interim);
  else interim.timer = setTimeout(() => send(services, interim), waitMs).unref();
}

/** What viewers last saw of a sentence. */
export function shownOf(show: ShowLines, segmentId: string): Interim["shown"] {
  return show.interims.get(segmentId)?.shown ?? {};
}

/** Ends what was shown of a sentence: its final is here. Returns what viewers last saw of it. */
export function closeInterim(show: ShowLines, segmentId: string): Interim["shown"] {
  const interim = show.interims.get(segmentId);
  clearTimeout(interim?.timer);
  show.interims.delete(segmentId);
  return interim?.shown ?? {};
}

/** What was shown too early, and has no caption to take its place yet, goes from the screens. */
export function takeBackInterims(services: Services, { showId, cueId, startMs, endMs }: Sentence, languages: readonly Language[]): void {
  for (const language of languages) {
    const cue = { cue: cueId, language, seq: 0, rev: 0, text: "", lines: [] };
    announceCue(services, showId, { ...cue, status: "retracted", provenance: "speech", startMs, endMs });
  }
}

function interimOf(show: ShowLines, segmentId: string): Interim {
  const known = show.interims.get(segmentId);
  if (known !== undefined) return known;
  const interim: Interim = { shown: {}, sentAtMs: 0 };
  show.interims.set(segmentId, interim);
  const oldest = show.interims.size > SENTENCES_KEPT_MAX ? show.interims.keys().next().value : undefined;
  if (oldest !== undefined) closeInterim(show, oldest);
  return interim;
}

function send(services: Services, interim: Interim): void {
  const { waiting } = interim;
  delete interim.timer;
  delete interim.waiting;
  if (waiting === undefined) return;
  interim.sentAtMs = Date.now();
  const { show, showId, cueId, script, startMs, endMs } = waiting.sentence;
  for (const language of show.languages) {
    const prepared = script?.texts[language];
    const text = prepared ?? (language === "vi" ? waiting.text : undefined);
    if (text === undefined || text === interim.shown[language]?.text) continue;
    interim.shown[language] = noteShown(interim.shown[language], text, language);
    const cue: Cue = {
      cue: cueId,
      seq: 0,
      rev: 0,
      language,
      text,
      lines: layOutLines(text, language, { names: namesOf(show.glossary, language) }),
      status: "interim",
      provenance: prepared === undefined ? "speech" : "script",
      startMs,
      endMs,
    };
    announceCue(services, showId, prepared === undefined || script === undefined ? cue : { ...cue, line: script.line });
  }
}
