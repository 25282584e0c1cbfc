import { Agent, request } from "node:http";
import { Queue } from "bullmq";
import { startService } from "../../scripts/start-service.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer } from "../support/redis-server.ts";
import { ratePerSecond, takeTurns, type Bench } from "./result.ts";

const COUNT = 1_000;
const WIDTH = 32;
const BODY = JSON.stringify({ notes: "vai thieu 25k/kg" });

/** `POST /v1/stories` to its 202 (key, limits, row, job), against BullMQ's own `add` on the same Redis. */
export const acceptStories: Bench = {
  ...(postgresAvailable && redisAvailable ? {} : { skip: "needs redis-server and PostgreSQL" }),
  async run() {
    const [redis, postgres] = await Promise.all([startRedisServer(), startPostgresServer()]);
    const settings = { REDIS_URL: redis.url, DATABASE_URL: postgres.url, RATE_LIMIT: "off" };
    const service = await startService(settings, "web");
    const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
    const queue = new Queue("bench", { connection: { url: redis.url } });
    try {
      const post = () => postStory(service, agent);
      await ratePerSecond(COUNT / 4, WIDTH, post);
      const measured = await takeTurns(
        () => ratePerSecond(COUNT, WIDTH, post),
        () => ratePerSecond(COUNT, WIDTH, (at) => queue.add("story", { storyId: String(at) }, { removeOnComplete: true })),
      );
      const note = `HTTP POST to 202 with a row in PostgreSQL, against Queue.add; ${WIDTH} at once, the client on the same machine`;
      return [{ name: "accept a story", unit: "/s", ...measured, promise: { of: "ratio", atLeast: 0.1 }, note }];
    } finally {
      agent.destroy();
      await queue.close();
      await service.stop();
      await Promise.all([redis.stop(), postgres.stop()]);
    }
  },
};

function postStory({ url, key }: { url: string; key: string }, agent: Agent): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", "content-length": Buffer.byteLength(BODY) };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/stories`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => (response.statusCode === 202 ? resolve() : reject(new Error(`answered ${response.statusCode}`))));
    });
    sent.on("error", reject);
    sent.end(BODY);
  });
}
