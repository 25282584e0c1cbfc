import { setImmediate as nextTurn } from "node:timers/promises";
import { and, desc, eq, isNotNull, isNull, or, sql } from "#database/drizzle.ts";
import { comments, shows } from "#database/schema.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Replies } from "./answer-by-cards.ts";
import { lockComments } from "./lock-comments.ts";
import { readBehind } from "./read-behind.ts";
import { commentsChannel } from "./read-comments.ts";
import { readOnAir } from "./read-on-air.ts";
import { storiesOf } from "./stories-asked.ts";
import { suggestNow, type SuggestionBasis } from "./suggestion-basis.ts";

type Which = {
  /** Whoever asks anew is not told what holds no longer: an answer that was a suggestion then is taken back. */
  askedAgain?: string;
  /** This one is about to be sent. */
  commentId?: string;
};

/** Consoles show the last comments, so older ones have nobody to mislead. */
const RENEWED_MAX = 200;

/**
 * Holds a show's suggested replies against what was said on air by now; one that no longer holds is replaced, or withdrawn,
 * on every console. Of all that are not answered or were answered with one, or of a single comment.
 */
export async function renewSuggestions(
  services: Services,
  showId: string,
  { askedAgain, commentId = askedAgain }: Which = {},
): Promise<void> {
  const { db } = services.database;
  const open = and(eq(comments.showId, showId), isNotNull(comments.basis), isNull(comments.sameAs));
  const isOfSuggestions = or(isNull(comments.replied), sql`${comments.suggested} ? ${comments.replied}`);
  const rows = await db
    .select()
    .from(comments)
    .where(and(open, commentId === undefined ? isOfSuggestions : eq(comments.id, commentId)))
    .orderBy(desc(comments.createdAt))
    .limit(RENEWED_MAX);
  if (rows.length === 0) return;
  const [show] = await db.select({ lines: shows.lines }).from(shows).where(eq(shows.id, showId));
  const lines = show?.lines ?? [];
  const [behind, said] = await Promise.all([readBehind(services, storiesOf(lines)), readOnAir(services, showId, lines)]);
  // Buyers ask the same few things: what answers one of them answers all.
  const known = new Map<string, Replies>();
  const keyOf = (basis: SuggestionBasis, language: Language) => JSON.stringify([language, basis]);
  for (const { basis, language } of rows) {
    if (basis === null || language === null || known.has(keyOf(basis, language))) continue;
    known.set(keyOf(basis, language), suggestNow(basis, { language, behind, said }));
    // Captions do not wait for twenty different questions.
    await nextTurn();
  }
  const changed = rows.flatMap(({ id, basis, language, replies, suggested, replied }) => {
    const now = basis && language && known.get(keyOf(basis, language));
    if (!now || language === null) return [];
    const old = askedAgain !== undefined && replied !== null && suggested.includes(replied) && !isOneOf(replied, now) ? replied : null;
    const wordings = [...new Set([...suggested, ...Object.values(now)])];
    return isSame(now, replies) && old === null ? [] : [{ id, reply: now[language] ?? null, replies: now, suggested: wordings, old }];
  });
  if (changed.length === 0) return;
  await db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    for (const { id, reply, replies, suggested, old } of changed) {
      await transaction.execute(sql`
        update ${comments} set reply = ${reply}, replies = ${JSON.stringify(replies)}::jsonb, suggested = ${JSON.stringify(suggested)}::jsonb,
          replied = nullif(replied, ${old}), seq = default where show_id = ${showId} and id = ${id}`);
    }
  });
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
}

function isOneOf(text: string, replies: Replies): boolean {
  return Object.values(replies).includes(text);
}

function isSame(one: Replies, other: Replies): boolean {
  return LANGUAGES.every((language) => one[language] === other[language]);
}
