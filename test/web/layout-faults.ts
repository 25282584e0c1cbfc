import type { Page } from "playwright-core";

/**
 * What is wrong with how a page is laid out: wider than its window, words that run out of the window or are cut off at
 * the side of a box, controls that lie over each other or are too small for a finger. Words that end in an ellipsis on
 * purpose are none.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${look})()`);
}

const look = `() => {
  const faults = [];
  const name = (element) => element.localName + (element.id ? "#" + element.id : "") + " " + JSON.stringify(element.textContent.trim().slice(0, 40));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than its window");

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest("script, svg, .skip, textarea") !== null || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    const around = [];
    for (let box = element; box !== document.body; box = box.parentElement) around.push([box, getComputedStyle(box)]);
    if (around.some(([, { textOverflow, webkitLineClamp }]) => textOverflow === "ellipsis" || webkitLineClamp !== "none")) continue;
    if (left < -1 || right > innerWidth + 1) faults.push("out of the window: " + name(element));
    for (const [box, { overflowX }] of around) {
      const inside = box.getBoundingClientRect();
      if (overflowX !== "visible" && (left < inside.left - 1 || right > inside.right + 1)) faults.push("cut off: " + name(element));
    }
  }

  const controls = [...document.querySelectorAll("a, button, input, textarea, select, summary")].filter(isSeen);
  const boxes = controls.map((element) => [element, element.getBoundingClientRect()]).filter(([element, box]) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
  });
  for (const [element, box] of boxes) {
    if ((box.height < 24 || box.width < 24) && getComputedStyle(element).display !== "inline") faults.push("too small to touch: " + name(element));
  }
  for (const [index, [element, box]] of boxes.entries()) {
    for (const [other, otherBox] of boxes.slice(index + 1)) {
      const isApart = element.contains(other) || other.contains(element) || element.closest(".dock") !== other.closest(".dock");
      const wide = Math.min(box.right, otherBox.right) - Math.max(box.left, otherBox.left);
      const high = Math.min(box.bottom, otherBox.bottom) - Math.max(box.top, otherBox.top);
      if (!isApart && wide > 2 && high > 2) faults.push("over each other: " + name(element) + " and " + name(other));
    }
  }
  return faults;
}`;
