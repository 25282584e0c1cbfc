/** What the server wrote into the page for its script. The shape is the page's own: both are written side by side. */
export function pageData<Data>(): Data {
  return JSON.parse(byId("page-data").textContent ?? "{}");
}

/** An element the page is known to have. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** Puts values into words: `{{name}}`. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
