import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { cueSchema, type Cue } from "#shows/cue.ts";
import { showSchema } from "#shows/show.ts";
import type { Story } from "#stories/story.ts";
import type { Client } from "./client.ts";
import { SCRIPT, type SENTENCES } from "./lychee.ts";
import { heading, liveLines, paint, say, sideBySide, type Column } from "./screen.ts";

/** A translation that takes longer is late: the original is shown by then. */
const CAPTION_WITHIN_MS = 8_000;
/** A breath between two sentences, so that a person can follow. */
const BREATH_MS = process.stdout.isTTY ? 600 : 50;
const REDRAW_MS = 5;

const heardSchema = z.object({ cueId: z.string().nullable(), dropped: z.string().optional() });
const statsSchema = z.object({ cues: z.number(), byProvenance: z.record(z.string(), z.number()) });

type Arrival = { cue: Cue; at: number };
/** What has come over the three streams: by cue, then by language. */
type Arrivals = Map<string, Map<Language, Arrival>>;

/** Opens a show with the story's pitch and a script, says the sentences and shows each one's captions as they come. */
export async function showCaptions(client: Client, story: Story, sentences: typeof SENTENCES): Promise<void> {
  const show = showSchema.parse(
    await client.post("/v1/shows", { title: "Vải thiều Thanh Hà, hái tại vườn", storyIds: [story.id], script: SCRIPT }),
  );
  heading("The show", "three streams: GET /v1/live/…/captions?lang=vi | en | ja");
  const arrivals: Arrivals = new Map();
  const stop = new AbortController();
  const listening = await Promise.all(LANGUAGES.map((language) => listen(client, show.links.captions, language, arrivals, stop.signal)));
  for (const line of sideBySide(LANGUAGES.map((language) => ({ text: language })))) say(paint("bold", line));
  for (const [number, sentence] of sentences.entries()) {
    const text = "text" in sentence ? sentence.text : asHeard(pitchLine(story, sentence.pitch));
    await showSentence(client, show.id, `demo-${number}`, { what: sentence.what, text }, arrivals);
    await sleep(BREATH_MS);
  }
  await client.post(`/v1/shows/${show.id}/end`, {});
  const { cues, byProvenance } = statsSchema.parse(await client.get(`/v1/shows/${show.id}/stats`));
  const sources = Object.entries(byProvenance).map(([name, count]) => `${name} ${count}`);
  say(paint("dim", `\n    ${cues} sentences captioned. Captions by where they came from: ${sources.join(", ")}`));
  say(
    paint(
      "dim",
      "    speech: as said · script: a prepared line, its numbers as spoken · machine: translated, by a model or from the phrasebook · source: the original",
    ),
  );
  stop.abort();
  await Promise.all(listening.map(({ done }) => done));
}

/** Opens one stream; resolves when its snapshot is there, so that nothing said afterwards is missed. */
async function listen(
  client: Client,
  address: string,
  language: Language,
  arrivals: Arrivals,
  signal: AbortSignal,
): Promise<{ done: Promise<void> }> {
  const url = new URL(address, "http://localhost");
  url.searchParams.set("lang", language);
  const events = client.events(address.startsWith("http") ? url.href : url.pathname + url.search, signal);
  await events.next();
  return { done: keep() };

  async function keep(): Promise<void> {
    for await (const { event, data } of events) {
      if (event !== "cue") continue;
      const cue = cueSchema.parse(data);
      const byLanguage = arrivals.get(cue.cue) ?? new Map<Language, Arrival>();
      arrivals.set(cue.cue, byLanguage.set(language, { cue, at: performance.now() }));
    }
  }
}

async function showSentence(
  client: Client,
  showId: string,
  id: string,
  { what, text }: { what: string; text: string },
  arrivals: Arrivals,
): Promise<void> {
  const saidAt = performance.now();
  const { cueId, dropped } = heardSchema.parse(await client.post(`/v1/shows/${showId}/segments`, { id, text, final: true }));
  const title = `\n  ${paint("yellow", "▸")} ${paint("dim", what)}`;
  if (cueId === null) return say(`${title}${paint("dim", `, dropped (${dropped ?? "no cue"}): ${text}`)}`);
  const lines = liveLines();
  const render = () =>
    [title, ...sideBySide(LANGUAGES.map((language) => caption(arrivals.get(cueId)?.get(language), saidAt)))].join("\n").split("\n");
  while ((arrivals.get(cueId)?.size ?? 0) < LANGUAGES.length && performance.now() - saidAt < CAPTION_WITHIN_MS) {
    await sleep(REDRAW_MS);
    lines.show(render());
  }
  lines.end(render());
}

function caption(arrival: Arrival | undefined, saidAt: number): Column {
  if (arrival === undefined) return { text: "…" };
  const { text, provenance } = arrival.cue;
  return { text, note: `${provenance} · ${Math.round(arrival.at - saidAt)} ms` };
}

/** The pitch's own Vietnamese lines, in the order they are said. */
function pitchLine({ pitches }: Story, position: number): string {
  const blocks = [...(pitches.vi?.intro ?? []), ...(pitches.vi?.loop ?? [])];
  return blocks[position % Math.max(1, blocks.length)]?.say ?? "";
}

/** As a recogniser writes it: no capitals, no punctuation but inside numbers. */
function asHeard(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.,:;!?…–—-](?!\d)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
