/** Looks whenever a part comes near: on a phone its tab is chosen, a desk is scrolled to it. */
export function whenSeen(part: HTMLElement, look: () => void): void {
  const observer = new IntersectionObserver(
    (seen) => {
      if (seen.at(-1)?.isIntersecting === true) look();
    },
    { rootMargin: "300% 0px" },
  );
  observer.observe(part);
}
