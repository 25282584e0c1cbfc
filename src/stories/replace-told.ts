import { sql, type SQL } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { facts, pitches } from "#database/schema.ts";
import type { Fact } from "#facts/fact.ts";
import type { TellingInOneLanguage } from "./story.ts";

/** What the event in `told` says becomes the story's, behind a `held` that has its row or none: the text is sent once. */
export function factsFromEvent(storyId: string): SQL[] {
  return [
    sql`gone as (
      delete from ${facts} using held, told
      where story_id = ${storyId} and told.name = 'facts' and not told.data->'facts' @> jsonb_build_array(jsonb_build_object('id', ${facts.id})))`,
    sql`read as (
      insert into ${facts} (story_id, position, id, kind, source, quote, start, "end", text, amount, date, converted, term)
      select ${storyId}, fact.position - 1, fact.id, kind, source, quote, start, "end", text, amount, date, converted, term
      from held cross join told cross join lateral rows from (
        jsonb_to_recordset(told.data->'facts') as (id text, kind text, source text, quote text, start int, "end" int, text text,
          amount jsonb, date jsonb, converted jsonb, term text)
      ) with ordinality as fact (id, kind, source, quote, start, "end", text, amount, date, converted, term, position)
      where told.name = 'facts'
      on conflict (story_id, id) do update set position = excluded.position, kind = excluded.kind, source = excluded.source,
        quote = excluded.quote, start = excluded.start, "end" = excluded."end", text = excluded.text, amount = excluded.amount,
        date = excluded.date, converted = excluded.converted, term = excluded.term)`,
  ];
}

export function pitchFromEvent(storyId: string): SQL[] {
  return [
    sql`said as (
      insert into ${pitches} (story_id, language, pitch, listing, slug, writer)
      select ${storyId}, data->>'language', data->'pitch', data->'listing', data->'listing'->>'slug', data->'writer'
      from held cross join told
      where told.name = 'pitch'
      on conflict (story_id, language) do update set pitch = excluded.pitch, listing = excluded.listing, slug = excluded.slug,
        writer = excluded.writer)`,
  ];
}

/** The same without an event, in the transaction of whoever holds the row. */
export async function replaceFacts(transaction: Transaction, storyId: string, { facts: told }: { facts: readonly Fact[] }): Promise<void> {
  await transaction.execute(sql`with ${given("facts", { facts: told })}, ${sql.join(factsFromEvent(storyId), sql`, `)} select`);
}

export async function replacePitch(transaction: Transaction, storyId: string, told: TellingInOneLanguage): Promise<void> {
  await transaction.execute(sql`with ${given("pitch", told)}, ${sql.join(pitchFromEvent(storyId), sql`, `)} select`);
}

function given(name: "facts" | "pitch", data: object): SQL {
  return sql`held as (select), told as (select ${name}::text as name, ${JSON.stringify(data)}::jsonb as data)`;
}
