import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reportProblems } from "./report-problems.ts";

/** Where to look: an argument for the tests, else this repository's own. */
const root = process.argv[2] ?? ".";
const PAGES = ["README.md", "CONTRIBUTING.md", "docs/**/*.md"];
/** A word in backticks is a path when it begins in one of these, or is one of these files' names. */
const FOLDERS = ["src", "scripts", "test", "docs", "locales", "prompts", ".ci"];
/** npm's own commands; everything else after `npm run` is a script of package.json. */
const NPM_COMMANDS = ["ci", "install", "start", "test"];
const NOT_SETTINGS = ["CI", "NODE_ENV", "CASES", "CHROMIUM_PATH", "HEADLESS_SHELL_PATH"];

const scripts = Object.keys(JSON.parse(read("package.json")).scripts ?? {});
const problems = [...PAGES.flatMap((page) => globSync(join(root, page))).flatMap(checkPage), ...checkSettings()];
reportProblems(problems);

function checkPage(page: string): string[] {
  const text = readFileSync(page, "utf8");
  return [...checkPaths(page, text), ...checkLinks(page, text), ...checkCommands(page, text)];
}

function checkPaths(page: string, text: string): string[] {
  const words = Array.from(text.matchAll(/`([^`\s]+)`/g), ([, word = ""]) => word.replace(/:\d+$/, ""));
  return words
    .filter((word) => FOLDERS.some((folder) => word.startsWith(`${folder}/`)))
    .filter((word) => !/[<>*{]/.test(word) && !existsSync(join(root, word)))
    .map((word) => `${page}: no ${word}`);
}

function checkLinks(page: string, text: string): string[] {
  const targets = Array.from(text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g), ([, target = ""]) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)))
    .map((target) => `${page}: the link to ${target} leads nowhere`);
}

function checkCommands(page: string, text: string): string[] {
  const code = Array.from(text.matchAll(/```[^`]*```|`[^`\n]+`/g), ([span]) => span).join("\n");
  const named = Array.from(code.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g), ([command, run, name = ""]) => ({ command, run, name }));
  return named
    .filter(({ run, name }) => (run === undefined ? !NPM_COMMANDS.includes(name) : !scripts.includes(name)))
    .map(({ command }) => `${page}: no command "${command}"`);
}

/** Every setting of src/config.ts is in the README's table and in .env.example, and neither names another. */
function checkSettings(): string[] {
  const settings = named(read("src/config.ts"), /^ {4}([A-Z][A-Z_]+):/gm);
  const table = named(read("README.md"), /^\| `([A-Z][A-Z_]+)`/gm);
  const example = named(read(".env.example"), /^#? ?([A-Z][A-Z_]+)=/gm);
  return [...compare("README.md's table", table), ...compare(".env.example", example)];

  function compare(where: string, found: Set<string>): string[] {
    return [
      ...[...settings].filter((name) => !found.has(name)).map((name) => `${where} lacks ${name}`),
      ...[...found]
        .filter((name) => !settings.has(name) && !NOT_SETTINGS.includes(name))
        .map((name) => `${where} has ${name}, which src/config.ts does not read`),
    ];
  }
}

function named(text: string, pattern: RegExp): Set<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
