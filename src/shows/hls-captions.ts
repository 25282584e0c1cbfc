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

type Track = { openedAtMs: number; endedAtMs: number | undefined; captions: TimedCaption[] };
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
  const { openedAtMs, endedAtMs, captions } = await trackOf(services, asked);
  const lastMs = endedAtMs === undefined ? 0 : Math.max(endedAtMs - openedAtMs, ...captions.slice(-1).map(({ endMs }) => endMs));
  const count =
    endedAtMs === undefined
      ? Math.max(0, Math.floor((Date.now() - openedAtMs - CAPTION_DEADLINE_MS) / SEGMENT_MS))
      : Math.max(1, Math.ceil(lastMs / SEGMENT_MS));
  const first = endedAtMs === undefined ? Math.max(0, count - WINDOW) : 0;
  const segments = Array.from({ length: count - first }, (_, at) => {
    const index = first + at;
    const startsAt = new Date(openedAtMs + index * SEGMENT_MS).toISOString();
    return `#EXT-X-PROGRAM-DATE-TIME:${startsAt}\n#EXTINF:${SEGMENT_MS / 1_000},\n${segmentUrl(index)}\n`;
  });
  const head = `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:${SEGMENT_MS / 1_000}\n#EXT-X-MEDIA-SEQUENCE:${first}\n`;
  return `${head}${segments.join("")}${endedAtMs === undefined ? "" : "#EXT-X-ENDLIST\n"}`;
}

/** One segment: every caption that is on the screen in its six seconds, an empty file where there is none. Throws `show_not_found`. */
export async function hlsSegment(services: Services, asked: Asked, index: number): Promise<string> {
  const { captions } = await trackOf(services, asked);
  const from = index * SEGMENT_MS;
  const shown = captions.filter(({ startMs, endMs }) => startMs < from + SEGMENT_MS && endMs > from);
  return webVtt(`WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${asked.mpegts},LOCAL:00:00:00.000\n`, shown);
}

const tracks = new WeakMap<Services, Map<string, { until: number; track: Promise<Track> }>>();

function trackOf(services: Services, { showId, language }: Asked): Promise<Track> {
  const kept = tracks.get(services) ?? new Map<string, { until: number; track: Promise<Track> }>();
  tracks.set(services, kept);
  const now = performance.now();
  for (const [key, { until }] of kept) if (until < now) kept.delete(key);
  const key = `${showId}:${language}`;
  const known = kept.get(key);
  if (known !== undefined) return known.track;
  const track = readTrack(services, showId, language);
  kept.set(key, { until: now + FRESH_MS, track });
  track.catch(() => kept.delete(key));
  return track;
}

async function readTrack(services: Services, showId: string, language: Language): Promise<Track> {
  const [show] = await services.database.db.select().from(shows).where(eq(shows.id, showId));
  if (show === undefined) throw new AppError("show_not_found", { showId });
  if (!show.languages.includes(language)) throw new AppError("not_found", { showId, language });
  const record = await readRecord(services, showId, language);
  return {
    openedAtMs: show.createdAt.getTime(),
    endedAtMs: show.endedAt?.getTime(),
    captions: timeCaptions(record.filter(({ status }) => status === "final")),
  };
}
