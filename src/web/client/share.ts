const SAID_MS = 2_000;

/** Sends a page's address by the phone's own sharing; where there is none, it goes to the clipboard. */
export function startSharing(copied: string): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-share]") : null;
    if (button === null) return;
    void share(new URL(button.dataset["share"] ?? "", location.href).href, button.dataset["title"] ?? "").then((isCopied) => {
      if (!isCopied) return;
      const words = button.textContent;
      button.textContent = copied;
      setTimeout(() => (button.textContent = words), SAID_MS);
    });
  });
}

/** Whether the address was copied, and not handed to another app. A page without TLS can do neither: it is shown to be copied by hand. */
async function share(url: string, title: string): Promise<boolean> {
  const device: Partial<Pick<Navigator, "share" | "clipboard">> = navigator;
  if (device.share !== undefined) {
    // Closing the phone's own sheet is refused too; then nothing is sent, as was wanted.
    await navigator.share({ url, title }).catch(() => {});
    return false;
  }
  const isCopied = await device.clipboard?.writeText(url).then(
    () => true,
    () => false,
  );
  if (isCopied !== true) prompt(title, url);
  return isCopied === true;
}
