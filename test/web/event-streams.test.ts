import { eq, sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createAccount } from "#access/create-account.ts";
import { createKey } from "#access/create-key.ts";
import { answerBuyer } from "#buyers/answer-buyer.ts";
import { askGrower } from "#buyers/ask-grower.ts";
import { readBuyerQuestion } from "#buyers/read-buyer-question.ts";
import { removeBuyerQuestion } from "#buyers/remove-buyer-question.ts";
import { stories } from "#database/schema.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { announceStoryEvents, appendStoryEvents } from "#stories/story-events.ts";
import type { Story, StoryEventName } from "#stories/story.ts";
import { writeStory } from "#stories/write-story.ts";
import { startWeb } from "#web/start-web.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";
import { bar } from "../support/bar.ts";

type Event = { id?: string; event?: string; data?: string };
type Stream = { events: Event[]; status: number; headers: Headers; text: string; ended: boolean; close(): void };

let services: TestServices;
let server: Awaited<ReturnType<typeof startWeb>>;
let key: string;
const open: Stream[] = [];

beforeAll(async () => {
  services = await createTestServices();
  server = await startWeb(services);
  key = (await createKey(services, await createAccount(services, "grower"), { name: "all", scopes: ["read", "write", "stream"] })).key;
}, 60_000);
afterAll(async () => {
  for (const stream of open) stream.close();
  await server.close(1_000);
  await services.close();
});

async function send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const response = await fetch(server.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return z.record(z.string(), z.unknown()).parse(await response.json());
}

