import { remember, remembered } from "./remember.ts";

/** What each setting does to the script; a setting is the element of its name. */
const SETTINGS: Record<string, (script: HTMLElement, value: string) => void> = {
  speed: (_script, value) => (speedPercent = Number(value)),
  size: (script, value) => script.style.setProperty("--script-size", String(Number(value) / 100)),
  mirror: (script, value) => script.classList.toggle("mirror", value === "true"),
  reading: (script, value) => script.classList.toggle("without-reading", value !== "true"),
  directions: (script, value) => script.classList.toggle("without-directions", value !== "true"),
};

let speedPercent = 100;

/** 1 is the pace at which each part takes its own seconds. */
export function speedNow(): number {
  return speedPercent / 100;
}

/** Sets the script as it was set last on this device, and follows the controls. */
export function applySettings(script: HTMLElement): void {
  for (const [name, apply] of Object.entries(SETTINGS)) {
    const field = document.getElementById(name);
    if (!(field instanceof HTMLInputElement)) continue;
    const last = remembered(`prompter-${name}`);
    if (last !== undefined) write(field, last);
    apply(script, read(field));
    field.addEventListener("input", () => {
      apply(script, read(field));
      remember(`prompter-${name}`, read(field));
    });
  }
}

function read(field: HTMLInputElement): string {
  return field.type === "checkbox" ? String(field.checked) : field.value;
}

function write(field: HTMLInputElement, value: string): void {
  if (field.type === "checkbox") field.checked = value === "true";
  else field.value = value;
}
