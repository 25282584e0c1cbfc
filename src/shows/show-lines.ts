import { and, desc, eq, gt, isNotNull } from "#database/drizzle.ts";
import { cues, shows } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import type { HeardFinal } from "./heard-lately.ts";
import { indexLines, type LineIndex } from "./index-lines.ts";
import type { GlossaryTerm } from "./show.ts";
import type { Interim } from "./show-interim.ts";

/** A show as saying something in it needs it, kept in memory. Of what is prepared only the glossary changes once it is open. */
export type ShowLines = {
  languages: readonly Language[];
  glossary: readonly GlossaryTerm[];
  glossaryVersion: number;
  /** Ids of the products it speaks of, the most spoken of first. */
  products: readonly string[];
  openedAtMs: number;
  /** The last moment that was given to a sentence here, in milliseconds since the show opened. */
  momentMs: number;
  index: LineIndex;
  /** Position of the line after the last one said. A hint: another process may have heard a later one. */
  next: number;
  /** The last sentence, where it was no line: it may be the first half of one. */
  unmatched: { segmentId: string; text: string; receivedAtMs: number } | undefined;
  /** Sentences that are still being said, by their segments. */
  interims: Map<string, Interim>;
  /** The last finals heard here that were no noise, oldest first. */
  lately: HeardFinal[];
};

const SHOWS_KEPT_MAX = 50;
/** One cache for each wiring; it goes when the services go. */
const caches = new WeakMap<Services, Map<string, { accountId: string; lines: ShowLines }>>();

/** With the glossary of `glossaryVersion` or a later one. Throws `show_not_found`, also for another account's. */
export async function showLines(services: Services, accountId: string, showId: string, glossaryVersion = 0): Promise<ShowLines> {
  const cache = caches.get(services) ?? new Map<string, { accountId: string; lines: ShowLines }>();
  caches.set(services, cache);
  const kept = cache.get(showId);
  if (kept?.accountId === accountId) {
    if (kept.lines.glossaryVersion < glossaryVersion) await refreshGlossary(services, showId, kept.lines);
    return kept.lines;
  }
  const row = await findShowRow(services, accountId, showId);
  const index = indexLines(row.lines);
  const lines: ShowLines = {
    languages: row.languages,
    glossary: row.glossary,
    glossaryVersion: row.glossaryVersion,
    products: productsIn([row.title, ...row.lines.map(({ vi }) => vi)]),
    openedAtMs: row.createdAt.getTime(),
    momentMs: -1,
    index,
    next: await lineAfterLast(services, showId, index),
    unmatched: undefined,
    interims: new Map(),
    lately: [],
  };
  // Whoever asked at the same time may have been faster: there is one of each show.
  const faster = cache.get(showId);
  if (faster?.accountId === accountId) return faster.lines;
  const oldest = cache.size >= SHOWS_KEPT_MAX ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(showId, { accountId, lines });
  return lines;
}

/** What is in memory of a show, whosever it is. */
export function keptLines(services: Services, showId: string): ShowLines | undefined {
  return caches.get(services)?.get(showId)?.lines;
}

/** Takes up a glossary that was changed since, by whatever process; false where none was. */
export async function refreshGlossary({ database: { db } }: Services, showId: string, show: ShowLines): Promise<boolean> {
  const [row] = await db
    .select({ terms: shows.glossary, version: shows.glossaryVersion })
    .from(shows)
    .where(and(eq(shows.id, showId), gt(shows.glossaryVersion, show.glossaryVersion)));
  if (row === undefined) return false;
  show.glossary = row.terms;
  show.glossaryVersion = row.version;
  return true;
}

const PRODUCTS_MAX = 4;

function productsIn(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const { id } of texts.flatMap((text) => termsIn(text, "vi"))) {
    const kind = findTerm(id)?.kind;
    if (kind === "product" || kind === "variety") times.set(id, (times.get(id) ?? 0) + 1);
  }
  return [...times]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, PRODUCTS_MAX)
    .map(([id]) => id);
}

async function lineAfterLast(services: Services, showId: string, index: LineIndex): Promise<number> {
  const [last] = await services.database.db
    .select({ line: cues.line })
    .from(cues)
    .where(and(eq(cues.showId, showId), isNotNull(cues.line)))
    .orderBy(desc(cues.createdAt))
    .limit(1);
  return 1 + index.lines.findIndex(({ line }) => line.id === last?.line);
}