/** Reads an event stream as it comes. */
async function follow(path: string, headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController();
  const url = path.startsWith("http") ? path : server.url + path;
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}`, ...headers }, signal: abort.signal });
  const stream: Stream = {
    events: [],
    status: response.status,
    headers: response.headers,
    text: "",
    ended: false,
    close: () => abort.abort(),
  };
  open.push(stream);
  void read(response, stream).catch(() => {});
  return stream;
}

async function read(response: Response, stream: Stream): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    stream.text += decoder.decode(chunk, { stream: true });
    const frames = stream.text.split("\n\n").slice(0, -1);
    stream.events = frames
      .map((frame) => Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s))))
      .filter(({ event }) => event !== undefined);
  }
  stream.ended = true;
}

/** Tells one event of a story as the writer does. */
async function tell(storyId: string, name: StoryEventName, status: Story["status"], data: unknown = {}): Promise<void> {
  const { db } = services.database;
  const held = db.update(stories).set({ status }).where(eq(stories.id, storyId)).returning({ id: stories.id });
  const events = appendStoryEvents(storyId, [{ mark: `${name} ${Math.random()}`, name, data }]);
  await db.execute(sql`with held as ${held}, ${sql.join(events, sql`, `)} select`);
  await announceStoryEvents(services, storyId);
}

const names = (stream: Stream) => stream.events.map(({ event }) => event);
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

test("a story's events come as they are told, with their ids, and the stream ends with the telling", async () => {
  const { id } = await send("POST", "/v1/stories", { notes: "vải thiều 45k/kg" });
  const path = `/v1/stories/${String(id)}/events`;
  await tell(String(id), "story-start", "writing");
  const stream = await follow(path);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.headers.get("x-request-id")).toMatch(/\S/);
  expect(stream.headers.get("cache-control")).toBe("no-cache, no-transform");
  await eventually(() => expect(names(stream)).toEqual(["story-start"]));
  await tell(String(id), "facts", "writing", { text: "hai dòng\nvà \u2028" });
  await eventually(() => expect(names(stream)).toEqual(["story-start", "facts"]));
  expect(JSON.parse(stream.events[1]?.data ?? "")).toEqual({ text: "hai dòng\nvà \u2028" });
  await tell(String(id), "story-end", "ready");
  await eventually(() => expect(stream.ended).toBe(true));
  expect(stream.events.map((event) => event.id)).toEqual(["1", "2", "3"]);

  const missed = await follow(path, { "last-event-id": "1" });
  await eventually(() => expect(missed.ended).toBe(true));
  expect(names(missed)).toEqual(["facts", "story-end"]);
  expect((await follow(path, { "last-event-id": "3" })).status).toBe(204);
  const whole = await follow(path, { "last-event-id": "no id of ours" });
  await eventually(() => expect(names(whole)).toHaveLength(3));
});

test("events told while clients come and go reach each of them once, in order", async () => {
  const { id } = await send("POST", "/v1/stories", { notes: "bưởi da xanh" });
  const path = `/v1/stories/${String(id)}/events`;
  const streams: Stream[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const [stream] = await Promise.all([follow(path), tell(String(id), "pitch", "writing", { turn })]);
    streams.push(stream);
  }
  await tell(String(id), "story-end", "ready");
  await eventually(() => expect(streams.every(({ ended }) => ended)).toBe(true));
  for (const stream of streams)
    expect(stream.events.map((event) => Number(event.id))).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
});

test("comments come as events to the console", async () => {
  const show = await send("POST", "/v1/shows", { title: "live" });
  const stream = await follow(`/v1/shows/${String(show.id)}/comments/events`);
  expect(stream.status).toBe(200);
  await send("POST", `/v1/shows/${String(show.id)}/comments`, { id: "c1", author: "Yuki", text: "いくらですか？" });
  await eventually(() => expect(names(stream)[0]).toBe("comment"));
  expect(stream.events[0]?.data).toContain("いくらですか？");
});

test("how buyers' questions stand comes at first and with each change, to their grower alone", async () => {
  const told = async (name: string, notes: string) => {
    const account = await createAccount(services, name);
    const { id } = await requestStory(services, account, { notes });
    await writeStory(services, { storyId: id, telling: 1 }, new AbortController().signal);
    const bearer = (await createKey(services, account, { name: "all", scopes: ["read"] })).key;
    const slug = (await findStory(services, account, id)).listings.en?.slug ?? "";
    const stream = await follow("/v1/buyer-questions/events", { authorization: `Bearer ${bearer}` });
    return { account, id, stream, ask: (text: string) => askGrower(services, { language: "en", slug }, { id: text, author: "Amy", text }) };
  };
  const mine = await told("asked", "Vải thiều Lục Ngạn 45k/kg");
  const theirs = await told("not asked", "Xoài cát Hòa Lộc 60k/kg");
  const heard = () => mine.stream.events.map(({ event, data }): unknown => [event, JSON.parse(data ?? "")]);
  const standing = (asked: number, read: number, answered: number, told: number) => [
    "questions",
    [{ storyId: mine.id, asked, read, answered, told }],
  ];
  await eventually(() => expect(heard()).toEqual([["questions", []]]));
  const { questionId } = await mine.ask("How much is it?");
  await eventually(() => expect(heard().slice(1)).toEqual([standing(1, 0, 0, 0)]));
  await readBuyerQuestion(services, { questionId }, new AbortController().signal);
  await answerBuyer(services, mine.account, { storyId: mine.id, questionId }, { text: "It is 45,000 dong a kilo.", confirmed: true });
  await eventually(() => expect(heard().slice(2)).toEqual([standing(1, 1, 0, 0), standing(1, 1, 1, 1)]));
  await removeBuyerQuestion(services, mine.account, mine.id, questionId);
  await eventually(() => expect(heard().at(-1)).toEqual(["questions", []]));
  expect(theirs.stream.events.map(({ data }) => data)).toEqual(["[]"]);
});

test("captions come to anybody with the link, from any site, and no longer once it is renewed", async () => {
  const show = await send("POST", "/v1/shows", { title: "live" });
  const { captions } = JSON.parse(JSON.stringify(show.links));
  expect(captions).toContain(server.url);
  const stream = await follow(`${captions}?lang=vi`, { authorization: "" });
  expect([stream.status, stream.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
  await send("POST", `/v1/shows/${String(show.id)}/segments`, { id: "s1", text: "Chào cả nhà ơi", final: true });
  await eventually(() => expect(names(stream)).toContain("cue"));
  await send("POST", `/v1/shows/${String(show.id)}/tokens`);
  await vi.waitFor(() => expect(stream.ended).toBe(true), { timeout: 20_000 });
  const refused = await follow(`${captions}?lang=vi`);
  expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
}, 20_000);

test("a client that leaves leaves nothing behind", async () => {
  const { id } = await send("POST", "/v1/stories", { notes: "xoài cát Hoà Lộc" });
  const before = await clients();
  const streams = await Promise.all(Array.from({ length: 20 }, () => follow(`/v1/stories/${String(id)}/events`)));
  expect(await clients()).toBe(before + 20);
  for (const stream of streams) stream.close();
  await vi.waitFor(async () => expect(await clients()).toBe(before), { timeout: 20_000 });
});

test("closing ends the streams and lets the last requests finish", async () => {
  const own = await startWeb(services);
  const { id } = await send("POST", "/v1/stories", { notes: "sầu riêng Ri6" });
  const stream = await follow(`${own.url}/v1/stories/${String(id)}/events`);
  const startedAt = performance.now();
  await own.close(5_000);
  await eventually(() => expect(stream.ended).toBe(true));
  expect(performance.now() - startedAt).toBeLessThan(bar(4_000));
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow("fetch failed");
});

async function clients(): Promise<number> {
  const { values } = await services.metrics.sseClients.get();
  return values.find(({ labels }) => labels.kind === "story")?.value ?? 0;
}

test("health, readiness and metrics answer without a key", async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
    ready: true,
    stores: { database: true, queue: true, events: true },
  });
  expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
    /farmcast_http_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} \d/,
  );
});
