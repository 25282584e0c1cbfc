import type { Page } from "playwright-core";

/** Of the pieces that must stand on one line, those that a browser set on two, as `width of the window: words before it and piece`, and those it shows. */
export function tornPieces(page: Page, selector: string, pieces: readonly string[]) {
  return page.evaluate<{ torn: string[]; shown: string[] }>(`(${look})(${JSON.stringify(selector)}, ${JSON.stringify(pieces)})`);
}

const look = `(selector, pieces) => {
  const torn = [];
  const shown = new Set();
  for (const element of document.querySelectorAll(selector)) {
    const nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
    const text = nodes.map(({ data }) => data).join("");
    const placeOf = (at) => {
      for (const node of nodes) {
        if (at < node.length) return [node, at];
        at -= node.length;
      }
    };
    for (const piece of pieces) {
      for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
        shown.add(piece);
        const rects = Array.from(piece, (_, offset) => {
          const range = document.createRange();
          const [node, place] = placeOf(at + offset);
          range.setStart(node, place);
          range.setEnd(node, place + 1);
          return range.getBoundingClientRect();
        }).filter(({ width }) => width > 0);
        if (rects.some(({ top }) => top > rects[0].bottom - 2)) torn.push(innerWidth + " " + text.slice(Math.max(at - 8, 0), at + piece.length));
      }
    }
  }
  return { torn, shown: [...shown] };
}`;
