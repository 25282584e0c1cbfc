import { byId } from "./page-data.ts";

/** The field for what is typed; Enter sends, unless an input method is still composing the word. */
export function startTyping(say: (text: string) => void): { focus(): void } {
  const field = byId("say");
  const form = byId("say-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(field instanceof HTMLTextAreaElement)) return;
    say(field.value);
    field.value = "";
    field.focus();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return {
    focus() {
      document.getElementById("tab-say")?.click();
      field.focus();
    },
  };
}
