import type { Language } from "#i18n/language.ts";

/** The words of a correction that are other ones than stood there, from the first to the last. */
export function changedPart(before: string, after: string, language: Language): string {
  const apart = language === "ja" ? "" : " ";
  const [old, own] = [before, after].map((text) => text.split(apart === "" ? "" : /\s+/));
  if (old === undefined || own === undefined) return after;
  let start = 0;
  while (start < own.length && isSame(own[start], old[start])) start += 1;
  let end = 0;
  while (end < own.length - start && end < old.length - start && isSame(own.at(-1 - end), old.at(-1 - end))) end += 1;
  return bare(own.slice(start, own.length - end).join(apart));
}

/** A capital or a full stop makes no other word. */
function isSame(one = "", other = ""): boolean {
  return bare(one).toLowerCase() === bare(other).toLowerCase();
}

function bare(text: string): string {
  return text.normalize("NFC").replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}
