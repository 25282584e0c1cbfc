import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { formatData } from "./format-data.ts";

const PROMPTS = new URL("../../prompts/", import.meta.url);

/** Every task a model is asked, with the variables of its `user.md`. `system.md` has none, so that vendors can cache it. */
export const PROMPT_VARIABLES = {
  "read-facts": ["sources"],
  "write-pitch": ["language", "markets", "minutes", "facts", "kept"],
  "write-listing": ["language", "markets", "facts"],
  "repair-sentences": ["language", "markets", "facts", "refused"],
  "translate-caption": ["from", "to", "products", "terms", "context", "findings", "charactersMax", "sentence"],
  "answer-comment": ["facts", "comment"],
  "translate-answer": ["to", "terms", "findings", "question", "answer"],
} as const;
export type PromptTask = keyof typeof PROMPT_VARIABLES;
type PromptData = string | number | null | object;
export type PromptVariables<Task extends PromptTask> = Readonly<Record<(typeof PROMPT_VARIABLES)[Task][number], PromptData>>;

export type Prompts = { render<Task extends PromptTask>(task: Task, variables: PromptVariables<Task>): { system: string; user: string } };

const examplesSchema = z.array(
  z.strictObject({ variables: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.looseObject({}), z.array(z.unknown())])), answer: z.looseObject({}) }),
);
/** What a task may be asked and how it is answered; shown to the model after its instructions. */
export type PromptExample = z.infer<typeof examplesSchema>[number];

/**
 * Reads `prompts/<task>/{system.md,user.md,examples.json}`. Throws where folders, files and `PROMPT_VARIABLES` do not agree,
 * so that a service with a wrong prompt does not start.
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
  const examples = readExamples(task, folder).map((example) => {
    expectSame(`variables of ${task}/examples.json`, Object.keys(example.variables), variables);
    return writeExample(example, placeholdersOf(user));
  });
  return { system: [system, "Examples of the shape and the voice, some cut short; their facts are not yours.", ...examples].join("\n\n"), user };
}

export function readExamples(task: string, folder = new URL(`${task}/`, PROMPTS)): PromptExample[] {
  return examplesSchema.parse(JSON.parse(readFileSync(new URL("examples.json", folder), "utf8")));
}

/** As the model will see it: the data in the order of `user.md`, then the answer. */
function writeExample({ variables, answer }: PromptExample, order: readonly string[]): string {
  return [...order.map((name) => formatData(name, variables[name] ?? null)), formatData("answer", answer)].join("\n");
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
