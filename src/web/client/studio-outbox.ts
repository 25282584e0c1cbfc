import { call } from "./call.ts";
import { createOutbox } from "./outbox.ts";

export type Change = { id: string } & (
  | { kind: "notes"; text: string; draft: string }
  | { kind: "answers"; storyId: string; answers: { questionId: string; text: string }[] }
  | { kind: "edit"; storyId: string; language: string; blockId: string; body: Record<string, string> }
);
type Listener = {
  onChange(waiting: readonly Change[]): void;
  onAnswer(change: Change, answer: { id?: string } | undefined): void;
  onRefused(change: Change, words: string): void;
};

/** What a grower wrote and the server has not acknowledged yet. The reader's own: whoever signs in next here sends none of it. */
export function createStudioOutbox(reader: string, listener: Listener) {
  return createOutbox<Change, { id?: string }>(`studio-${reader}`, { ...listener, send });
}

function send(change: Change, signal: AbortSignal): Promise<{ id?: string } | undefined> {
  const { id: idempotencyKey } = change;
  if (change.kind === "notes") return call("/v1/stories", { method: "POST", body: { notes: change.text }, idempotencyKey, signal });
  const story = `/v1/stories/${encodeURIComponent(change.storyId)}`;
  if (change.kind === "answers")
    return call(`${story}/answers`, { method: "POST", body: { answers: change.answers }, idempotencyKey, signal });
  const { language, blockId, body } = change;
  return call(`${story}/pitches/${language}/blocks/${encodeURIComponent(blockId)}`, { method: "PATCH", body, signal });
}
