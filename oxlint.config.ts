import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * Imports run one way: a file may import from its own row and from the rows below it, never from a row above.
 * A file belongs to the highest row that names it. `test/scripts/import-directions.test.ts` shows that this holds.
 */
const LAYERS: string[][] = [
  ["main.ts", "serve.ts"],
  ["connect-services.ts", "services.ts"],
  ["web/**", "jobs/handlers.ts", "jobs/worker.ts", "jobs/schedule.ts"],
  ["access/**", "stories/**", "shows/**", "relays/**", "listings/**", "buyers/**", "photos/**"],
  ["pitches/**", "checks/**"],
  ["facts/**", "lexicon/**"],
  ["models/**", "prompts/**", "i18n/**", "database/**", "live/**", "jobs/**"],
  ["*.ts"],
];

/** These name the shapes of what they carry, so they may import types (never code) from above. */
const CARRIERS = ["database/**", "live/**"];

/** Libraries that belong to an edge, as the beginnings of their names, and the only places in `src` that may import them. */
const LIBRARIES: { name: string; where: string[] }[] = [
  { name: "hono$|hono/|@hono/", where: ["web/"] },
  { name: "bullmq", where: ["jobs/", "database/", "connect-services.ts"] },
  { name: "ioredis", where: ["jobs/", "live/", "web/", "connect-services.ts"] },
  { name: "openai|@anthropic-ai/", where: ["models/"] },
  { name: "pg$|@electric-sql/", where: ["database/", "jobs/"] },
  { name: "drizzle-orm", where: ["database/drizzle.ts"] },
];

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "node"],
  options: { typeAware: true },
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["data", "src/database/migrations"],
  rules: {
    "eslint/eqeqeq": "error",
    "eslint/no-console": "error",
    // Text from outside is cleaned of control characters, and counted in code points on purpose.
    "eslint/no-control-regex": "off",
    "typescript/no-misused-spread": "off",
    "eslint/no-shadow": "off",
    "eslint/no-unmodified-loop-condition": "off",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-named-as-default-member": "off",
    "node/no-process-env": "error",
    "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-base-to-string": "off",
    "typescript/no-generated-empty-object-type": "off",
    "typescript/no-unnecessary-type-parameters": "off",
    "typescript/unbound-method": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/prefer-node-protocol": "error",
  },
  overrides: [
    ...importRules(),
    // The one file that may cast, and the ones that may read the environment or print.
    {
      files: ["src/database/connect.ts"],
      rules: { "typescript/consistent-type-assertions": "off", "typescript/no-unsafe-type-assertion": "off" },
    },
    { files: ["src/config.ts", "scripts/**", "test/**", "*.config.ts"], rules: { "node/no-process-env": "off" } },
    { files: ["scripts/**", "test/bench/**"], rules: { "eslint/no-console": "off" } },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
    {
      files: ["test/**"],
      plugins: ["vitest"],
      rules: {
        "eslint/no-console": "off",
        "vitest/expect-expect": ["error", { assertFunctionNames: ["expect*", "assert*", "fc.assert"] }],
        "vitest/no-commented-out-tests": "error",
        "vitest/no-conditional-expect": "off",
        "vitest/no-disabled-tests": "error",
        "vitest/no-focused-tests": "error",
        "vitest/no-identical-title": "error",
        "vitest/valid-expect": ["error", { maxArgs: 2 }],
        "vitest/require-to-throw-message": "off",
        "vitest/no-restricted-vi-methods": ["error", { mock: "Test with the real parts.", doMock: "Test with the real parts." }],
      },
    },
  ],
});

/** One override a glob, lowest row first: of several that match a file the last one counts. */
function importRules(): OxlintOverride[] {
  return LAYERS.flatMap((row, depth) => row.map((glob) => importRule(glob, LAYERS.slice(0, depth).flat()))).toReversed();
}

function importRule(glob: string, above: string[]): OxlintOverride {
  const closed = LIBRARIES.filter(({ where }) => !where.some((place) => glob.startsWith(place)));
  const higher = above.filter((other) => other !== "services.ts");
  const patterns = [
    { regex: "^\\.\\./", message: "Across folders, import #folder/file.ts." },
    { regex: `^(${closed.map(({ name }) => name).join("|")})`, message: "This library belongs to an edge, not here." },
    { regex: "^#services\\.ts$", allowTypeImports: true, message: "Services are handed in: `import type` only." },
    ...(higher.length === 0
      ? []
      : [{ regex: `^#(${higher.map(importName).join("|")})`, allowTypeImports: CARRIERS.includes(glob), message: "This import runs up." }]),
  ];
  return { files: [`src/${glob}`], rules: { "no-restricted-imports": ["error", { patterns }] } };
}

/** `web/**` → `web/`, `jobs/worker.ts` → `jobs/worker\.ts$`. */
function importName(glob: string): string {
  return glob.endsWith("/**") ? glob.slice(0, -2) : `${glob.replaceAll(".", "\\.")}$`;
}
