import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";

/** Width and length of a mat or a cloth, in centimetres. */
export type Area = { width: number; length: number };

const SIDE = String.raw`(\d{1,3}(?:[.,]\d{1,2})?) ?(m|cm)?(\d{1,2})?`;
const AREA = new RegExp(String.raw`(?<![\d.,x])${SIDE} ?[x×*] ?${SIDE}[\s:]*(?:(?:gia|la|thi|ban|con)\s*)*:?\s*$`);

/** `1m6x2m`, `160 x 200cm`, at the end of some words. */
export function areaIn(words: string): Area | undefined {
  const [, first = "", firstUnit, firstRest, second = "", secondUnit = firstUnit, secondRest] = AREA.exec(foldText(words)) ?? [];
  const width = lengthOf(first, firstUnit ?? secondUnit, firstRest);
  const length = lengthOf(second, secondUnit, secondRest);
  return width === undefined || length === undefined ? undefined : { width, length };
}

/** `1m6` is 160, `1m65` is 165. */
function lengthOf(said: string, unit: string | undefined, rest: string | undefined): number | undefined {
  const value = Number(said.replace(",", "."));
  if (unit === "cm") return rest === undefined ? value : undefined;
  if (unit !== "m" || value >= 20) return undefined;
  return Math.round(value * 100) + (rest === undefined ? 0 : Number(rest.padEnd(2, "0")));
}

/** `1m6 x 2m`, `1.6 by 2 metres`, `160かける200センチ`. */
export function writeArea({ width, length }: Area, language: Language): string {
  const sides = [width, length];
  if (language === "ja") return `${sides.join("かける")}センチ`;
  const inMetres = sides.every((side) => side >= 100);
  if (language === "vi") return sides.map((side) => (inMetres ? metresIn(side) : `${side} cm`)).join(" x ");
  return inMetres ? `${sides.map((side) => side / 100).join(" by ")} metres` : `${sides.join(" by ")} cm`;
}

function metresIn(side: number): string {
  const rest = side % 100;
  const said = rest % 10 === 0 ? rest / 10 : rest;
  return `${Math.floor(side / 100)}m${rest === 0 ? "" : said}`;
}
