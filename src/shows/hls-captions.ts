import { eq } from "#database/drizzle.ts";
import { shows } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { CAPTION_DEADLINE_MS } from "./caption-deadline.ts";
import { readRecord } from "./read-record.ts";
import { timeCaptions, type TimedCaption } from "./time-captions.ts";
import { webVtt } from "./web-vtt.ts";

const SEGMENT_MS = 6_000;
/** Segments a live playlist names; of a show that is over it names all. */
const WINDOW = 10;
/** Players ask each for themselves; the rows are read once for all of them in this time. */
const FRESH_MS = 1_000;
/** The longest sentence is on the screen for less. Of six hours, only what lies so near is read. */
const AROUND_MS = 180_000;

type Opened = { openedAtMs: number; endedAtMs: number | undefined };
type Asked = {
  showId: string;
  language: Language;
  /** Where the show's first moment lies on the video's own clock of 90,000 ticks a second. */
  mpegts: number;
};

/**
 * A live subtitle playlist (RFC 8216): six-second WebVTT segments, named once their translations had their time.
 * `segmentUrl` makes an address of a segment's number. Throws `show_not_found`.
 */
export async function hlsPlaylist(services: Services, asked: Asked, segmentUrl: (index: number) => string): Promise<string> {
  const { openedAtMs, endedAtMs } = await openedOf(services, asked);
  const count = endedAtMs === undefined ? wholeSegments(openedAtMs) : await allSegments(services, asked, endedAtMs - openedAtMs);
  const first = endedAtMs === undefined ? Math.max(0, count - WINDOW) : 0;
  const segments = Array.from({ length: count - first }, (_, at) => {
    const index = first + at;
    const startsAt = new Date(openedAtMs + index * SEGMENT_MS).toISOString();
    return `#EXT-X-PROGRAM-DATE-TIME:${startsAt}\n#EXTINF:${SEGMENT_MS / 1_000},\n${segmentUrl(index)}\n`;
  });
  const head = `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:${SEGMENT_MS / 1_000}\n#EXT-X-MEDIA-SEQUENCE:${first}\n`;
  return `${head}${segments.join("")}${endedAtMs === undefined ? "" : "#EXT-X-ENDLIST\n"}`;
}

function wholeSegments(openedAtMs: number): number {
  return Math.max(0, Math.floor((Date.now() - openedAtMs - CAPTION_DEADLINE_MS) / SEGMENT_MS));
}

/** The last caption may stand on after the end. */
async function allSegments(services: Services, asked: Asked, lastedMs: number): Promise<number> {
  const last = await captionsAround(services, asked, lastedMs);
  return Math.max(1, Math.ceil(Math.max(lastedMs, ...last.map(({ endMs }) => endMs)) / SEGMENT_MS));
}

/** One segment: every caption that is on the screen in its six seconds, an empty file where there is none. Throws `show_not_found`. */
export async function hlsSegment(services: Services, asked: Asked, index: number): Promise<string> {
  await openedOf(services, asked);
  const from = index * SEGMENT_MS;
  const captions = await captionsAround(services, asked, from);
  const shown = captions.filter(({ startMs, endMs }) => startMs < from + SEGMENT_MS && endMs > from);
  return webVtt(`WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${asked.mpegts},LOCAL:00:00:00.000\n`, shown);
}

function openedOf(services: Services, { showId, language }: Asked): Promise<Opened> {
  return freshFor(opened, services, `${showId}:${language}`, async () => {
    const [show] = await services.database.db.select().from(shows).where(eq(shows.id, showId));
    if (show === undefined) throw new AppError("show_not_found", { showId });
    if (!show.languages.includes(language)) throw new AppError("not_found", { showId, language });
    return { openedAtMs: show.createdAt.getTime(), endedAtMs: show.endedAt?.getTime() };
  });
}

function captionsAround(services: Services, { showId, language }: Asked, atMs: number): Promise<TimedCaption[]> {
  return freshFor(around, services, `${showId}:${language}:${atMs}`, async () => {
    const startMs = { from: atMs - AROUND_MS, to: atMs + AROUND_MS };
    const record = await readRecord(services, showId, language, { startMs });
    return timeCaptions(record.filter(({ status }) => status === "final"));
  });
}

type Kept<Value> = WeakMap<Services, Map<string, { until: number; value: Promise<Value> }>>;
const opened: Kept<Opened> = new WeakMap();
const around: Kept<TimedCaption[]> = new WeakMap();

function freshFor<Value>(of: Kept<Value>, services: Services, key: string, read: () => Promise<Value>): Promise<Value> {
  const kept = of.get(services) ?? new Map<string, { until: number; value: Promise<Value> }>();
  of.set(services, kept);
  const now = performance.now();
  for (const [old, { until }] of kept) if (until < now) kept.delete(old);
  const known = kept.get(key);
  if (known !== undefined) return known.value;
  const value = read();
  kept.set(key, { until: now + FRESH_MS, value });
  value.catch(() => kept.delete(key));
  return value;
}
