import type { Language } from "#i18n/language.ts";
import type { SseClient } from "./sse-client.ts";

/** What a room needs of whoever watches. */
export type Viewer = Pick<SseClient, "gone" | "onClose" | "write" | "writeAll" | "beat" | "end">;

const EVENT = /^(?:id: [0-9a-z]+-(\d+)\n)?event: (\w+)\ndata: (.*)$/s;
const JOINED_ID = /^([0-9a-z]+)((?:-\d{1,15})+)$/;

/**
 * Several languages' captions on one connection, of which a browser opens six to one server. An event tells its language,
 * and its id how far each of them has come: `<epoch>-<seq>-<seq>`.
 */
export function joinLines(client: Viewer, languages: readonly Language[], lastEventId: string | undefined) {
  const [, cameFrom = "", told = ""] = JOINED_ID.exec(lastEventId ?? "") ?? [];
  const seqs = told.split("-").slice(1).map(Number);
  const places = new Map(languages.map((language, at) => [language, seqs.length === languages.length ? seqs[at] : undefined]));
  let epoch = cameFrom;
  let open = languages.length;

  const joined = (event: string, language: Language): string => {
    const [, id, name = "", data = "{}"] = EVENT.exec(event) ?? [];
    const told: Record<string, unknown> = { language, ...JSON.parse(data) };
    if (name === "snapshot") epoch = String(told["epoch"]);
    const seq = id ?? (name === "snapshot" ? told["seq"] : undefined);
    if (seq !== undefined) places.set(language, Number(seq));
    const isCounted = id !== undefined && [...places.values()].every((place) => place !== undefined);
    return `${isCounted ? `id: ${epoch}-${[...places.values()].join("-")}\n` : ""}event: ${name}\ndata: ${JSON.stringify(told)}\n\n`;
  };
  const rewritten = (bytes: Buffer, language: Language): Buffer => {
    const events = bytes.toString().split("\n\n").slice(0, -1);
    return Buffer.from(events.map((event) => (event.startsWith(":") ? `${event}\n\n` : joined(event, language))).join(""));
  };

  return {
    /** Where this language was left off; undefined for one who is new. */
    resumeAt(language: Language): string | undefined {
      const seq = places.get(language);
      return seq === undefined ? undefined : `${epoch}-${seq}`;
    },
    /** One language's part of the connection, which ends with the last of them. */
    line: (language: Language): Viewer => ({
      get gone() {
        return client.gone;
      },
      onClose: (listener) => client.onClose(listener),
      write: (bytes) => client.write(rewritten(bytes, language)),
      writeAll: (bytes) => client.writeAll(rewritten(bytes, language)),
      beat: () => client.beat(),
      end() {
        open -= 1;
        if (open === 0) client.end();
      },
    }),
  };
}
