import { createHash } from "node:crypto";
import { realpathSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Longer than another process needs between finding a socket dead and removing it. */
const TAKE_OVER_MS = 100;

/**
 * Keeps a data folder to one process: two of them on one PGlite would destroy it. The lock is a listening local
 * socket, so that it is gone with the process, however that ends.
 * @returns how to unlock. Throws when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24);
  const path = join(tmpdir(), `farmcast-${name}.sock`);
  const server = (await listen(path)) ?? (await takeOver(path));
  if (server === undefined) throw new Error(`another process is using ${folder}`);
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Clears away the socket of a killed process. Of several that do so at once, the last one's socket stays: only that one has the lock. */
async function takeOver(path: string): Promise<Server | undefined> {
  if (await answers(path)) return undefined;
  rmSync(path, { force: true });
  const server = await listen(path);
  if (server === undefined) return undefined;
  const mine = inodeOf(path);
  await sleep(TAKE_OVER_MS);
  // Left open: closing it would remove the other's socket.
  return inodeOf(path) === mine ? server : void server.unref();
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}
