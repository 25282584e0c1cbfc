import { z } from "zod";
import { AppError } from "#errors.ts";

/** Only what the database can compare with: a date it has, an id of ours. */
const cursorSchema = z.tuple([z.iso.datetime().regex(/^[12]/), z.string().regex(/^\w{1,100}$/)]);

/** A place in a list ordered by `(createdAt, id)`, as text that a client hands back. */
export function writeCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

/** Throws `bad_request` for anything but our own cursors. */
export function readCursor(cursor: string): { createdAt: Date; id: string } {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { createdAt: new Date(createdAt), id };
  } catch (cause) {
    throw new AppError("bad_request", { parameter: "cursor" }, { cause });
  }
}
