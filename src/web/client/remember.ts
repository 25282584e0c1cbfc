import { memoryIn } from "./memory-in.ts";

/** What this browser was told last. */
export const { remembered, remember, forget, rememberedKeys } = memoryIn(() => localStorage);
