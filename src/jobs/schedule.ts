import type { Services } from "#services.ts";
import { connectQueues, openQueue, type JobQueue } from "./connect-queues.ts";
import { JOBS, SCHEDULES, type JobName } from "./contract.ts";
import { JOB_OPTIONS } from "./enqueue.ts";
import { within } from "./within.ts";

const LOOK_EVERY_MS = 2_000;
/** A store in this very process is emptied by nobody. */
const EMBEDDED_LOOK_EVERY_MS = 30_000;
/** A round this late was lost, as after Redis was emptied; until then its worker may only be busy. */
const LATE_MS = 10_000;
const CLOSE_MS = 500;

/** Keeps every job of `SCHEDULES` coming round, and brings back those that the store has lost. Returns how to stop. */
export function startSchedules(services: Pick<Services, "config" | "database" | "logger">): () => Promise<void> {
  const connection = connectQueues(services, "producer");
  const queue = openQueue(connection, "upkeep");
  let looking = false;
  const look = async () => {
    if (looking || !connection.connected()) return;
    looking = true;
    try {
      for (const { job, everyMs } of SCHEDULES) await keep(queue, job, everyMs);
    } catch {
      // The store is gone; the next look may find it again.
    } finally {
      looking = false;
    }
  };
  void connection.ready().then(look, () => {});
  const timer = setInterval(() => void look(), connection.remote ? LOOK_EVERY_MS : EMBEDDED_LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    connection.disconnect();
    await within(CLOSE_MS, queue.close()).catch(() => {});
  };
}

async function keep(queue: JobQueue, job: JobName, everyMs: number) {
  const kept = await queue.getJobScheduler(job);
  if (kept?.every === everyMs && Date.now() - (kept.next ?? 0) < everyMs + LATE_MS) return;
  await queue.upsertJobScheduler(job, { every: everyMs }, { name: job, data: {}, opts: { ...JOB_OPTIONS, attempts: JOBS[job].attempts } });
}
