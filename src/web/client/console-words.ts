import { fill } from "./page-data.ts";

/** The console's words: `words("late", { language: "tiếng Anh" })`, and its lists of words. */
export type ConsoleWords = {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  /** A language's name where it stands alone, inside a sentence, and what each provenance is called. */
  list(name: "languages" | "inside" | "provenance", key: string): string;
};

export function consoleWords(words: Readonly<Record<string, unknown>>): ConsoleWords {
  const word = (key: string, values: Readonly<Record<string, string | number>> = {}) => fill(String(words[key] ?? ""), values);
  const list = (name: string, key: string) => {
    const named = words[name];
    return typeof named === "object" && named !== null ? String(Reflect.get(named, key) ?? key) : key;
  };
  return Object.assign(word, { list });
}
