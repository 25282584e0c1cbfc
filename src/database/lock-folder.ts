import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Keeps a data folder to one process: two of them on one PGlite would destroy it. The lock is a listening local
 * socket, so that it is gone with the process, however that ends.
 * @returns how to unlock. Throws when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = `farmcast-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24)}`;
  // Linux has sockets that are names only: whoever has the name has the lock, and a killed process leaves nothing behind.
  const server = process.platform === "linux" ? await listen(`\0${name}`) : await listenAtFile(join(tmpdir(), `${name}.sock`));
  if (server === undefined) throw new Error(`another process is using ${folder}`);
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Elsewhere the socket is a file, which a killed process leaves behind. Two that clear it away in the same instant are not told apart. */
async function listenAtFile(path: string): Promise<Server | undefined> {
  const server = await listen(path);
  if (server !== undefined || (await answers(path))) return server;
  rmSync(path, { force: true });
  return listen(path);
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
