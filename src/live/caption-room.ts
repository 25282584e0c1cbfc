import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { captionChannel } from "./caption-channel.ts";
import type { Cue } from "#shows/cue.ts";
import { afterEvents, cueEvent, END, gapFrom, parseMessage, sseEvent } from "./caption-events.ts";
import { LAST_SEQ, readCaptionRows, readLastCaptions, readRoomHead, type RoomHead } from "./caption-rows.ts";
import type { Viewer } from "./join-lines.ts";

/** Events kept in memory for whoever lost the line: over two minutes of the fastest talk. */
const RING_SIZE = 512;
/** Older events are read and shared in blocks of this many. */
const BLOCK_SIZE = 512;
const BLOCKS_KEPT_MAX = 8;
/** Captions in a snapshot. */
const SNAPSHOT_SIZE = 30;
/** How long a missing number may take to come by itself before the rows are asked. */
const HOLE_WAIT_MS = 60;

/**
 * The captions of one show in one language: what was sent, in order, and who is watching. Events come from the bus in
 * any order and leave in the order of their numbers; a number that does not come is read from the rows.
 */
export class CaptionRoom {
  readonly showId: string;
  readonly language: Language;
  readonly #services: Services;
  readonly #epoch: string;
  readonly #clients = new Set<Viewer>();
  /** Serialised events, the last one is number `#seq`. */
  readonly #ring: Buffer[] = [];
  #seq: number;
  /** Captions as they now are, in the order they were first shown in, for snapshots; the oldest go. */
  readonly #captions = new Map<string, Cue>();
  readonly #waiting = new Map<number, Cue>();
  #holeTimer: NodeJS.Timeout | undefined;
  #filling: Promise<void> | undefined;
  readonly #blocks = new Map<number, Promise<Buffer>>();
  #snapshot: Buffer | undefined;
  #ended = false;
  #leave: () => Promise<void> = async () => {};
  /** Since when nobody has been watching; undefined while somebody is. */
  emptySinceMs: number | undefined = Date.now();

  private constructor(services: Services, showId: string, language: Language, head: RoomHead) {
    this.#services = services;
    this.showId = showId;
    this.language = language;
    this.#epoch = head.epoch;
    this.#seq = head.seq;
  }

