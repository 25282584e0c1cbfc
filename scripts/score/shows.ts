import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "#database/drizzle.ts";
import { z } from "zod";
import { createAccount } from "#access/create-account.ts";
import { readConfig } from "#config.ts";
import { connectServices } from "#connect-services.ts";
import { cues } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { openShow } from "#shows/open-show.ts";
import { readNumberPlaces } from "#shows/number-places.ts";
import { saySegment } from "#shows/say-segment.ts";
import { scriptTexts } from "#shows/script-texts.ts";
import { glossaryTermSchema, scriptLineSchema } from "#shows/show.ts";
import { showLines } from "#shows/show-lines.ts";
import type { Bar, Tell } from "./bar.ts";

const segmentSchema = z.object({
  id: z.string(),
  atMs: z.int(),
  final: z.boolean(),
  text: z.string(),
  expect: z.object({
    provenance: z.enum(["script", "other"]),
    line: z.string().optional(),
    lines: z.array(z.string()).optional(),
    numbers: z.array(z.number()).optional(),
    optional: z.boolean().optional(),
    drop: z.boolean().optional(),
  }),
});
const showCaseSchema = z.object({
  id: z.string(),
  title: z.string(),
  glossary: z.array(glossaryTermSchema),
  script: z.array(scriptLineSchema),
  segments: z.array(segmentSchema),
});
type Segment = z.infer<typeof segmentSchema>;
type Heard = { dropped: boolean; line?: string | undefined; told: Partial<Record<"en" | "ja", string>> };
type Count = {
  segments: number;
  lines: number;
  hits: number;
  wrong: number;
  captions: number;
  right: number;
  noise: number;
  dropped: number;
};

/** The captions of labelled shows, said sentence by sentence to the service itself, with its records in a temporary folder. */
export async function scoreShows(folder: string, tell: Tell): Promise<Bar[]> {
  const count: Count = { segments: 0, lines: 0, hits: 0, wrong: 0, captions: 0, right: 0, noise: 0, dropped: 0 };
  const dataDir = await mkdtemp(join(tmpdir(), "farmcast-score-"));
  const services = await connectServices(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: "silent" }));
  try {
    const accountId = await createAccount(services, "score");
    for (const file of (await readdir(`${folder}/shows`)).filter((name) => name.endsWith(".json"))) {
      const { id, segments, ...request } = showCaseSchema.parse(JSON.parse(await readFile(`${folder}/shows/${file}`, "utf8")));
      const show = await openShow(services, accountId, request);
      for (const segment of segments) {
        const heard = await hear(services, accountId, show.id, segment);
        if (segment.expect.optional !== true) weigh(count, segment, heard, (...words) => tell(id, segment.id, ...words));
      }
    }
  } finally {
    await services.close();
    await rm(dataDir, { recursive: true });
  }
  return [
    { name: "shows: script lines recognised", value: count.hits / count.lines, must: 0.88, aim: 0.93 },
    { name: "shows: wrong lines (share of segments)", value: count.wrong / count.segments, must: 0.02, aim: 0.01, atMost: true },
    { name: "shows: numbers right in captions from a line", value: count.right / count.captions, must: 1, aim: 1 },
    { name: "shows: hallucinations dropped", value: count.dropped / count.noise, must: 0.9, aim: 1 },
  ];
}

/** What came of a sentence. An interim leaves no record, so the matcher is asked for what it shows. */
async function hear(services: Services, accountId: string, showId: string, segment: Segment): Promise<Heard> {
  const { id, text, final, atMs } = segment;
  const interim = final ? undefined : scriptTexts(await showLines(services, accountId, showId), segment);
  const { cueId } = await saySegment(services, accountId, showId, { id, text, final, startMs: atMs });
  if (cueId === null || !final) return { dropped: cueId === null, line: interim?.line, told: interim?.texts ?? {} };
  const rows = await services.database.db
    .select()
    .from(cues)
    .where(and(eq(cues.showId, showId), eq(cues.cue, cueId), eq(cues.provenance, "script")));
  const told = Object.fromEntries(rows.map(({ language, text: caption }) => [language, caption]));
  return { dropped: false, line: rows[0]?.line ?? undefined, told };
}

function weigh(count: Count, { final, text, expect }: Segment, { dropped, line, told }: Heard, tell: Tell): void {
  const wanted = expect.lines ?? (expect.line === undefined ? [] : [expect.line]);
  count.segments += 1;
  if (expect.drop === true) {
    count.noise += 1;
    count.dropped += dropped ? 1 : 0;
    if (!dropped) tell("not dropped", text);
  } else if (dropped) {
    tell("dropped", text);
  }
  if (final && wanted.length > 0) {
    count.lines += 1;
    count.hits += line !== undefined && wanted.includes(line) ? 1 : 0;
    if (line === undefined) tell("missed", wanted.join(" + "), text);
  }
  if (line === undefined) return;
  if (!wanted.includes(line)) {
    count.wrong += 1;
    tell("wrong", line, `wanted ${wanted.join(" + ") || "none"}`, text);
  }
  if (expect.numbers === undefined) return;
  for (const [language, caption] of [
    ["en", told.en],
    ["ja", told.ja],
  ] as const) {
    const numbers = readNumberPlaces(caption ?? "", language).flatMap(({ value, name, spelled }) => (name || spelled ? [] : [value]));
    const right = setOf(numbers) === setOf(expect.numbers);
    count.captions += 1;
    count.right += right ? 1 : 0;
    if (!right) tell("numbers", setOf(expect.numbers), text, caption ?? "none");
  }
}

const setOf = (numbers: readonly number[]): string => [...new Set(numbers)].toSorted((left, right) => left - right).join(" ");
