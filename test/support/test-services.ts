import { PassThrough } from "node:stream";
import { readConfig, type Config } from "#config.ts";
import { connectDatabase } from "#database/connect.ts";
import { loadWords } from "#i18n/words.ts";
import { createJobs } from "#jobs/enqueue.ts";
import { createLocalBus } from "#live/event-bus.ts";
import { createLogger } from "#logger.ts";
import { createMetrics } from "#metrics.ts";
import { connectTranscriber } from "#models/connect-transcriber.ts";
import type { LanguageModel } from "#models/language-model.ts";
import { loadPrompts } from "#prompts/load-prompts.ts";
import type { Services } from "#services.ts";
import { createRulesWriter } from "#stories/rules-writer.ts";
import { migratedDatabase } from "./migrated-database.ts";

export type TestServices = Services & { close(): Promise<void>; logged(): string };

/**
 * The real services on PGlite in memory and the in-process bus, with their jobs queued there; workers are started by
 * the test that wants them. `logged()` is everything the log has been told.
 */
export async function createTestServices({
  env = {},
  model,
}: { env?: Record<string, string>; model?: LanguageModel } = {}): Promise<TestServices> {
  const config: Config = readConfig({ PORT: "0", LOG_LEVEL: "debug", RATE_LIMIT: "off", ...env });
  const log = new PassThrough();
  let logged = "";
  log.on("data", (chunk: Buffer) => (logged += chunk.toString()));
  const logger = createLogger(config.logLevel, log);
  const metrics = createMetrics();
  const database = await connectDatabase({ databaseUrl: config.databaseUrl, template: await migratedDatabase() });
  const bus = createLocalBus();
  const words = loadWords();
  const jobs = await createJobs({ config, database, logger, metrics });
  return {
    config,
    logger,
    metrics,
    words,
    rules: createRulesWriter(words),
    prompts: loadPrompts(),
    database,
    bus,
    jobs,
    model,
    transcriber: connectTranscriber(config, database),
    logged: () => logged,
    async close() {
      await jobs.close();
      await bus.close();
      await database.close();
    },
  };
}
