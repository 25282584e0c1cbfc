import { z } from "zod";

/** Has a process that runs with `--inspect=127.0.0.1:<port>` free what it no longer needs, so that its memory can be compared. */
export async function collectGarbage(port: number): Promise<void> {
  const [target] = z.array(z.object({ webSocketDebuggerUrl: z.url() })).parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json());
  if (target === undefined) throw new Error("nothing to inspect");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error("the inspector does not answer")));
    socket.addEventListener("open", () => socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" })));
    socket.addEventListener("message", () => resolve());
  });
  socket.close();
}
