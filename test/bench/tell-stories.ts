import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { createRulesWriter, type RulesWriter } from "#stories/rules-writer.ts";
import { readEvents } from "../../scripts/read-events.ts";
import { startService, type RunningService } from "../../scripts/start-service.ts";
import { median, ratePerSecond, type Bench, type Result } from "./result.ts";

const NOTES = "vai thieu luc ngan nha em, co vietgap, 35k/kg, thung xop 10kg, ngot 18-20 brix, ship toan quoc, zalo 0912 345 678";
const ONE_BY_ONE = 60;
const AT_ONCE = 400;
const WIDTH = 16;
const idSchema = z.object({ id: z.string() });
const listSchema = z.object({ items: z.array(z.object({ status: z.string() })), nextCursor: z.string().optional() });

/** From the POST of notes to `story-end`, embedded, by the rules; against the rules asked for the same in this process, with nothing kept. */
export const tellStories: Bench = {
  async run() {
    const service = await startService({ RATE_LIMIT: "off" });
    const rules = createRulesWriter(loadWords());
    try {
      for (let warm = 0; warm < 10; warm += 1) await Promise.all([timed(() => tell(service)), timed(() => tellBare(rules, `w${warm}`))]);
      const single = await oneByOne(service, rules);
      await tellAll(service);
      return [single, await sustained(service, rules)];
    } finally {
      await service.stop();
    }
  },
};

async function oneByOne(service: RunningService, rules: RulesWriter): Promise<Result> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let at = 0; at < ONE_BY_ONE; at += 1) {
    ours.push(await timed(() => tell(service)));
    bare.push(await timed(() => tellBare(rules, `o${at}`)));
  }
  return {
    name: "tell a story (p95)",
    unit: "ms",
    ours: p95(ours),
    bare: p95(bare),
    promise: { of: "ours", atMost: 300 },
    note: `POST to story-end over HTTP, one by one, p50 ${Math.round(median(ours))} ms; against the rules alone`,
  };
}

async function sustained(service: RunningService, rules: RulesWriter): Promise<Result> {
  const ours = await tellAll(service);
  const bare = await ratePerSecond(AT_ONCE, 1, (at) => tellBare(rules, `s${at}`));
  const note = `${AT_ONCE} stories posted ${WIDTH} at once, to the end of the last; against the rules alone, on one core`;
  return { name: "stories, sustained", unit: "/s", ours, bare, promise: { of: "ours", atLeast: 20 }, note };
}

/** Stories a second. */
async function tellAll(service: RunningService): Promise<number> {
  const startedAt = performance.now();
  await ratePerSecond(AT_ONCE, WIDTH, () => post(service));
  await allTold(service);
  return AT_ONCE / ((performance.now() - startedAt) / 1_000);
}

async function tell(service: RunningService): Promise<void> {
  const id = await post(service);
  const done = new AbortController();
  for await (const { event } of readEvents(`${service.url}/v1/stories/${id}/events`, authorised(service), done.signal)) {
    if (event === "story-end") done.abort();
    if (event === "story-failed") throw new Error("a story failed");
  }
}

export async function post(service: RunningService): Promise<string> {
  const headers = { ...authorised(service), "content-type": "application/json" };
  const response = await fetch(`${service.url}/v1/stories`, { method: "POST", headers, body: JSON.stringify({ notes: NOTES }) });
  return idSchema.parse(await response.json()).id;
}

/** Waits until no story is left to tell. */
export async function allTold(service: RunningService): Promise<void> {
  while (await anyPending(service)) await sleep(50);
}

async function anyPending(service: RunningService): Promise<boolean> {
  let cursor = "";
  do {
    const response = await fetch(`${service.url}/v1/stories?limit=100${cursor}`, { headers: authorised(service) });
    const page = listSchema.parse(await response.json());
    if (page.items.some(({ status }) => status !== "ready")) return true;
    cursor = page.nextCursor === undefined ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor !== "");
  return false;
}

export const authorised = ({ key }: RunningService): Record<string, string> => ({ authorization: `Bearer ${key}` });

async function tellBare(rules: RulesWriter, storyId: string): Promise<void> {
  const words = { notes: NOTES, answers: [] };
  const { facts } = await rules.read(words, MARKETS);
  const markets = [...MARKETS];
  await Promise.all(
    LANGUAGES.map((language) =>
      rules.tell({ storyId, minutes: undefined, ground: { words, facts, markets, language }, earlier: undefined }),
    ),
  );
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}

function p95(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
