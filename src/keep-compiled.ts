import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** Where only the installation's owner writes. */
const FOLDER = fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));

/** Starts a process or a thread, each of which loads for itself; what Node makes of the sources it keeps: all starts but the first are shorter. */
export async function keepCompiled(start: () => Promise<unknown>): Promise<void> {
  enableCompileCache(FOLDER);
  await start();
  // Now, as not every process gets to end in peace.
  flushCompileCache();
}
