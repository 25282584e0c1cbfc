declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: "default", rules: { createHTML(text: string): string }): unknown };
  }
}

/**
 * OBS adds the user's own CSS by the `innerHTML` of a `<style>` element, both of which the page's policy refuses. Here
 * it is meant: markup loses what makes it markup, and the text of a style added later is taken over as a sheet of the page's own.
 */
export function adoptCustomStyles(): void {
  window.trustedTypes?.createPolicy("default", { createHTML: (text) => text.replaceAll("<", "") });
  document.head.querySelectorAll("style").forEach(adopt);
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(adopt))).observe(document.head, {
    childList: true,
  });
}

function adopt(node: Node): void {
  if (!(node instanceof HTMLStyleElement)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(node.textContent ?? "");
  document.adoptedStyleSheets.push(sheet);
}
