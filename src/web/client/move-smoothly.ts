const MOVE_MS = 140;
const FADE_MS = 160;

/**
 * Lets captions glide to where a change puts them: `change` replaces what `shown` holds, and `place` then holds just that.
 * Only the first words on an empty stage fade in, and the last ones out.
 */
export function moveSmoothly(place: HTMLElement, shown: ReadonlyMap<string, HTMLElement>, change: () => void): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const before = new Map([...shown.values()].map((caption) => [caption, caption.getBoundingClientRect()]));
  change();
  const captions = [...shown.values()];
  if (captions.length === 0 && before.size > 0 && !isStill) {
    for (const caption of before.keys()) fadeOut(caption);
    return;
  }
  // What is in its place already is not taken out and put in again.
  for (const old of place.querySelectorAll(":scope > *")) if (!captions.some((caption) => caption === old)) old.remove();
  for (const [index, caption] of captions.entries()) {
    if (place.children[index] !== caption) place.insertBefore(caption, place.children[index] ?? null);
  }
  if (isStill) return;
  for (const caption of captions) {
    const old = before.get(caption);
    if (old === undefined && before.size === 0) caption.animate([{ opacity: 0 }, { opacity: 1 }], FADE_MS);
    if (old === undefined) continue;
    const now = caption.getBoundingClientRect();
    const [left, top] = [old.left - now.left, old.top - now.top];
    if (left === 0 && top === 0) continue;
    caption.animate([{ translate: `${left}px ${top}px` }, { translate: "0 0" }], { duration: MOVE_MS, easing: "ease-out" });
  }
}

function fadeOut(caption: HTMLElement): void {
  caption.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, fill: "forwards" }).finished.then(
    () => caption.remove(),
    () => caption.remove(),
  );
}
