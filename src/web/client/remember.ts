/** What this browser was told last; a browser that keeps nothing, as some do in private, starts anew. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`farmcast-${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`farmcast-${key}`, value);
  } catch {
    // Then it holds until the page is left.
  }
}
