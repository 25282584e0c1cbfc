import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";

/** Queues, most urgent first. Each has its own workers, so that a thousand stories never delay a caption. */
export const QUEUES = {
  live: { concurrency: 32 },
  comments: { concurrency: 4 },
  stories: { concurrency: 8 },
  upkeep: { concurrency: 1 },
} as const;
export type QueueName = keyof typeof QUEUES;

type JobContract = {
  queue: QueueName;
  /** Ids only: what a job works on lies in the database. */
  payload: z.ZodType;
  /** Deliveries of a job that fails, the first included. Stalled deliveries are not counted. */
  attempts: number;
};

/** Every job there is. A new one is a row here, a line in `handlers.ts`, a verb and a test. */
export const JOBS = {
  "story.write": { queue: "stories", payload: z.object({ storyId: z.string(), telling: z.int() }), attempts: 3 },
  "caption.translate": { queue: "live", payload: z.object({ showId: z.string(), segmentId: z.string(), language: languageSchema }), attempts: 2 },
  "comment.translate": { queue: "comments", payload: z.object({ showId: z.string(), commentId: z.string() }), attempts: 3 },
  "stories.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "captions.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "records.expire": { queue: "upkeep", payload: z.object({}), attempts: 1 },
} as const satisfies Record<string, JobContract>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]["payload"]>;

/** Jobs that come round by themselves, in milliseconds from one start to the next. */
export const SCHEDULES = {
  "stories.recover": { everyMs: 3_000 },
  "captions.recover": { everyMs: 2_000 },
  "records.expire": { everyMs: 3_600_000 },
} as const satisfies Partial<Record<JobName, { everyMs: number }>>;

/** The same work has the same id, so that asking twice is asking once. Encoded, as `:` is the queue's own separator. */
export function jobId<Name extends JobName>(name: Name, payload: JobPayload<Name>): string {
  return [name, ...Object.values(payload)].map((part) => encodeURIComponent(String(part))).join("/");
}
