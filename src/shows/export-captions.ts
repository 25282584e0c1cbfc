import { setImmediate as nextTurn } from "node:timers/promises";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { AppError } from "#errors.ts";
import type { Cue } from "./cue.ts";
import { findShowRow } from "./find-show.ts";
import { layOutLines, type Layout } from "./lay-out-lines.ts";
import { readRecord } from "./read-record.ts";
import { namesOf } from "./show.ts";
import { clock, webVtt } from "./web-vtt.ts";
import { timeCaptions, type TimedCaption } from "./time-captions.ts";

export type CaptionFormat = "vtt" | "srt" | "txt" | "json";
export type CaptionFile = { contentType: string; body: string };

type Record = { title: string; language: Language; cues: Cue[]; captions: TimedCaption[] };
const WRITERS: { readonly [Format in CaptionFormat]: (record: Record) => CaptionFile } = {
  vtt: ({ captions }) => ({ contentType: "text/vtt; charset=utf-8", body: webVtt("WEBVTT\n", captions) }),
  srt: ({ captions }) => ({ contentType: "application/x-subrip; charset=utf-8", body: captions.map(srtCue).join("\n") }),
  txt: ({ cues }) => ({ contentType: "text/plain; charset=utf-8", body: cues.map(({ text }) => `${text}\n`).join("") }),
  json: ({ title, language, cues, captions }) => {
    const fast = new Set(captions.flatMap((caption) => (caption.fast ? [caption.cue] : [])));
    const marked = cues.map((cue) => (fast.has(cue.cue) ? { ...cue, fast: true } : cue));
    return { contentType: "application/json; charset=utf-8", body: `${JSON.stringify({ title, language, cues: marked }, null, 2)}\n` };
  },
};

/**
 * The record of a show in one language, laid out for a picture: last revisions only, nothing retracted; what comes too
 * fast to be read is marked in JSON. Throws `show_not_found`, and `not_found` for a language it does not have.
 */
export async function exportCaptions(
  services: Services,
  accountId: string,
  showId: string,
  format: CaptionFormat,
  { language, layout }: { language: Language; layout?: Layout | undefined },
): Promise<CaptionFile> {
  const show = await findShowRow(services, accountId, showId);
  if (!show.languages.includes(language)) throw new AppError("not_found", { showId, language });
  const record = await readRecord(services, showId, language);
  const cues = record.filter(({ status }) => status === "final");
  const captions = timeCaptions(await laidOut(cues, layout, namesOf(show.glossary, language)), layout);
  return WRITERS[format]({ title: show.title, language, cues, captions });
}

/** Cues as they were on a television's picture, or laid out anew. Nothing that is being said waits for ten thousand of them. */
async function laidOut(cues: readonly Cue[], layout: Layout | undefined, names: readonly string[]): Promise<readonly Cue[]> {
  if (layout === undefined || layout === "horizontal") return cues;
  const others: Cue[] = [];
  for (const cue of cues) {
    others.push({ ...cue, lines: layOutLines(cue.text, cue.language, { layout, names }) });
    await nextTurn();
  }
  return others;
}

/** SRT has no escapes: what would be read as its own arrow or as a tag is written with look-alikes. */
function srtCue({ startMs, endMs, lines }: TimedCaption, index: number): string {
  const plain = lines.map((line) => line.replaceAll("-->", "→").replaceAll("<", "‹").replaceAll(">", "›"));
  return `${index + 1}\n${clock(startMs, ",")} --> ${clock(endMs, ",")}\n${plain.join("\n")}\n`;
}
