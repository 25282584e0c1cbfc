import { UnrecoverableError, type Processor } from "bullmq";
import { AppError } from "#errors.ts";
import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { JOBS, isJobName, type JobName } from "./contract.ts";
import type { Handlers } from "./handlers.ts";

type Outcome = "done" | "retried" | "failed" | "cancelled";

/** What a worker calls for every job: reads its payload, runs its handler, measures it and says how it ended. */
export function createProcessor(services: Services, handlers: Handlers): Processor<unknown> {
  const { logger, metrics } = services;
  // Three parameters, all required: only then BullMQ makes a signal.
  return async (job, _token, signal) => {
    const { id, name } = job;
    if (!isJobName(name)) throw new UnrecoverableError("unknown job");
    const startedMs = Date.now();
    if (job.attemptsStarted <= 1) metrics.queueWait.observe({ job: name }, Math.max(0, startedMs - job.timestamp - job.delay) / 1000);
    const end = (outcome: Outcome) => metrics.jobDuration.observe({ job: name, outcome }, (Date.now() - startedMs) / 1000);
    try {
      await run(services, handlers, name, job.data, signal ?? new AbortController().signal);
      end("done");
      logger.debug({ job: name, id, ms: Date.now() - startedMs }, "job done");
    } catch (error) {
      const last = !mayRetry(error) || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      end(signal?.aborted === true ? "cancelled" : last ? "failed" : "retried");
      logger.warn({ job: name, id, attempt: job.attemptsMade + 1, last, ...describe(error) }, "job failed");
      // The queue keeps what it is thrown, so it gets a code: messages of a database or a model hold what people wrote.
      throw last ? new UnrecoverableError(describe(error).code) : new Error(describe(error).code);
    }
  };
}

async function run<Name extends JobName>(services: Services, handlers: Handlers, name: Name, data: unknown, signal: AbortSignal) {
  const parsed = JOBS[name].payload.safeParse(data);
  if (!parsed.success) throw new UnrecoverableError("bad_payload");
  await handlers[name](services, parsed.data, signal);
}

/** Whether the same job may succeed later. What was refused, not found or spent will be so again. */
function mayRetry(error: unknown): boolean {
  if (error instanceof UnrecoverableError) return false;
  if (error instanceof ModelError) return error.retryable;
  return !(error instanceof AppError) || error.status >= 500;
}

/** A failure without its words: a code, and where it happened. */
function describe(error: unknown): { code: string; at?: string[] } {
  if (error instanceof AppError) return { code: error.code };
  if (error instanceof ModelError) return { code: error.failure };
  if (error instanceof UnrecoverableError) return { code: error.message };
  if (!(error instanceof Error)) return { code: "unknown" };
  const lines = error.stack?.split("\n") ?? [];
  const at = lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { code: error.name, at: at.slice(0, 5) };
}
