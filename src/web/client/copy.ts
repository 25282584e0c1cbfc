/** The clipboard is refused to a page without TLS; then the old command does it, and failing that the text stands selected. */
export function startCopyButtons(copied: string): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const words = button.textContent ?? "";
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset["copy"] ?? "");
      if (!(field instanceof HTMLInputElement)) return;
      field.select();
      void copy(field.value).then((isCopied) => {
        if (!isCopied) return;
        button.textContent = copied;
        setTimeout(() => (button.textContent = words), 2_000);
      });
    });
  }
}

async function copy(text: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return document.execCommand("copy");
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => document.execCommand("copy"),
  );
}
