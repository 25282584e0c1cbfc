import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Html } from "./layout.ts";

/** `0987 654 321`, `22万5千ドン`, `2～3日`: a number with what it counts, which a line of Japanese must not break. */
const NUMBER =
  /(\d{2,5}(?: \d{2,4}){2,}|\d[\d,.]*(?:[億万千][\d,.]*)*(?:[～〜]\d[\d,.]*)?(?:[\p{Script=Katakana}ー]{1,6}|[円個箱枚本年月日分度時割%])?)/u;

/** Text whose numbers stand on one line each, where its language breaks lines within words. */
export function wholeNumbers(language: Language, text: string): Html {
  if (language !== "ja") return html`${text}`;
  return html`${text.split(NUMBER).map((part, at) => (at % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`;
}
