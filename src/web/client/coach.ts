import { byId, fill, pageData } from "./page-data.ts";
import { remember, remembered } from "./remember.ts";

const { storyId, words } = pageData<{ storyId: string; words: { done: string } }>();
const key = `ticks-${storyId}`;
const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-tick]")];

byId("actions").inert = false;
const kept = new Set((remembered(key) ?? "").split("\n"));
for (const box of boxes) {
  box.checked = kept.has(tickOf(box));
  box.addEventListener("change", keep);
}
count();
byId("clear").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  keep();
});
byId("print").addEventListener("click", () => print());

function keep(): void {
  const ticked = boxes.filter(({ checked }) => checked).map(tickOf);
  remember(key, ticked.join("\n"));
  count();
}

function count(): void {
  byId("done").textContent = fill(words.done, { done: boxes.filter(({ checked }) => checked).length, all: boxes.length });
}

function tickOf(box: HTMLInputElement): string {
  return box.dataset["tick"] ?? "";
}
