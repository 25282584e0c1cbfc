import { findTerm } from "#lexicon/lexicon.ts";

/** `khăn` for `khăn lụa`: the one begins as the other is called by the grower. */
export function isShortFor(id: string | undefined, whole: string | undefined): boolean {
  const short = findTerm(id ?? "")?.vi;
  const name = findTerm(whole ?? "")?.vi.name;
  if (short === undefined || name === undefined || id === whole) return false;
  return [short.name, ...(short.familiar ?? [])].some((called) => name.startsWith(`${called} `));
}
