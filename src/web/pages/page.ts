import type { TFunction } from "i18next";
import type { Context } from "hono";
import { LANGUAGES, languageSchema, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";

/** What every page is written with: its words, its language, and links that stay in a language asked for by `?lang=`. */
export type Page = {
  t: TFunction;
  language: Language;
  /** What the page's own style carries. */
  nonce: string;
  /** Where the same page is in each language. */
  languageLinks: { language: Language; href: string }[];
  href(path: string): string;
};

/** Opens a page in `?lang=`, else in the reader's own language; `fixed` where the path names the language. */
export function openPage(services: Pick<Services, "words">, c: Context<AppEnv>, fixed?: Language): Page {
  const asked = languageSchema.safeParse(c.req.query("lang")).data;
  const language = fixed ?? asked ?? c.get("language");
  const here = c.req.path + new URL(c.req.url).search;
  return {
    t: services.words.in(language, ["pages", "live"]),
    language,
    nonce: c.get("nonce"),
    languageLinks: LANGUAGES.map((other) => ({ language: other, href: withLanguage(here, other) })),
    href: (path) => (asked === undefined ? path : withLanguage(path, asked)),
  };
}

/** All words of one section, for the page's script. */
export function sectionOf({ t }: Page, section: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(t(section, { returnObjects: true })));
}

function withLanguage(path: string, language: Language): string {
  const [pathname = "", query] = path.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("lang", language);
  return `${pathname}?${parameters.toString()}`;
}
