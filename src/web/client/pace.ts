import type { Cue } from "#shows/cue.ts";
import type { ConsoleWords } from "./console-words.ts";
import type { Health } from "./health.ts";
import { drawPace, type Sample } from "./pace-charts.ts";
import { byId } from "./page-data.ts";

/** A translation has this long; then the original is shown in its place. */
const DEADLINE_MS = 3_000;
const SAMPLES_MAX = 40;
/** So many originals in a row are no accident. */
const UNTRANSLATED_MIN = 3;

/**
 * How long captions take from a sentence's end to this page, which is as far away as a viewer's, and how many were
 * prepared lines; with a plain word when a language is late or stays untranslated.
 */
export function startPace(languages: readonly string[], words: ConsoleWords, health: Health) {
  const saidAtMs = new Map<string, number>();
  /** Arrivals before their sentence's answer, which tells the cue's id. */
  const cameAtMs = new Map<string, number>();
  const samples = new Map<string, Sample[]>(languages.map((language) => [language, []]));
  const known = new Set<string>();
  let timer: number | undefined;

  const sampleOf = (language: string, cue: string) => samples.get(language)?.find((sample) => sample.cue === cue);
  const measure = (cue: string) => {
    const from = saidAtMs.get(cue);
    for (const language of languages) {
      const sample = sampleOf(language, cue);
      const came = cameAtMs.get(`${language} ${cue}`);
      if (sample !== undefined && from !== undefined && came !== undefined) sample.ms = Math.max(0, came - from);
    }
  };
  const look = () => {
    clearTimeout(timer);
    const nowMs = Date.now();
    const waits = languages.flatMap((language) =>
      [...saidAtMs].flatMap(([cue, said]) => (cameAtMs.has(`${language} ${cue}`) ? [] : [{ language, dueMs: said + DEADLINE_MS }])),
    );
    const late = waits.find(({ dueMs }) => dueMs <= nowMs);
    health.note("late", late && words("late", { language: words.list("inside", late.language) }));
    const untranslated = languages.find((language) => {
      const last = samples.get(language)?.slice(-UNTRANSLATED_MIN) ?? [];
      return last.length === UNTRANSLATED_MIN && last.every(({ provenance }) => provenance === "source");
    });
    health.note("untranslated", untranslated && words("untranslated", { language: words.list("inside", untranslated) }));
    const next = Math.min(...waits.map(({ dueMs }) => dueMs).filter((dueMs) => dueMs > nowMs));
    if (Number.isFinite(next)) timer = setTimeout(look, next - nowMs + 1);
    drawPace(byId("pace"), samples, DEADLINE_MS, words);
  };

  return {
    /** This page sent a sentence, and knows its captions' id now. */
    noteSaid(cue: string, atMs: number): void {
      saidAtMs.set(cue, atMs);
      for (const old of [...saidAtMs.keys()].slice(0, -SAMPLES_MAX)) saidAtMs.delete(old);
      measure(cue);
      look();
    },
    noteCues(language: string, cues: readonly Cue[], news: Cue | undefined): void {
      if (news?.status === "retracted") saidAtMs.delete(news.cue);
      for (const { cue, provenance, status, line } of news === undefined ? cues : [news]) {
        if (status !== "final") continue;
        const isHit = provenance === "script" || (provenance === "human" && line !== undefined);
        const sample = sampleOf(language, cue);
        if (sample !== undefined) Object.assign(sample, { provenance, isHit });
        else if (!known.has(`${language} ${cue}`)) samples.get(language)?.push({ cue, provenance, isHit, ms: undefined });
        known.add(`${language} ${cue}`);
        if (!cameAtMs.has(`${language} ${cue}`))
          cameAtMs.set(`${language} ${cue}`, news === undefined ? Number.NEGATIVE_INFINITY : Date.now());
        samples.get(language)?.splice(0, Math.max(0, (samples.get(language)?.length ?? 0) - SAMPLES_MAX));
        if (news !== undefined) measure(cue);
      }
      look();
    },
  };
}
