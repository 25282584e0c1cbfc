import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startFarmcast, type FarmcastProcess } from "../support/farmcast-process.ts";
import { SERVED_USAGE, startModelServer, type ModelServer } from "../support/model-server.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";

const CALL_TOKENS = SERVED_USAGE.inputTokens + SERVED_USAGE.outputTokens;
/** One call at most, and a few answers. */
const SHOW_TOKENS = 5_000;
const SCRIPT = [{ id: "l1", vi: "Vườn nhà em trồng ổi lê từ năm ngoái.", en: "Our garden has grown pear guavas since last year." }];
/** What no phrasebook knows. */
const SAID = ["con mèo nằm ngủ trên mái nhà", "ông hàng xóm đang thổi sáo", "trời xanh và nắng đẹp ghê", "mấy đứa nhỏ chạy ra ngoài sân"];

const recordSchema = z.object({ cues: z.array(z.object({ cue: z.string(), text: z.string(), provenance: z.string() })) });
const statsSchema = z.object({ tokens: z.object({ used: z.number(), limit: z.number(), spent: z.boolean() }) });

let models: ModelServer;
let running: FarmcastProcess[] = [];
beforeAll(async () => {
  models = await startModelServer();
});
beforeEach(() => {
  models.requests.length = 0;
  models.answer(({ user }) => ({
    text: JSON.stringify(
      user.includes("<comment>")
        ? { language: "en", vi: "Trời ở đó lạnh không ạ?", reply: null, factIds: [] }
        : { text: "Something else altogether" },
    ),
  }));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.kill()));
});
afterAll(() => models?.close());

const start = async (role: "all" | "web" | "worker", env: Record<string, string>) => {
  const farmcast = await startFarmcast(role, { SHOW_TOKENS: String(SHOW_TOKENS), ...env });
  running.push(farmcast);
  return farmcast;
};

/** A show as its streamer's devices see it. */
async function openShow(web: () => FarmcastProcess) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await web().request(method, path, body);
    expect(response.status).toBeLessThan(300);
    return response.json();
  };
  const { id } = z
    .object({ id: z.string() })
    .parse(await ask("POST", "/v1/shows", { title: "Ổi", script: SCRIPT, languages: ["vi", "en"] }));
  return {
    stats: async () => statsSchema.parse(await ask("GET", `/v1/shows/${id}/stats`)).tokens,
    /** What a sentence's English caption is in the end. */
    async say(segmentId: string, text: string) {
      const { cueId } = z
        .object({ cueId: z.string() })
        .parse(await ask("POST", `/v1/shows/${id}/segments`, { id: segmentId, text, final: true }));
      const record = async () => {
        const { cues } = recordSchema.parse(await ask("GET", `/v1/shows/${id}/captions.json?lang=en`));
        return cues.find(({ cue }) => cue === cueId);
      };
      await expect.poll(record, { timeout: 15_000 }).toBeDefined();
      return record();
    },
    comment: (commentId: string, text: string) => ask("POST", `/v1/shows/${id}/comments`, { id: commentId, author: "Ann", text }),
  };
}

async function spend(show: Awaited<ReturnType<typeof openShow>>): Promise<number> {
  for (let at = 0; at < 40; at += 1) {
    const caption = await show.say(`s${at}`, `${SAID[at % SAID.length]} ${"à ".repeat(at)}`.trim());
    if (caption?.provenance === "source") return at;
  }
  throw new Error("the budget was never spent");
}

const VENDORS: [string, () => Record<string, string>][] = [
  ["Anthropic", () => ({ MODELS: "anthropic:m", ANTHROPIC_API_KEY: "k", ANTHROPIC_BASE_URL: models.anthropicUrl })],
  ["OpenAI", () => ({ MODELS: "openai:m", OPENAI_API_KEY: "k", OPENAI_BASE_URL: models.openaiUrl })],
];

describe("a show's budget of model tokens", { timeout: 90_000 }, () => {
  test.each(VENDORS)(
    "is counted by what %s says; once spent, lines, phrases and originals go on, after a restart too",
    async (_, vendor) => {
      const folder = mkdtempSync(join(tmpdir(), "farmcast-budget-"));
      try {
        const env = { DATA_DIR: folder, ...vendor() };
        let web = await start("all", env);
        const show = await openShow(() => web);
        expect(await show.stats()).toEqual({ used: 0, limit: SHOW_TOKENS, spent: false });
        await show.comment("c1", "Is the weather cold over there these days my friend?");
        await expect.poll(async () => (await show.stats()).used).toBe(CALL_TOKENS);
        const translated = await spend(show);
        expect(translated).toBeGreaterThan(1);
        const used = (translated + 1) * CALL_TOKENS;
        expect(await show.stats()).toEqual({ used, limit: SHOW_TOKENS, spent: true });

        expect(await show.say("line", SCRIPT[0]?.vi ?? "")).toMatchObject({ provenance: "script", text: SCRIPT[0]?.en });
        expect(await show.say("phrase", "cảm ơn cả nhà")).toMatchObject({ provenance: "machine" });
        await web.kill();
        web = await start("all", env);
        expect(await show.say("after", "cái võng treo dưới gốc cây")).toMatchObject({
          provenance: "source",
          text: "cái võng treo dưới gốc cây",
        });
        expect(await show.stats()).toEqual({ used, limit: SHOW_TOKENS, spent: true });
        expect(models.requests).toHaveLength(translated + 1);
        // Another show has its own.
        const other = await openShow(() => web);
        expect(await other.say("s1", "đàn vịt bơi ngoài ao")).toMatchObject({ provenance: "machine" });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  test.skipIf(!postgresAvailable || !redisAvailable)(
    "is one for all processes, and a killed worker takes nothing of it along",
    async () => {
      const [postgres, redis] = [await startPostgresServer(), await startRedisServer()];
      try {
        const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, ...VENDORS[0]?.[1]() };
        const web = await start("web", env);
        const [first] = [await start("worker", env), await start("worker", env)];
        const show = await openShow(() => web);
        const translated = await spend(show);
        await first.kill();
        expect(await show.say("after", "cái võng treo dưới gốc cây")).toMatchObject({ provenance: "source" });
        expect(await show.stats()).toEqual({ used: translated * CALL_TOKENS, limit: SHOW_TOKENS, spent: true });
      } finally {
        await Promise.all(running.splice(0).map((one) => one.kill()));
        await redis.stop();
        await postgres.stop();
      }
    },
  );
});
