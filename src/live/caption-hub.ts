import type { ServerResponse } from "node:http";
import { AppError } from "#errors.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { CaptionRoom } from "./caption-room.ts";
import { readRoomHeads } from "./caption-rows.ts";
import { joinLines } from "./join-lines.ts";
import { SseClient } from "./sse-client.ts";

export type CaptionHub = {
  /**
   * Answers with a stream of captions and returns once the client has caught up: all it missed since `lastEventId`, or
   * `gap` and a snapshot, or a snapshot for a new one. Several languages come as `joinLines` tells them. Throws `show_not_found` or `not_found` before anything is written.
   */
  attach(
    stream: { showId: string; language: Language | readonly Language[]; lastEventId?: string },
    response: ServerResponse,
  ): Promise<void>;
  /** Open streams. */
  readonly clients: number;
  /** Ends all streams; the clients are told when to come back, spread over a few seconds. */
  close(): Promise<void>;
};

const HEARTBEAT_MS = 15_000;
/** How often rooms look whether they are behind the rows, and sooner while the bus is away. */
const CHECK_MS = 5_000;
const CHECK_WITHOUT_BUS_MS = 500;
/** An empty room is kept for whoever lost the line. */
const EMPTY_ROOM_KEPT_MS = 150_000;

/** The fan-out of captions: one room for each show and language, each event written down once and copied to every socket. */
export function createCaptionHub(services: Services): CaptionHub {
  const rooms = new Map<string, Promise<CaptionRoom>>();
  let closing = false;

  const roomOf = (showId: string, language: Language): Promise<CaptionRoom> => {
    const key = `${showId}:${language}`;
    const kept = rooms.get(key);
    if (kept !== undefined) return kept;
    const opened = CaptionRoom.open(services, showId, language);
    rooms.set(key, opened);
    opened.catch(() => rooms.delete(key));
    return opened;
  };
  const openRooms = async (): Promise<CaptionRoom[]> => {
    const settled = await Promise.allSettled(rooms.values());
    return settled.flatMap((room) => (room.status === "fulfilled" ? [room.value] : []));
  };

  /** One query for all rooms, whatever the number of viewers. */
  const checkRows = async (): Promise<void> => {
    const open = await openRooms();
    if (open.length === 0) return;
    const heads = await readRoomHeads(services, [...new Set(open.map((room) => room.showId))]);
    await Promise.all(open.map((room) => room.catchUp(heads.get(`${room.showId}:${room.language}`))));
  };
  let checking = false;
  let checkedAt = 0;
  const check = (): void => {
    if (checking || Date.now() - checkedAt < (services.bus.healthy ? CHECK_MS : CHECK_WITHOUT_BUS_MS)) return;
    checking = true;
    checkRows()
      .catch((error: unknown) => services.logger.warn({ err: error }, "captions not checked"))
      .finally(() => {
        checking = false;
        checkedAt = Date.now();
      });
  };
  const checkTimer = setInterval(check, CHECK_WITHOUT_BUS_MS);
  const heartbeatTimer = setInterval(() => {
    void openRooms().then((open) => {
      for (const room of open) {
        room.beat();
        if (room.emptySinceMs !== undefined && Date.now() - room.emptySinceMs > EMPTY_ROOM_KEPT_MS) {
          rooms.delete(`${room.showId}:${room.language}`);
          void room.close();
        }
      }
    });
  }, HEARTBEAT_MS);
  checkTimer.unref();
  heartbeatTimer.unref();
  const stopListening = services.bus.onRecovered(() => {
    checkedAt = 0;
    check();
  });

  const clients = new Set<SseClient>();
  return {
    get clients() {
      return clients.size;
    },
    async attach({ showId, language, lastEventId }, response) {
      if (closing) throw new AppError("stopping");
      const languages = [language].flat();
      const unknown = languages.find((one) => !LANGUAGES.includes(one));
      if (unknown !== undefined) throw new AppError("not_found", { language: unknown });
      const opened = await Promise.all(languages.map((one) => roomOf(showId, one)));
      // Whoever came while the room was opened would be in it for ever.
      if (closing) throw new AppError("stopping");
      const client = new SseClient(services, response, () => clients.delete(client));
      clients.add(client);
      const lines = typeof language === "string" ? undefined : joinLines(client, languages, lastEventId);
      // The answer has begun: whatever fails now can only end it, and the client comes back where it was.
      const joining = opened.map((room) =>
        lines === undefined ? room.join(client, lastEventId) : room.join(lines.line(room.language), lines.resumeAt(room.language)),
      );
      await Promise.all(joining).catch((error: unknown) => {
        services.logger.warn({ showId, language, err: error }, "caption stream cut");
        client.end();
      });
    },
    async close() {
      closing = true;
      clearInterval(checkTimer);
      clearInterval(heartbeatTimer);
      stopListening();
      for (const client of clients) client.end();
      await Promise.all((await openRooms()).map((room) => room.close()));
      rooms.clear();
    },
  };
}
