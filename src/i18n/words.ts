import { readdirSync, readFileSync } from "node:fs";
import { createInstance, type TFunction } from "i18next";
import { LANGUAGES, type Language } from "./language.ts";

const LOCALES = new URL("../../locales/", import.meta.url);

/** Every word the service says: `locales/<language>/<namespace>.json`, each file a namespace. */
export type Words = { in(language: Language, namespaces?: string | readonly string[]): TFunction };

/** Reads all locales at once; a missing key is an error, so that no page ever shows a key. */
export function loadWords(): Words {
  const i18n = createInstance();
  const resources = Object.fromEntries(LANGUAGES.map((language) => [language, readLocale(language)]));
  void i18n.init({
    resources,
    initAsync: false,
    fallbackLng: false,
    ns: Object.keys(resources.vi ?? {}),
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no words for "${key}"`);
    },
  });
  return { in: (language, namespaces) => i18n.getFixedT(language, namespaces ?? null) };
}

function readLocale(language: Language): Record<string, object> {
  const folder = new URL(`${language}/`, LOCALES);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(files.map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(new URL(file, folder), "utf8"))]));
}
