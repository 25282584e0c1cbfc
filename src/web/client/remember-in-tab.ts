const OURS = "farmcast-";

/** What this tab was told: it outlives a page loaded anew, and goes with the tab. */
export function rememberedInTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(OURS + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberInTab(key: string, value: string): void {
  try {
    sessionStorage.setItem(OURS + key, value);
  } catch {
    // Then it holds until the page is left.
  }
}

export function forgetInTab(key: string): void {
  try {
    sessionStorage.removeItem(OURS + key);
  } catch {
    // It never was kept.
  }
}
