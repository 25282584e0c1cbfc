import { Agent, get, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { startService, type RunningService } from "../../scripts/start-service.ts";
import { startFarmcast } from "../support/farmcast-process.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";
import { percentile } from "./fan-out/stage.ts";
import type { Bench, Result } from "./result.ts";
import { authorised } from "./tell-stories.ts";

const SENTENCES = 600;
/** A show goes on for hours: the first sentences of a process are those of code that is not compiled yet. */
const WARM_UP = 200;
const SENTENCE_EVERY_MS = 60;
/** A model takes its time, in which the service does what a caption does not wait for. */
const MODEL_MS = 20;
const WHO = ["con mèo", "ông hàng xóm", "đàn vịt", "bà cụ", "con trâu", "mấy đứa nhỏ", "anh thợ mộc", "cô giáo"];
const DOES = [
  "nằm ngủ trên mái nhà",
  "đang thổi sáo ngoài hiên",
  "bơi dưới ao sen",
  "ngồi kể chuyện ma",
  "đứng nhìn mưa rơi",
  "chạy ra đồng chơi",
];
const WHEN = ["lúc trời còn sương", "khi gió thổi mạnh", "mà chẳng nói gì", "từ hồi gà gáy", "vui ghê", "nghe thương quá", "trông hay hay"];
const showSchema = z.object({ id: z.string(), links: z.object({ captions: z.string() }) });

/** A free sentence from being said to the English viewer: what the path takes beside the model's own time, which is measured at the model. */
export const translateCaptions: Bench = {
  async run() {
    const models = await startModelServer();
    models.answer(() => ({ text: JSON.stringify({ text: "So it is with them." }), headersAfterMs: MODEL_MS }));
    const env = { RATE_LIMIT: "off", MODELS: "openai:m", OPENAI_API_KEY: "k", OPENAI_BASE_URL: models.openaiUrl };
    try {
      const results = await translateOn("embedded", env, models);
      if (!postgresAvailable || !redisAvailable) return results;
      const [redis, postgres] = await Promise.all([startRedisServer(), startPostgresServer()]);
      const scaled = { ...env, REDIS_URL: redis.url, DATABASE_URL: postgres.url };
      const worker = await startFarmcast("worker", scaled);
      try {
        return [...results, ...(await translateOn("scaled", scaled, models))];
      } finally {
        await worker.kill();
        await Promise.all([redis.stop(), postgres.stop()]);
      }
    } finally {
      await models.close();
    }
  },
};

async function translateOn(mode: "embedded" | "scaled", env: Record<string, string>, models: ModelServer): Promise<Result[]> {
  const service = await startService(env, mode === "embedded" ? "all" : "web");
  try {
    models.tookMs.length = 0;
    const seenMs = await say(service);
    const tookMs = seenMs.map((ms, at) => ms - (models.tookMs[at] ?? Number.NaN)).slice(WARM_UP);
    const note = `a free sentence to the English viewer less the model's own time, ${tookMs.length} of them`;
    return [
      { name: `${mode}, a translated caption: p50`, unit: "ms", ours: percentile(tookMs, 0.5), promise: { of: "ours", atMost: 10 }, note },
      { name: `${mode}, a translated caption: p99`, unit: "ms", ours: percentile(tookMs, 0.99), promise: { of: "ours", atMost: 25 }, note },
    ];
  } finally {
    await service.stop();
  }
}

/** How long each sentence took to be seen, in milliseconds: from its first byte out to the caption's bytes in, whatever a client makes of them. */
async function say(service: RunningService): Promise<number[]> {
  const headers = { ...authorised(service), "content-type": "application/json" };
  const opened = await fetch(`${service.url}/v1/shows`, {
    method: "POST",
    headers,
    body: JSON.stringify({ title: "bench", languages: ["vi", "en"] }),
  });
  const show = showSchema.parse(await opened.json());
  const url = new URL(show.links.captions, service.url);
  url.searchParams.set("lang", "en");
  const agent = new Agent({ keepAlive: true });
  const saidAt: number[] = [];
  const tookMs: number[] = [];
  const { promise: joined, resolve: join } = Promise.withResolvers<void>();
  const { promise: seen, resolve: see, reject } = Promise.withResolvers<void>();
  const viewer = get(url, { headers: { accept: "text/event-stream" } }, (response) => {
    response.setEncoding("utf8").on("data", (chunk: string) => {
      const at = performance.now();
      if (chunk.includes("event: snapshot\n")) join();
      for (const [, provenance] of chunk.matchAll(/"provenance":"(\w+)"/g)) {
        if (provenance !== "machine") reject(new Error(`a caption came as ${provenance}, not translated`));
        tookMs.push(at - (saidAt[tookMs.length] ?? Number.NaN));
      }
      if (tookMs.length === SENTENCES) see();
    });
  });
  await joined;
  for (let at = 0; at < SENTENCES; at += 1) {
    const text = [WHO[at % WHO.length], DOES[Math.floor(at / WHO.length) % DOES.length], WHEN[Math.floor(at / 48) % WHEN.length]].join(" ");
    const body = JSON.stringify({ id: `s${at}`, text, final: true });
    saidAt.push(performance.now());
    request(`${service.url}/v1/shows/${show.id}/segments`, { method: "POST", headers, agent }, (response) => response.resume()).end(body);
    await sleep(SENTENCE_EVERY_MS);
  }
  await seen;
  viewer.destroy();
  agent.destroy();
  return tookMs;
}
