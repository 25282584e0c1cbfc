import { FACT_KINDS } from "#facts/fact.ts";
import { findAsset } from "./client-assets.ts";

export const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];

/** How much a text's colour has to stand out from its ground, and that of a border or a mark: WCAG 2.2, 1.4.3 and 1.4.11. */
const NEEDED = { text: 4.5, mark: 3 } as const;
const TONES = FACT_KINDS.map((kind) => `kind-${kind}`);
/** Every colour with each ground that the pages put it on. */
const PAIRS: { colour: string; grounds: string[]; use: keyof typeof NEEDED }[] = [
  { colour: "ink", grounds: ["paper", "card", "leaf-soft", "sun-soft", "fruit-soft", ...TONES], use: "text" },
  { colour: "ink-soft", grounds: ["paper", "card", "leaf-soft"], use: "text" },
  { colour: "ink-soft", grounds: TONES, use: "mark" },
  { colour: "leaf", grounds: ["paper", "card", "sun-soft"], use: "text" },
  { colour: "leaf-ink", grounds: ["leaf"], use: "text" },
  { colour: "fruit", grounds: ["paper", "card", "fruit-soft"], use: "text" },
  { colour: "sun", grounds: ["paper"], use: "mark" },
  { colour: "focus", grounds: ["paper", "card"], use: "mark" },
];

export type Contrast = { colour: string; ground: string; needed: number; measured: Record<Scheme, number> };

/** The sheet's custom properties by name, as they are in the light; in the dark some are others. */
export function readProperties(): Record<Scheme, Map<string, string>> {
  const css = findAsset("style.css")?.text ?? "";
  const [light = [], dark = []] = Array.from(css.matchAll(/:root \{([^}]*)\}/g), ([, body = ""]) =>
    Array.from(body.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = "", value = ""]) => [name, value] as const),
  );
  return { light: new Map(light), dark: new Map([...light, ...dark]) };
}

export function isColour(value: string): boolean {
  return /^#(?:[\da-f]{3}|[\da-f]{6})$/.test(value);
}

/** What each pair of colours measures. */
export function measureContrasts(): Contrast[] {
  const properties = readProperties();
  const ratio = (scheme: Scheme, colour: string, ground: string) => {
    const [one, other] = [colour, ground].map((name) => luminanceOf(properties[scheme].get(name) ?? ""));
    const [high = 0, low = 0] = [one, other].toSorted((a = 0, b = 0) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  return PAIRS.flatMap(({ colour, grounds, use }) =>
    grounds.map((ground) => ({
      colour,
      ground,
      needed: NEEDED[use],
      measured: { light: ratio("light", colour, ground), dark: ratio("dark", colour, ground) },
    })),
  );
}

/** Relative luminance as WCAG defines it. */
function luminanceOf(hex: string): number {
  const digits = hex.length === 4 ? hex.replaceAll(/[\da-f]/g, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
