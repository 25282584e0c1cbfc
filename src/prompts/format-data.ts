/** Characters nobody sees, which could carry words past a human reader: formats, variation selectors, Unicode tags. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}<>]/gu;

/**
 * Data as a model sees it: JSON in a block that carries its name. Angle brackets and invisible characters are written as
 * JSON escapes, so that no text can close its block and none hides in it; parsed, it is the same text.
 */
export function formatData(name: string, data: string | number | null | object): string {
  return `<${name}>\n${JSON.stringify(data).replaceAll(INVISIBLE, escape)}\n</${name}>`;
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
}
