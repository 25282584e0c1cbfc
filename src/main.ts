import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What Node makes of the sources it keeps, where only the installation's owner writes: all starts but the first are shorter.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
const { serve } = await import("./serve.ts");
await serve(process.argv[2]);
// Now, as not every process gets to end in peace.
flushCompileCache();
