import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";

/** Queues, most urgent first. Each has its own workers, so that a thousand stories never delay a caption. */
export const QUEUES = {
  live: { concurrency: 32 },
  comments: { concurrency: 4 },
  relays: { concurrency: 8 },
  stories: { concurrency: 8 },
  upkeep: { concurrency: 1 },
} as const;
export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = ["live", "comments", "relays", "stories", "upkeep"] as const satisfies QueueName[];

/** One of something for each queue. */
export function forEachQueue<T>(make: (queue: QueueName) => T): Record<QueueName, T> {
  return { live: make("live"), comments: make("comments"), relays: make("relays"), stories: make("stories"), upkeep: make("upkeep") };
}

type JobContract<Payload> = {
  queue: QueueName;
  /** Ids only: what a job works on lies in the database. */
  payload: z.ZodType<Payload>;
  /** Deliveries of a job that fails, the first included. Stalled deliveries are not counted. */
  attempts: number;
};

const contracts = {
  "story.write": { queue: "stories", payload: z.object({ storyId: z.string(), telling: z.int() }), attempts: 3 },
  "caption.translate": {
    queue: "live",
    payload: z.object({ showId: z.string(), segmentId: z.string(), language: languageSchema }),
    attempts: 2,
  },
  "comment.translate": { queue: "comments", payload: z.object({ showId: z.string(), commentId: z.string() }), attempts: 3 },
  "suggestions.renew": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  // It comes round by itself while the show goes on.
  "suggestions.hold": { queue: "comments", payload: z.object({ showId: z.string() }), attempts: 1 },
  "question.read": { queue: "comments", payload: z.object({ questionId: z.string() }), attempts: 3 },
  "answer.translate": { queue: "comments", payload: z.object({ questionId: z.string(), round: z.int() }), attempts: 3 },
  // It comes round by itself while anything is left to send.
  "captions.relay": { queue: "relays", payload: z.object({ relayId: z.string() }), attempts: 1 },
  "relays.ring": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "stories.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "captions.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "comments.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "questions.recover": { queue: "upkeep", payload: z.object({}), attempts: 1 },
  "records.expire": { queue: "upkeep", payload: z.object({}), attempts: 1 },
} as const satisfies Record<string, JobContract<object>>;

export type JobName = keyof typeof contracts;
type JobPayloads = { [Name in JobName]: z.infer<(typeof contracts)[Name]["payload"]> };
export type JobPayload<Name extends JobName> = JobPayloads[Name];

/** Every job there is. A new one is a row above, a line in `handlers.ts`, a verb and a test. */
export const JOBS: { readonly [Name in JobName]: JobContract<JobPayloads[Name]> } = contracts;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

/** Jobs that come round by themselves, in milliseconds from one start to the next. */
export const SCHEDULES: readonly { job: JobName; everyMs: number }[] = [
  { job: "relays.ring", everyMs: 1_000 },
  { job: "suggestions.renew", everyMs: 3_000 },
  { job: "stories.recover", everyMs: 3_000 },
  { job: "captions.recover", everyMs: 2_000 },
  { job: "comments.recover", everyMs: 5_000 },
  { job: "questions.recover", everyMs: 10_000 },
  { job: "records.expire", everyMs: 3_600_000 },
];

/** The same work has the same id, so that asking twice is asking once. Encoded, as `:` is the queue's own separator. */
export function jobId<Name extends JobName>(name: Name, payload: JobPayload<Name>): string {
  return [name, ...Object.values(payload)].map((part) => encodeURIComponent(String(part))).join("/");
}
