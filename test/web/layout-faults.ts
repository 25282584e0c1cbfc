import type { Page } from "playwright-core";

/**
 * What is wrong with how a page is laid out: wider than its window, words that run out of the window or are cut off at
 * the side or the foot of a box, words or controls that lie over each other. Words that end in an ellipsis on purpose are none.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${look})()`);
}

const look = `() => {
  const faults = [];
  const name = (element) => element.localName + (element.id ? "#" + element.id : "") + " " + JSON.stringify(element.textContent.trim().slice(0, 40));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than its window");

  // A bar that stays where it is lies over what scrolls under it.
  const layers = new Map([[null, null]]);
  const layerOf = (element) => {
    const known = layers.get(element);
    if (known !== undefined) return known;
    const layer = /sticky|fixed|absolute/.test(getComputedStyle(element).position) ? element : layerOf(element.parentElement);
    layers.set(element, layer);
    return layer;
  };
  const lines = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest("script, svg, textarea, .skip") !== null || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, bottom } = range.getBoundingClientRect();
    const around = [];
    for (let box = element; box !== document.body; box = box.parentElement) around.push([box, getComputedStyle(box)]);
    if (around.some(([, { textOverflow, webkitLineClamp }]) => textOverflow === "ellipsis" || webkitLineClamp !== "none")) continue;
    if (left < -1 || right > innerWidth + 1) faults.push("out of the window: " + name(element));
    for (const [box, { overflowX, overflowY }] of around) {
      const inside = box.getBoundingClientRect();
      if (overflowX !== "visible" && (left < inside.left - 1 || right > inside.right + 1)) faults.push("cut off: " + name(element));
      if ((overflowY === "hidden" || overflowY === "clip") && bottom > inside.bottom + 1) faults.push("cut off below: " + name(element));
    }
    const isScrolled = around.some(([, { overflowY }]) => overflowY === "auto" || overflowY === "scroll");
    if (isScrolled) continue;
    // The middle of each line: what stands above and below the letters may reach into the next one.
    for (const { left, right, top, height } of range.getClientRects()) {
      lines.push({ element, layer: layerOf(element), left, right, top: top + height * 0.25, bottom: top + height * 0.75 });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  for (const [index, line] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom - 2; next += 1) {
      const other = lines[next];
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (line.layer !== other.layer || wide <= 2) continue;
      faults.push("words over words: " + name(line.element) + " and " + name(other.element));
    }
  }

  const controls = [...document.querySelectorAll("a, button, input, textarea, select, summary")].filter(isSeen);
  // As much of it as the list it scrolls in shows.
  const shownBox = (element) => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowY === "visible") continue;
      const around = box.getBoundingClientRect();
      top = Math.max(top, around.top);
      bottom = Math.min(bottom, around.bottom);
    }
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };
  const boxes = controls.map((element) => [element, shownBox(element)]).filter(([element, box]) => {
    if (box.height <= 0) return false;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
  });
  for (const [index, [element, box]] of boxes.entries()) {
    for (const [other, otherBox] of boxes.slice(index + 1)) {
      const wide = Math.min(box.right, otherBox.right) - Math.max(box.left, otherBox.left);
      const high = Math.min(box.bottom, otherBox.bottom) - Math.max(box.top, otherBox.top);
      if (wide <= 2 || high <= 2) continue;
      const isApart = element.contains(other) || other.contains(element) || layerOf(element) !== layerOf(other);
      if (!isApart) faults.push("over each other: " + name(element) + " and " + name(other));
    }
  }
  return faults;
}`;
