import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LANGUAGES } from "#i18n/language.ts";
import { reportProblems } from "./report-problems.ts";

/** Where to look: an argument for the tests, else this repository's own. */
const folder = process.argv[2] ?? "locales";
/** A language has the plural forms that it has; the word itself must be there in each. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

const files = globSync(join(folder, "*/*.json")).map((path) => basename(path));
const problems = [...new Set(files)].toSorted().flatMap((file) => compareLanguages(file));
reportProblems(files.length === 0 ? [`${folder} holds no words`] : problems);

function compareLanguages(file: string): string[] {
  const words = LANGUAGES.map((language) => ({ language, keys: readKeys(join(folder, language, file)) }));
  const names = new Set(words.flatMap(({ keys }) => [...keys.keys()]));
  return [...names].toSorted().flatMap((name) => {
    const without = words.filter(({ keys }) => !keys.has(name)).map(({ language }) => `${language}/${file}: no "${name}"`);
    if (without.length > 0) return without;
    const variables = new Set(words.map(({ keys }) => keys.get(name)));
    return variables.size === 1
      ? []
      : [
          `${file}: "${name}" has other variables: ${words.map(({ language, keys }) => `${language} ${keys.get(name) || "none"}`).join(", ")}`,
        ];
  });
}

/** Each key with the variables of its text, sorted. A list of texts is one key; `{{Product}}` is `{{product}}` where a sentence begins. */
function readKeys(path: string): Map<string, string> {
  const keys = new Map<string, Set<string>>();
  collect(readJson(path), "");
  return new Map([...keys].map(([key, variables]) => [key, [...variables].toSorted().join(" ")]));

  function collect(value: unknown, key: string): void {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) collect(inner, key === "" ? name : `${key}.${name}`);
      return;
    }
    const name = key.replace(PLURAL, "");
    const variables = keys.get(name) ?? new Set<string>();
    for (const [, variable = ""] of JSON.stringify(value).matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)) variables.add(variable.toLowerCase());
    keys.set(name, variables);
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(String(error));
    return {};
  }
}
