import { readAmounts } from "#facts/amounts.ts";
import type { Named } from "./named-rows.ts";
import type { wordsAround } from "./words-around.ts";

type Around = ReturnType<typeof wordsAround>;

/** `size S 350k, size M 380k`, `áo S 350k, M 380k`: which size each price is for; a bare letter only beside another. */
export function sizesSaid(around: readonly Around[]): (Named | undefined)[] {
  const codes = around.map(({ before, own, after }) => SIZE.exec(before) ?? SIZE.exec(own) ?? SIZE_FIRST.exec(after));
  const lettered = codes.filter((code) => code !== null).length;
  return codes.map((code) => {
    const [, size, letters = ""] = code ?? [];
    if (code === null || (size === undefined && lettered < 2)) return undefined;
    const letter = letters.toUpperCase();
    return { vi: `size ${letter}`, en: `size ${letter}`, ja: `${letter}サイズ` };
  });
}
const SIZE = /(?<![\p{L}\d])(?:(size|cỡ|co)\s*)?(X{0,3}[SL]|M)\s*(?:(?:giá|gia|là|la|thì|thi)\s*|:\s*)*$/iu;
const SIZE_FIRST = /^\s*(size|cỡ|co)\s*(X{0,3}[SL]|M)(?![\p{L}\d])/iu;

/** `chiếu 1m6x2m 420k, 1m8 x 2m 480k`: told as it was typed. */
export function areasSaid(around: readonly Around[]): (Named | undefined)[] {
  const areas = around.map(({ before }) => AREA.exec(before));
  if (new Set(areas.flatMap((area) => area?.[0] ?? [])).size < 2) return around.map(() => undefined);
  return areas.map((area) => {
    const [, wide = "", long = ""] = area ?? [];
    if (area === null) return undefined;
    return {
      vi: `khổ ${wide} x ${long}`,
      en: `the ${inMetres(wide)} by ${inMetres(long)} metre size`,
      ja: `${inMetres(wide)}×${inMetres(long)}メートル`,
    };
  });
}
const AREA = /(?<![\d.,])(\d+m\d*)\s*[x×*]\s*(\d+m\d*)(?!\p{L})(?:\s+(?:giá|gia|là|la|thì|thi))*\s*$/u;

/** `1m6` is 1.6 metres. */
function inMetres(said: string): string {
  return said.replace(/m(?=\d)/, ".").replace("m", "");
}

/** `30 độ đạm 60k, 40 độ đạm 90k`: told where they differ. */
export function strengthsSaid(around: readonly Around[]): (Named | undefined)[] {
  const ahead = around.map(({ before, own }) => degreesIn(`${before} ${own}`));
  const behind = around.map(({ after }) => degreesIn(after));
  const degrees = behind.filter((each) => each !== undefined).length > ahead.filter((each) => each !== undefined).length ? behind : ahead;
  if (new Set(degrees.filter((each) => each !== undefined)).size < 2) return around.map(() => undefined);
  return degrees.map((each) =>
    each === undefined ? undefined : { vi: `loại ${each} độ đạm`, en: `the sauce of ${each} degrees N`, ja: `窒素[ちっそ]${each}度のもの` },
  );
}

function degreesIn(words: string): number | undefined {
  const said = readAmounts(words, "vi").filter(({ dimension, min, max }) => dimension === "protein" && min === max);
  return said.at(-1)?.min;
}
