import { readdirSync, readFileSync } from "node:fs";
import { formatData } from "./format-data.ts";

const PROMPTS = new URL("../../prompts/", import.meta.url);

/** Every task a model is asked, with the variables of its `user.md`. `system.md` has none, so that vendors can cache it. */
export const PROMPT_VARIABLES = {
  "read-facts": ["sources"],
  "write-pitch": ["language", "markets", "minutes", "facts", "findings"],
  "write-listing": ["language", "markets", "facts", "findings"],
  "translate-caption": ["from", "to", "terms", "context", "charactersMax", "sentence"],
  "answer-comment": ["facts", "comment"],
} as const;
export type PromptTask = keyof typeof PROMPT_VARIABLES;
type PromptData = string | number | null | object;
export type PromptVariables<Task extends PromptTask> = Readonly<Record<(typeof PROMPT_VARIABLES)[Task][number], PromptData>>;

export type Prompts = { render<Task extends PromptTask>(task: Task, variables: PromptVariables<Task>): { system: string; user: string } };

/**
 * Reads `prompts/<task>/{system,user}.md`. Throws where folders, files and `PROMPT_VARIABLES` do not agree, so that a
 * service with a wrong prompt does not start.
 */
export function loadPrompts(folder = PROMPTS): Prompts {
  const tasks = Object.entries(PROMPT_VARIABLES);
  expectSame(
    "prompt folders",
    readdirSync(folder),
    tasks.map(([task]) => task),
  );
  const templates = new Map(tasks.map(([task, variables]) => [task, readTemplate(new URL(`${task}/`, folder), task, variables)]));
  return {
    render(task, variables) {
      const { system, user } = templates.get(task) ?? { system: "", user: "" };
      const data = new Map<string, PromptData>(Object.entries(variables));
      return { system, user: user.replace(PLACEHOLDER, (_, name: string) => formatData(name, data.get(name) ?? null)) };
    },
  };
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

function readTemplate(folder: URL, task: string, variables: readonly string[]): { system: string; user: string } {
  const system = readMarkdown(new URL("system.md", folder));
  const user = readMarkdown(new URL("user.md", folder));
  expectSame(`variables of ${task}/system.md`, placeholdersOf(system), []);
  expectSame(`variables of ${task}/user.md`, placeholdersOf(user), variables);
  return { system, user };
}

/** The file without its HTML comments: they tell people why, not the model. */
function readMarkdown(file: URL): string {
  return readFileSync(file, "utf8")
    .replaceAll(/<!--.*?-->\s*/gs, "")
    .trim();
}

function placeholdersOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name ?? ""))];
}

function expectSame(what: string, found: readonly string[], expected: readonly string[]): void {
  const [has, wants] = [found.toSorted().join(", "), expected.toSorted().join(", ")];
  if (has !== wants) throw new Error(`${what}: found "${has}", expected "${wants}"`);
}