  /** Throws `show_not_found` or `not_found`. */
  static async open(services: Services, showId: string, language: Language): Promise<CaptionRoom> {
    const head = await readRoomHead(services, showId, language);
    const ringFrom = Math.max(1, head.seq - RING_SIZE + 1);
    const [last, ring] = await Promise.all([
      readLastCaptions(services, showId, language, 2 * SNAPSHOT_SIZE),
      readCaptionRows(services, showId, language, ringFrom, head.seq),
    ]);
    const room = new CaptionRoom(services, showId, language, head);
    for (const cue of last) room.#captions.set(cue.cue, cue);
    for (const cue of ring) {
      room.#ring.push(cueEvent(room.#epoch, cue));
      if (cue.rev >= (room.#captions.get(cue.cue)?.rev ?? 0)) room.#captions.set(cue.cue, cue);
    }
    room.#forgetOldCaptions();
    room.#leave = await services.bus.subscribe(captionChannel(showId, language), (message) => room.#hear(message));
    // What was published between the reading and the subscription.
    await room.catchUp(await readRoomHead(services, showId, language));
    return room;
  }

  /** Brings a client to where the room is, and lets it in. */
  async join(client: Viewer, lastEventId: string | undefined): Promise<void> {
    this.emptySinceMs = undefined;
    const from = this.#placeOf(lastEventId);
    let seq = from === "new" || from === "gap" ? this.#seq : from;
    if (from === "gap") client.write(sseEvent("gap", { from: gapFrom(lastEventId, this.#seq), to: this.#seq }));
    if (from === "new" || from === "gap") client.write(this.#snapshotBytes());
    // Older than the ring: block by block, each read once for all who come back. The room goes on meanwhile.
    while (seq < this.#ringFrom() - 1 && !client.gone) {
      const block = Math.floor(seq / BLOCK_SIZE);
      const bytes = await this.#block(block);
      const skip = seq - block * BLOCK_SIZE;
      await client.writeAll(skip === 0 ? bytes : afterEvents(bytes, skip));
      seq = (block + 1) * BLOCK_SIZE;
    }
    if (client.gone) return this.#noteEmpty();
    const missed = this.#ring.slice(Math.max(0, seq - this.#ringFrom() + 1));
    if (missed.length > 0) client.write(Buffer.concat(missed));
    if (this.#ended) {
      client.write(END);
      client.end();
      return this.#noteEmpty();
    }
    this.#clients.add(client);
    client.onClose(() => {
      this.#clients.delete(client);
      this.#noteEmpty();
    });
  }

  /** Reads what the rows have and the room has not; ends the room where the show is over. */
  async catchUp(head: RoomHead | undefined): Promise<void> {
    if (head === undefined) return;
    if (head.seq > this.#seq) await this.#fill();
    if (head.ended && this.#seq >= head.seq) this.#end();
  }

  beat(): void {
    for (const client of this.#clients) client.beat();
  }

  async close(): Promise<void> {
    clearTimeout(this.#holeTimer);
    await this.#leave();
  }

  #hear(message: string): void {
    const told = parseMessage(message);
    if ("end" in told) {
      void this.#checkEnd();
    } else if (told.cue.rev === 0) {
      this.#showInterim(told.cue);
    } else if (told.cue.seq > this.#seq) {
      this.#waiting.set(told.cue.seq, told.cue);
      this.#release();
    }
  }

  /** The last sentence's translations may still be on their way: then the next check ends the room. */
  async #checkEnd(): Promise<void> {
    try {
      await this.catchUp(await readRoomHead(this.#services, this.showId, this.language));
    } catch (error) {
      this.#services.logger.warn({ showId: this.showId, err: error }, "end of a show not checked");
    }
  }

  #release(): void {
    for (let cue = this.#waiting.get(this.#seq + 1); cue !== undefined; cue = this.#waiting.get(this.#seq + 1)) {
      this.#waiting.delete(cue.seq);
      this.#send(cue);
    }
    if (this.#waiting.size === 0) return;
    this.#holeTimer ??= setTimeout(() => {
      this.#holeTimer = undefined;
      void this.#fill();
    }, HOLE_WAIT_MS);
  }

  #send(cue: Cue): void {
    this.#seq = cue.seq;
    const bytes = cueEvent(this.#epoch, cue);
    this.#ring.push(bytes);
    if (this.#ring.length > RING_SIZE) this.#ring.shift();
    this.#captions.set(cue.cue, cue);
    this.#forgetOldCaptions();
    this.#snapshot = undefined;
    for (const client of this.#clients) client.write(bytes);
  }

  /** Interims are for whoever is watching now; one that comes after its final is late and shows nothing. */
  #showInterim(cue: Cue): void {
    if (this.#captions.has(cue.cue)) return;
    const bytes = sseEvent("cue", { ...cue, seq: this.#seq });
    for (const client of this.#clients) client.write(bytes);
  }

  /** One reading at a time. */
  #fill(): Promise<void> {
    this.#filling ??= this.#readOn().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #readOn(): Promise<void> {
    try {
      for (const cue of await readCaptionRows(this.#services, this.showId, this.language, this.#seq + 1, LAST_SEQ)) {
        if (cue.seq === this.#seq + 1) this.#send(cue);
      }
      for (const seq of this.#waiting.keys()) if (seq <= this.#seq) this.#waiting.delete(seq);
    } catch (error) {
      this.#services.logger.warn({ showId: this.showId, err: error }, "captions not read");
    }
    this.#release();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const client of this.#clients) {
      client.write(END);
      client.end();
    }
  }

  /** The number a client has come to; `gap` for an id of another epoch or from ahead of us. */
  #placeOf(lastEventId: string | undefined): number | "new" | "gap" {
    const match = /^([0-9a-z]+)-(\d{1,15})$/.exec(lastEventId ?? "");
    if (match === null) return "new";
    const seq = Number(match[2]);
    return match[1] === this.#epoch && seq <= this.#seq ? seq : "gap";
  }

  #ringFrom(): number {
    return this.#seq - this.#ring.length + 1;
  }

  #snapshotBytes(): Buffer {
    const shown = [...this.#captions.values()]
      .filter(({ status }) => status === "final")
      .toSorted((left, right) => left.startMs - right.startMs);
    this.#snapshot ??= sseEvent("snapshot", { epoch: this.#epoch, seq: this.#seq, cues: shown.slice(-SNAPSHOT_SIZE) });
    return this.#snapshot;
  }

  #forgetOldCaptions(): void {
    while (this.#captions.size > RING_SIZE) {
      const oldest = this.#captions.keys().next().value;
      if (oldest === undefined) return;
      this.#captions.delete(oldest);
    }
  }

  /** Events `block * BLOCK_SIZE + 1` and on: asked for only where they lie wholly behind the room, so they never change. */
  #block(block: number): Promise<Buffer> {
    const kept = this.#blocks.get(block);
    if (kept !== undefined) return kept;
    const from = block * BLOCK_SIZE + 1;
    const read = readCaptionRows(this.#services, this.showId, this.language, from, from + BLOCK_SIZE - 1).then((rows) =>
      Buffer.concat(rows.map((cue) => cueEvent(this.#epoch, cue))),
    );
    this.#blocks.set(block, read);
    read.catch(() => this.#blocks.delete(block));
    const oldest = this.#blocks.size > BLOCKS_KEPT_MAX ? this.#blocks.keys().next().value : undefined;
    if (oldest !== undefined) this.#blocks.delete(oldest);
    return read;
  }

  #noteEmpty(): void {
    if (this.#clients.size === 0) this.emptySinceMs = Date.now();
  }
}
