/** Looks whenever a part comes into view: on a phone its tab is chosen, a desk is scrolled to it. */
export function whenSeen(part: HTMLElement, look: () => void): void {
  new IntersectionObserver((seen) => {
    if (seen.at(-1)?.isIntersecting === true) look();
  }).observe(part);
}
