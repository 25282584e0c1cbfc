import { loadPrompts } from "#prompts/load-prompts.ts";
import { reportProblems } from "./report-problems.ts";

// Loading is the check: it throws where folders, files and PROMPT_VARIABLES do not agree.
try {
  loadPrompts();
} catch (error) {
  reportProblems([String(error)]);
}
