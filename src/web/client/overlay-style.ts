export type OverlayStyle = { layout: "horizontal" | "vertical"; linesMax: number };

/** Below this the plate no longer keeps the words apart from the picture, so they get an outline. */
const PLATE_MIN = 0.4;
const FAMILY = /^[\p{L}\p{N} _-]{1,60}$/u;
const COLOR = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** Styles the stage by the page's address; docs/overlay.md holds the list. What it cannot read it leaves as it is. */
export function takeStyle(stage: HTMLElement, parameters: URLSearchParams): OverlayStyle {
  const number = (name: string, least: number, most: number) => numberIn(parameters.get(name), least, most);
  const choose = <Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice) =>
    choices.find((choice) => choice === parameters.get(name)) ?? otherwise;
  const set = (name: string, value: string | undefined) => value !== undefined && stage.style.setProperty(name, value);

  const size = number("size", 12, 200);
  const width = number("maxwidth", 20, 100);
  const plate = number("background", 0, 1);
  set("--caption-size", size === undefined ? undefined : `${size}px`);
  set("--caption-width", width === undefined ? undefined : `${width}vw`);
  set("--caption-color", colorIn(parameters.get("color")));
  set("--caption-background", plate === undefined ? colorIn(parameters.get("background")) : `rgb(0 0 0 / ${plate})`);
  const font = parameters.get("font") ?? "sans";
  if (font === "serif") stage.dataset["font"] = font;
  else if (font !== "sans" && FAMILY.test(font)) set("--caption-font", `"${font}", sans-serif`);

  const layout = choose("layout", ["horizontal", "vertical"], "horizontal");
  const isPlateThin = plate !== undefined && plate < PLATE_MIN;
  stage.dataset["layout"] = layout;
  stage.dataset["position"] = choose("position", ["top", "middle", "bottom"], "bottom");
  stage.dataset["align"] = choose("align", ["left", "center", "right"], "center");
  stage.dataset["shadow"] = choose("shadow", ["none", "soft", "strong", "outline"], isPlateThin ? "outline" : "soft");
  return { layout, linesMax: number("lines", 1, 6) ?? (layout === "vertical" ? 3 : 2) };
}

function numberIn(given: string | null, least: number, most: number): number | undefined {
  if (given === null || !/^\d{1,4}(?:\.\d{1,3})?$|^\.\d{1,3}$/.test(given)) return undefined;
  const value = Number(given);
  // `000` is a colour, and no opacity is written like that.
  if (most === 1 && (value > 1 || given.length === 3)) return given.includes(".") && value <= 1 ? value : undefined;
  return Math.min(Math.max(value, least), most);
}

function colorIn(given: string | null): string | undefined {
  return given !== null && COLOR.test(given) ? `#${given}` : undefined;
}
