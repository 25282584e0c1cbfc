/**
 * How long a show has been open, by this page. `clockMs` is what the server counted when it made the page: a bad line may take
 * half a minute to bring the rest of it, and a phone that sleeps stops the page's own counting, but not the time of day.
 */
export function showClock(clockMs: number): () => number {
  const nowMs = performance.now();
  const [page] = performance.getEntriesByType("navigation");
  const madeMs = page instanceof PerformanceNavigationTiming && page.responseStart > 0 ? page.responseStart : nowMs;
  const openedAtMs = Date.now() - (nowMs - madeMs) - clockMs;
  return () => Date.now() - openedAtMs;
}
