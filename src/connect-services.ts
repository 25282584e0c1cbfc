import { Redis } from "ioredis";
import type { Config } from "#config.ts";
import { connectDatabase } from "#database/connect.ts";
import { loadWords } from "#i18n/words.ts";
import { createJobs } from "#jobs/enqueue.ts";
import { createLocalBus, createRedisBus, type EventBus } from "#live/event-bus.ts";
import { createLogger, type Logger } from "#logger.ts";
import { createMetrics } from "#metrics.ts";
import { connectModels } from "#models/connect-models.ts";
import { connectTranscriber } from "#models/connect-transcriber.ts";
import { withBudget } from "#models/token-budget.ts";
import { loadPrompts } from "#prompts/load-prompts.ts";
import type { Services } from "#services.ts";
import { openRulesThreads } from "#stories/open-rules-threads.ts";

const REDIS_RECONNECT_MAX_MS = 1_000;
const REDIS_CONNECT_TIMEOUT_MS = 2_000;

/** Wires everything a process needs: embedded without `databaseUrl` and `redisUrl`, scaled with them. `close` undoes it in reverse. */
export async function connectServices(config: Config): Promise<Services & { close(): Promise<void> }> {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const words = loadWords();
  const prompts = loadPrompts();
  const database = await connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  const bus = config.redisUrl === undefined ? createLocalBus() : connectBus(config.redisUrl, logger);
  const jobs = await createJobs({ config, database, logger, metrics });
  const model = connectModels(config, {
    wrap: (target) => withBudget(target, database, config),
    onAttempt: ({ task, vendor, failure, usage }) => {
      metrics.modelCalls.inc({ vendor, task, outcome: failure ?? "ok" });
      metrics.modelTokens.inc({ vendor, direction: "in" }, usage.inputTokens);
      metrics.modelTokens.inc({ vendor, direction: "out" }, usage.outputTokens);
    },
  });
  const transcriber = connectTranscriber(config, database);
  const rules = openRulesThreads(database.spare);
  return {
    config,
    logger,
    metrics,
    words,
    prompts,
    database,
    bus,
    jobs,
    model,
    transcriber,
    rules,
    async close() {
      await jobs.close();
      await rules.close();
      await bus.close();
      await database.close();
    },
  };
}

function connectBus(redisUrl: string, logger: Logger): EventBus {
  const options = {
    connectTimeout: REDIS_CONNECT_TIMEOUT_MS,
    retryStrategy: (attempt: number) => Math.min(attempt * 100, REDIS_RECONNECT_MAX_MS),
  };
  // A publish that cannot go out now is worth nothing later: listeners read the rows when the bus is back.
  // A sentence rings once a language: together, in one write.
  const publisher = new Redis(redisUrl, { ...options, enableOfflineQueue: false, maxRetriesPerRequest: 1, enableAutoPipelining: true });
  const subscriber = new Redis(redisUrl, { ...options, maxRetriesPerRequest: null });
  for (const connection of [publisher, subscriber]) {
    connection.on("error", (error: Error) => logger.debug({ err: error }, "event bus connection"));
  }
  return createRedisBus(publisher, subscriber);
}
