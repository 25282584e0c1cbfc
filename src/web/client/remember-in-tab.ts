import { memoryIn } from "./memory-in.ts";

/** What this tab was told: it outlives a page loaded anew, and goes with the tab. */
export const inTab = memoryIn(() => sessionStorage);
