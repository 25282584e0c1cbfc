import type { Cue } from "#shows/cue.ts";
import type { ConsoleWords } from "./console-words.ts";
import type { Health } from "./health.ts";

/** An original in a translation's place may mean that the budget is spent; asked so often at most. */
const ASK_EVERY_MS = 20_000;

/** Says in one line that the show's budget for models is spent, as long as it is; `hears`: whether sound may be sent to be heard. */
export function startBudget(api: string, words: ConsoleWords, health: Health): { see(news: Cue | undefined): void; hears(): boolean } {
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let isSpent = false;
  let hears = true;
  let timer: number | undefined;
  const ask = async () => {
    timer = undefined;
    askedAtMs = performance.now();
    const response = await fetch(`${api}/budget`).catch(() => undefined);
    if (response?.ok !== true) return;
    const budget: { spent: boolean; hears: boolean } = await response.json();
    isSpent = budget.spent;
    hears = budget.hears;
    health.note("budget", isSpent ? words("budgetSpent") : undefined);
  };
  void ask();
  return {
    hears: () => hears,
    see(news) {
      const mayTell = news?.provenance === "source" || (isSpent && news?.provenance === "machine");
      if (mayTell) timer ??= setTimeout(() => void ask(), Math.max(0, askedAtMs + ASK_EVERY_MS - performance.now()));
    },
  };
}
