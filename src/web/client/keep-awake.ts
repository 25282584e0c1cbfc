/**
 * Keeps the screen on while the page is seen, until told otherwise. A browser lets go of it whenever the page is hidden, and
 * has none without TLS.
 */
export function keepAwake(onNone: () => void = () => {}): () => void {
  if (!("wakeLock" in navigator)) {
    onNone();
    return () => {};
  }
  let isOver = false;
  let release = () => {};
  const hold = async () => {
    if (isOver || document.visibilityState !== "visible") return;
    // Refused on a low battery; the phone then does as it always does.
    const lock = await navigator.wakeLock.request("screen").catch(() => undefined);
    release = () => void lock?.release();
    if (isOver) release();
  };
  document.addEventListener("visibilitychange", () => void hold());
  void hold();
  return () => {
    isOver = true;
    release();
  };
}
