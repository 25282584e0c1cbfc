const TOLD_MS = 2_000;

/** Buttons that copy the field they name. */
export function startCopyButtons(copied: string): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset["copy"] ?? "");
      if (field instanceof HTMLInputElement) void copyFrom(button, field.value, copied);
    });
  }
}

/** Copies a text, and says so on the button that was pressed. */
export async function copyFrom(button: HTMLElement, text: string, copied: string): Promise<void> {
  if (!(await copy(text))) return;
  const words = button.textContent;
  button.textContent = copied;
  setTimeout(() => (button.textContent = words), TOLD_MS);
}

/** The clipboard is refused to a page without TLS; then the old command does it. */
async function copy(text: string): Promise<boolean> {
  if (!("clipboard" in navigator)) return copyBySelection(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "off-screen";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}
