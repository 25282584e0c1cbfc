import { html } from "hono/html";
import type { Language } from "#i18n/language.ts";
import type { Html } from "./layout.ts";

/** The language for whoever reads none of those there are. */
export function fallbackOf(languages: readonly Language[]): Language | undefined {
  return languages.includes("en") ? "en" : languages[0];
}

/** A page's own address and the same page in each language, as search engines want them: each names itself and all others. */
export function alternateLinks(language: Language, languages: readonly Language[], address: (language: Language) => string): Html {
  const fallback = fallbackOf(languages) ?? language;
  return html`<link rel="canonical" href="${address(language)}" />
    ${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${address(other)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${address(fallback)}" />`;
}
