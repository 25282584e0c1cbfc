import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** `22万5千ドン`: a number with what it counts, which a line of Japanese must not break. */
const NUMBER = /(\d[\d,.]*(?:[億万千][\d,.]*)*(?:[\p{Script=Katakana}ー]{1,4}|[円個箱枚本年月日分度時割%])?)/u;

/** Text whose numbers stand on one line each. */
export function wholeNumbers(text: string): Html {
  return html`${text.split(NUMBER).map((part, at) => (at % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`;
}
