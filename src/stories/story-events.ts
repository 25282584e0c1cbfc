import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "#database/connect.ts";
import { stories, storyEvents } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { StoryEventName } from "./story.ts";

export type StoryEvent = { seq: number; name: StoryEventName; data: unknown };

/** The bus channel that rings when a story has a new event. */
export const storyChannel = (storyId: string): string => `story:${storyId}`;

/** A story's events after `afterSeq`; `ended` when its last telling is over and all was read. */
export async function readStoryEvents(
  services: Services,
  accountId: string,
  storyId: string,
  afterSeq: number,
): Promise<{ events: StoryEvent[]; ended: boolean }> {
  const { db } = services.database;
  // The status first: events of a telling that ends in between are then read, not missed.
  const [story] = await db
    .select({ status: stories.status })
    .from(stories)
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)));
  if (story === undefined) throw new AppError("story_not_found", { storyId });
  const events = await db
    .select({ seq: storyEvents.seq, name: storyEvents.name, data: storyEvents.data })
    .from(storyEvents)
    .where(and(eq(storyEvents.storyId, storyId), gt(storyEvents.seq, afterSeq)))
    .orderBy(asc(storyEvents.seq));
  return { events, ended: story.status === "ready" || story.status === "failed" };
}

export type NewStoryEvent = { mark: string; name: StoryEventName; data: unknown };

/** What makes an event the same: its telling, its name, and what of it there are several. */
export function markOf(telling: number, name: StoryEventName, part = ""): string {
  return `${telling}/${name}/${part}`;
}

/** Appends events in the transaction that makes them true, whose caller holds the story's row. A `mark` seen before adds nothing. */
export async function appendStoryEvents(transaction: Transaction, storyId: string, events: readonly NewStoryEvent[]): Promise<void> {
  const rows = events.map((event, position) => ({ ...event, position }));
  await transaction.execute(sql`
    insert into ${storyEvents} (story_id, seq, mark, name, data)
    select ${storyId}, before.seq + row_number() over (order by told.position), told.mark, told.name, told.data
    from (select coalesce(max(seq), 0) as seq from ${storyEvents} where story_id = ${storyId}) as before,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (position int, mark text, name text, data jsonb)
    where not exists (select from ${storyEvents} as known where known.story_id = ${storyId} and known.mark = told.mark)`);
}

/** Rings after the commit: whoever listens reads the rows. */
export async function announceStoryEvents(services: Services, storyId: string): Promise<void> {
  await services.bus.publish(storyChannel(storyId), "").catch((error: unknown) => {
    services.logger.warn({ storyId, err: error }, "story event not announced");
  });
}
