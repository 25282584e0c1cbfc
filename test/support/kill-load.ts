import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "#database/drizzle.ts";
import { expect } from "vitest";
import { z } from "zod";
import type { Database } from "#database/connect.ts";
import { cues, segments, stories, storyEvents } from "#database/schema.ts";
import type { FarmcastProcess } from "./farmcast-process.ts";

/** What the service has said yes to, and so must not lose. */
export type Acknowledged = { stories: string[]; segments: string[] };

const SENTENCES = [
  "Cả nhà ơi, vải thiều Lục Ngạn hôm nay 55 nghìn một ký nha",
  "Nhà em còn hai mươi thùng thôi",
  "Trời hôm nay đẹp quá cả nhà ạ",
  "Một thùng năm ký, ship trong ngày",
];

export async function openShow(farmcast: FarmcastProcess): Promise<string> {
  const answer = await farmcast.request("POST", "/v1/shows", { title: "Vải thiều", languages: ["vi", "en", "ja"] });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

/** Asks for stories and says sentences until told to stop, whoever of `current()` is up; a sentence without an answer is said again. */
export function keepAsking(showId: string, current: () => FarmcastProcess | undefined): { stop(): Promise<Acknowledged> } {
  const acknowledged: Acknowledged = { stories: [], segments: [] };
  let stopping = false;
  const post = async (path: string, body: unknown) => {
    const answer = await current()
      ?.request("POST", path, body)
      .catch(() => undefined);
    return answer?.status === 202 ? answer.json().catch(() => undefined) : undefined;
  };
  const askForStories = async () => {
    for (let at = 0; !stopping; at += 1) {
      const told = z
        .object({ id: z.string() })
        .safeParse(await post("/v1/stories", { notes: `vải thiều Lục Ngạn ${40 + (at % 30)}k/kg, thùng 5kg, còn ${at + 1} thùng` }));
      if (told.success) acknowledged.stories.push(told.data.id);
      await sleep(400);
    }
  };
  const say = async () => {
    for (let at = 0; !stopping;) {
      const id = `s${at}`;
      const heard = await post(`/v1/shows/${showId}/segments`, { id, text: `${SENTENCES[at % SENTENCES.length]} ${at}`, final: true });
      if (heard === undefined) await sleep(100);
      else {
        acknowledged.segments.push(id);
        at += 1;
        await sleep(150);
      }
    }
  };
  const asking = Promise.all([askForStories(), say()]);
  return {
    async stop() {
      stopping = true;
      await asking;
      return acknowledged;
    },
  };
}

/** Waits until every story is told and every sentence is out in all languages. Returns the milliseconds it took. */
export async function untilDone(farmcast: FarmcastProcess, showId: string, acknowledged: Acknowledged, limitMs: number): Promise<number> {
  const startedMs = Date.now();
  const cueCount = async (language: string) => {
    const answer = await farmcast.request("GET", `/v1/shows/${showId}/captions.json?lang=${language}`);
    return (JSON.stringify(await answer.json()).match(/"cue":/g) ?? []).length;
  };
  for (const language of ["vi", "en", "ja"]) {
    await expect.poll(() => cueCount(language), { timeout: limitMs, interval: 250 }).toBeGreaterThanOrEqual(acknowledged.segments.length);
  }
  for (const id of acknowledged.stories) {
    const status = async () =>
      z.object({ status: z.string() }).parse(await (await farmcast.request("GET", `/v1/stories/${id}`)).json()).status;
    await expect.poll(status, { timeout: limitMs, interval: 250, message: `story ${id}` }).toBe("ready");
  }
  return Date.now() - startedMs;
}

/** The rows' own word: nothing lost, nothing twice, no hole in any count. */
export async function expectOnceEach({ db }: Database, showId: string, acknowledged: Acknowledged): Promise<void> {
  const ready = await db.select({ id: stories.id }).from(stories).where(eq(stories.status, "ready"));
  expect(ready.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged.stories));
  const events = await db.select().from(storyEvents);
  for (const id of acknowledged.stories) {
    const names = events
      .filter(({ storyId }) => storyId === id)
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ name }) => name);
    // A block told before the kill is told again by whoever takes the telling over; what is said once for all is not.
    const whole = names.filter((name) => name !== "block");
    expect(whole.toSorted(), `events of story ${id}`).toEqual(["facts", "pitch", "pitch", "pitch", "story-end", "story-start"]);
    expect(names.at(-1)).toBe("story-end");
  }
  const said = await db.select().from(segments).where(eq(segments.showId, showId));
  const shown = await db.select().from(cues).where(eq(cues.showId, showId));
  expect(said.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged.segments));
  expect(said.filter(({ pending }) => pending.length > 0)).toEqual([]);
  for (const language of ["vi", "en", "ja"]) {
    const log = shown.filter((cue) => cue.language === language).toSorted((one, other) => one.seq - other.seq);
    expect(
      log.map(({ seq }) => seq),
      `${language} is numbered without holes`,
    ).toEqual(log.map((_, at) => at + 1));
    expect(log.map(({ cue }) => cue).toSorted(), `${language} has each sentence once`).toEqual(said.map(({ cue }) => cue ?? "").toSorted());
  }
}
