import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureOwner } from "#access/ensure-owner.ts";
import { readConfig } from "#config.ts";
import { connectServices } from "#connect-services.ts";
import { QUEUES } from "#jobs/contract.ts";
import { startWorkers } from "#jobs/worker.ts";
import { requestStory } from "#stories/request-story.ts";
import { testHandlers } from "../support/test-handlers.ts";
import { startBareQueue } from "./bare-queue.ts";
import { ratePerSecond, takeTurns, type Bench } from "./result.ts";

const STORIES = 600;
const WIDTH = 32;

/** Embedded, on disk: a story's row, its job, the delivery and an empty handler; from the first request to the last delivery. */
export const tellEmbedded: Bench = {
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "farmcast-bench-"));
    const services = await connectServices(readConfig({ DATA_DIR: folder, LOG_LEVEL: "warn" }));
    let left = 0;
    let finished = () => {};
    const handler = async () => {
      left -= 1;
      if (left === 0) finished();
    };
    const workers = await startWorkers(services, testHandlers({ "story.write": handler }));
    const bare = startBareQueue(services, handler, QUEUES.stories.concurrency);
    const round = async (ask: () => Promise<unknown>) => {
      left = STORIES;
      const { promise, resolve } = Promise.withResolvers<void>();
      finished = resolve;
      const startedAt = performance.now();
      await ratePerSecond(STORIES, WIDTH, ask);
      await promise;
      return STORIES / ((performance.now() - startedAt) / 1000);
    };
    try {
      const account = await ensureOwner(services);
      const measured = await takeTurns(
        () => round(() => requestStory(services, account, { notes: "vai thieu 25k/kg" })),
        () => round(() => bare.ask()),
      );
      const note = "row, job, delivery and an empty handler on PGlite, one process; against a bare queue and worker on the same PGlite";
      return [{ name: "embedded stories", unit: "/s", ...measured, promise: { of: "ours", atLeast: 300 }, note }];
    } finally {
      await Promise.all([workers.close(2_000), bare.close()]);
      await services.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
