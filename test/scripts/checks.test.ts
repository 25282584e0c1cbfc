import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "farmcast-checks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the check of the locales", () => {
  test("passes where every language has the same keys and variables, each with its own plural forms", () => {
    write("vi/pages.json", { fruit: { count_other: "{{count}} quả" } });
    write("en/pages.json", { fruit: { count_one: "{{count}} fruit", count_other: "{{count}} fruits" } });
    write("ja/pages.json", { fruit: { count_other: "{{count}}個" } });
    expect(check("locales")).toEqual({ status: 0, problems: "" });
  });

  test("names a key that one language lacks, and a file", () => {
    write("vi/pages.json", { title: "Trang" });
    write("en/pages.json", { title: "Page" });
    write("ja/other.json", { title: "頁" });
    expect(check("locales").problems).toMatch(/ja\/pages.json: no "title"/);
  });

  test("names a variable that one language lacks", () => {
    for (const language of ["vi", "en"]) write(`${language}/pages.json`, { price: "{{amount}}" });
    write("ja/pages.json", { price: "円" });
    expect(check("locales")).toMatchObject({
      status: 1,
      problems: expect.stringContaining('"price" has other variables: vi amount, en amount, ja none'),
    });
  });
});

describe("the check of the docs", () => {
  const settings = {
    "src/config.ts": "    PORT: z.string(),\n",
    ".env.example": "PORT=3000\n",
    "package.json": { scripts: { demo: "node demo.ts" } },
  };
  const table = "| `PORT` | 3000 | where it listens |\n";

  test("passes where every path, link, command and setting exists", () => {
    for (const [path, content] of Object.entries(settings)) write(path, content);
    write("README.md", `${table}See \`src/config.ts\`, [the example](.env.example), \`npm ci && npm run demo\`.\n`);
    expect(check("docs")).toEqual({ status: 0, problems: "" });
  });

  test("names each path, link, command and setting that does not", () => {
    for (const [path, content] of Object.entries(settings)) write(path, content);
    write("README.md", "See `src/gone.ts`, [more](docs/more.md), `npm run fly`, `npm fly`.\n| `COLOUR` | red | |\n");
    const { status, problems } = check("docs");
    expect(status).toBe(1);
    for (const missing of ["no src/gone.ts", "docs/more.md leads nowhere", '"npm run fly"', '"npm fly"', "lacks PORT", "has COLOUR"]) {
      expect(problems).toContain(missing);
    }
  });
});

function check(name: string): { status: number | null; problems: string } {
  const { status, stderr } = spawnSync(process.execPath, [`scripts/check-${name}.ts`, folder], { encoding: "utf8" });
  return { status, problems: stderr };
}

function write(path: string, content: string | object): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
}
