import { forget, remember, remembered } from "./remember.ts";

/**
 * Keeps what is typed and not sent in the fields with `data-draft`: it outlives a lost line, a reload and a crash. `scope` is whose and
 * where; `onRestored` is told of each field that has its draft again. Returns how a field's draft is dropped.
 */
export function keepDrafts(scope: string, onRestored: (field: HTMLTextAreaElement) => void): (field: HTMLTextAreaElement) => void {
  const keyOf = ({ id }: HTMLTextAreaElement) => `draft-${scope}-${id}`;
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) {
    const draft = remembered(keyOf(field));
    if (draft === undefined || draft === field.value) continue;
    field.value = draft;
    onRestored(field);
  }
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.dataset["draft"] === undefined) return;
    if (target.value === target.defaultValue) forget(keyOf(target));
    else remember(keyOf(target), target.value);
  });
  return (field) => forget(keyOf(field));
}
