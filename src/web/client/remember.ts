const OURS = "farmcast-";

/** What this browser was told last; a browser that keeps nothing, as some do in private, starts anew. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(OURS + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(OURS + key, value);
  } catch {
    // Then it holds until the page is left.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(OURS + key);
  } catch {
    // It never was kept.
  }
}

/** All that begin with it, sorted. */
export function rememberedKeys(beginning: string): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(OURS + beginning));
    return keys.map((key) => key.slice(OURS.length)).toSorted();
  } catch {
    return [];
  }
}
