import type { startVoice } from "./answer-by-voice.ts";
import { Refused } from "./call.ts";
import type { Change } from "./studio-outbox.ts";

export type StudioWords = Record<
  | ("offline" | "deleteConfirm" | "copied" | "waiting" | "notesWaiting" | "sent" | "tag" | "refused" | "signOut")
  | ("editedNow" | "restoredNow" | "undoneNow" | "askedHere" | "askedThere" | "titleWaiting"),
  string
> & { voice: Parameters<typeof startVoice>[0] };

export type Sender = { add(change: Change): void; drop(id: string): void };

/** What one page of the studio makes of what happens to its changes. */
export type StudioPart = {
  /** Has the page show how things stand now. */
  look(): void;
  onChange(waiting: readonly Change[]): void;
  onAnswer(change: Change, answer: { id?: string } | undefined): void;
  onRefused(change: Change, words: string): void;
};

export function onSubmit(formId: string, act: (form: HTMLFormElement) => void): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== formId) return;
    event.preventDefault();
    act(form);
  });
}

/** Does it, or says why not. */
export async function orSay(problem: HTMLElement, words: Pick<StudioWords, "offline">, act: () => Promise<void>): Promise<void> {
  problem.textContent = "";
  try {
    await act();
  } catch (error) {
    problem.textContent = error instanceof Refused && error.message !== "" ? error.message : words.offline;
  }
}

/** Another page of ours, in the language this one was asked for in. */
export function goTo(path: string): void {
  location.assign(pathInLanguage(path));
}

export function pathInLanguage(path: string): string {
  const asked = new URLSearchParams(location.search).get("lang");
  return asked === null ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${encodeURIComponent(asked)}`;
}
