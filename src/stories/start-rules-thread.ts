import { keepCompiled } from "#keep-compiled.ts";

// What it is asked meanwhile waits.
await keepCompiled(() => import("./rules-thread.ts"));
