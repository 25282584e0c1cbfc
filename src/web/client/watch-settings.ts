import { byId, fill } from "./page-data.ts";
import { remember, remembered } from "./remember.ts";

const SIZE = { least: 0.8, most: 2.4, step: 0.2 } as const;
const DELAY_SECONDS_MAX = 60;

type Listener = { onSize(scale: number): void; onDelay(delayMs: number): void };

/** Text size and delay, as this viewer left them. */
export function startSettings(words: Readonly<Record<string, string>>, { onSize, onDelay }: Listener): void {
  const open = byId("settings-open");
  const panel = byId("settings");
  open.hidden = false;
  open.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    open.setAttribute("aria-expanded", String(!panel.hidden));
  });

  let size = numberOf("text-size", SIZE.least, SIZE.most) ?? 1;
  const resize = (step: number) => {
    size = Math.min(Math.max(size + step, SIZE.least), SIZE.most);
    remember("text-size", size.toFixed(1));
    onSize(size);
  };
  byId("smaller").addEventListener("click", () => resize(-SIZE.step));
  byId("larger").addEventListener("click", () => resize(SIZE.step));

  const slider = byId("delay");
  if (!(slider instanceof HTMLInputElement)) return;
  const wait = () => {
    const seconds = Number(slider.value);
    const told = seconds === 0 ? words["noDelay"] : fill(words["seconds"] ?? "", { seconds });
    byId("delay-value").textContent = told ?? "";
    slider.setAttribute("aria-valuetext", told ?? "");
    onDelay(seconds * 1_000);
  };
  slider.value = String(numberOf("delay", 0, DELAY_SECONDS_MAX) ?? 0);
  slider.addEventListener("input", () => {
    remember("delay", slider.value);
    wait();
  });
  resize(0);
  wait();
}

function numberOf(key: string, least: number, most: number): number | undefined {
  const value = Number(remembered(key) ?? Number.NaN);
  return value >= least && value <= most ? value : undefined;
}
