import type { Cue } from "#shows/cue.ts";
import type { ConsoleWords } from "./console-words.ts";
import type { Health } from "./health.ts";

/** An original in a translation's place may mean that the budget is spent; asked so often at most. */
const ASK_EVERY_MS = 20_000;

/** Says in one line that the show's budget for models is spent, as long as it is. */
export function startBudget(api: string, words: ConsoleWords, health: Health): { see(news: Cue | undefined): void } {
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let isSpent = false;
  let timer: number | undefined;
  const ask = async () => {
    timer = undefined;
    askedAtMs = performance.now();
    const response = await fetch(`${api}/budget`).catch(() => undefined);
    if (response?.ok !== true) return;
    const { spent }: { spent: boolean } = await response.json();
    isSpent = spent;
    health.note("budget", isSpent ? words("budgetSpent") : undefined);
  };
  void ask();
  return {
    see(news) {
      const mayTell = news?.provenance === "source" || (isSpent && news?.provenance === "machine");
      if (mayTell) timer ??= setTimeout(() => void ask(), Math.max(0, askedAtMs + ASK_EVERY_MS - performance.now()));
    },
  };
}
