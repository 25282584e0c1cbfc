/** Keeps the screen on while the page is seen. A browser lets go of it whenever the page is hidden, and has none without TLS. */
export function keepAwake(onNone: () => void): void {
  if (!("wakeLock" in navigator)) {
    onNone();
    return;
  }
  const hold = () => {
    // Refused on a low battery; the phone then does as it always does.
    if (document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", hold);
  hold();
}
