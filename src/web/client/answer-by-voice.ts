import { listen } from "./listen.ts";
import { canRecognise } from "./recogniser.ts";

type Words = { stop: string; denied: string };

/** Buttons with `data-voice` write what is heard behind what their field already holds. One listens at a time. */
export function startVoice(words: Words, say: (problem: string) => void): void {
  if (!canRecognise()) return;
  const offer = () => {
    for (const button of document.querySelectorAll<HTMLElement>("[data-voice]")) button.hidden = false;
  };
  offer();
  // The cards are exchanged while a story is told; the new ones offer it as well.
  new MutationObserver(offer).observe(document.body, { childList: true, subtree: true });
  let stop: (() => void) | undefined;
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-voice]") : null;
    if (button === null) return;
    const wasOn = button.getAttribute("aria-pressed") === "true";
    stop?.();
    stop = undefined;
    const field = document.getElementById(button.dataset["voice"] ?? "");
    if (wasOn || !(field instanceof HTMLTextAreaElement)) return;
    stop = hear(button, field, words, say);
  });
}

function hear(button: HTMLElement, field: HTMLTextAreaElement, words: Words, say: (problem: string) => void): () => void {
  let before = field.value.trim();
  const start = button.textContent;
  const show = (isOn: boolean) => {
    button.setAttribute("aria-pressed", String(isOn));
    button.textContent = isOn ? words.stop : start;
  };
  const end = listen({
    onSentence: ({ text, isFinal }) => {
      field.value = [before, text].filter((part) => part !== "").join(" ");
      if (isFinal) before = field.value;
      // As if it were typed, for whoever keeps drafts.
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    onTrouble: (trouble) => {
      if (trouble !== "denied") return;
      show(false);
      say(words.denied);
    },
  });
  show(true);
  return () => {
    end();
    show(false);
  };
}
