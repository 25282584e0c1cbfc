import { and, asc, eq, gt, sql, type SQL } from "#database/drizzle.ts";
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
  const { seq, name, data } = storyEvents;
  const rows = await services.database.db
    .select({ status: stories.status, event: { seq, name, data } })
    .from(stories)
    .leftJoin(storyEvents, and(eq(storyEvents.storyId, stories.id), gt(seq, afterSeq)))
    .where(and(eq(stories.id, storyId), eq(stories.accountId, accountId)))
    .orderBy(asc(seq));
  const [first] = rows;
  if (first === undefined) throw new AppError("story_not_found", { storyId });
  const events = rows.flatMap(({ event }) => event ?? []);
  return { events, ended: first.status === "ready" || first.status === "failed" };
}

export type NewStoryEvent = { mark: string; name: StoryEventName; data: unknown };

/** What makes an event the same: its telling, its name, and what of it there are several. */
export function markOf(telling: number, name: StoryEventName, part = ""): string {
  return `${telling}/${name}/${part}`;
}

/**
 * What appends events in the statement that makes them true, behind a `held` that has the story's row or none; their data is in `told`.
 * A `mark` seen before adds nothing. The story is named, not looked up in `held`: only then its events are found by their index.
 */
export function appendStoryEvents(storyId: string, events: readonly NewStoryEvent[]): SQL[] {
  const rows = JSON.stringify(events.map((event, position) => ({ ...event, position })));
  return [
    sql`told as (select * from jsonb_to_recordset(${rows}::jsonb) as told (position int, mark text, name text, data jsonb))`,
    sql`announced as (
      insert into ${storyEvents} (story_id, seq, mark, name, data)
      select ${storyId}, before.seq + row_number() over (order by told.position), told.mark, told.name, told.data
      from held cross join told
      cross join (select coalesce(max(seq), 0) as seq from ${storyEvents} where story_id = ${storyId}) as before
      where not exists (select from ${storyEvents} as known where known.story_id = ${storyId} and known.mark = told.mark))`,
  ];
}

/** Rings after the commit: whoever listens reads the rows. */
export async function announceStoryEvents(services: Services, storyId: string): Promise<void> {
  await services.bus.publish(storyChannel(storyId), "").catch((error: unknown) => {
    services.logger.warn({ storyId, err: error }, "story event not announced");
  });
}
