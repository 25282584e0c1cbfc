import type { Config } from "#config.ts";
import type { Database } from "#database/connect.ts";
import type { Words } from "#i18n/words.ts";
import type { Jobs } from "#jobs/enqueue.ts";
import type { EventBus } from "#live/event-bus.ts";
import type { Logger } from "#logger.ts";
import type { Metrics } from "#metrics.ts";
import type { LanguageModel } from "#models/language-model.ts";
import type { Transcriber } from "#models/transcriber.ts";
import type { Prompts } from "#prompts/load-prompts.ts";
import type { RulesWriter } from "#stories/rules-writer.ts";

/** What every verb may use; wired once, closed in reverse order. */
export type Services = {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  words: Words;
  prompts: Prompts;
  database: Database;
  bus: EventBus;
  jobs: Jobs;
  /** Absent without keys: the rules write. */
  model: LanguageModel | undefined;
  /** Absent unless set: the browser hears. */
  transcriber: Transcriber | undefined;
  /** The reader and writer without a model. */
  rules: RulesWriter;
};
