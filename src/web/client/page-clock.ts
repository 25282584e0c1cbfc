import type { Clock } from "./sentences.ts";

export const pageClock: Clock = {
  nowMs: () => performance.now(),
  wait(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
