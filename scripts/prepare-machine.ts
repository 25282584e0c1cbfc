import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

type Need = {
  name: string;
  /** What is not tested without it; undefined where it only saves time. */
  without?: string;
  /** Debian's packages that bring it. */
  packages: string[];
  /** Where it is: an address or a program's path; undefined where it is not here. */
  find: () => string | undefined;
  /** How the tests learn of it. */
  variable?: string;
};

/** What the tests use besides npm's packages. The tests start their own servers from these programs. */
const NEEDS: Need[] = [
  {
    name: "Redis",
    without: "the suites on a Redis server",
    packages: ["redis-server"],
    find: () => process.env.REDIS_URL ?? program("redis-server"),
  },
  {
    name: "PostgreSQL",
    without: "the suites on a PostgreSQL server",
    packages: ["postgresql"],
    find: () => process.env.DATABASE_URL ?? program("postgres") ?? globSync("/usr/lib/postgresql/*/bin/postgres")[0],
  },
  {
    name: "Chromium",
    without: "the pages in a browser",
    packages: ["chromium", "fonts-noto-cjk"],
    find: () => process.env.CHROMIUM_PATH ?? program("chromium") ?? program("chromium-browser") ?? program("google-chrome"),
    variable: "CHROMIUM_PATH",
  },
  {
    name: "Chromium's headless shell",
    packages: ["chromium-headless-shell"],
    find: () => process.env.HEADLESS_SHELL_PATH ?? program("chromium-headless-shell"),
    variable: "HEADLESS_SHELL_PATH",
  },
];

/** Finds what the tests need and, as root on Debian, installs what is missing. */
export function prepareMachine(): { environment: Record<string, string>; missing: { name: string; without: string }[] } {
  const absent = NEEDS.filter(({ find }) => find() === undefined);
  if (absent.length > 0 && process.getuid?.() === 0 && program("apt-get") !== undefined) install(absent.map(({ packages }) => packages));
  const environment: Record<string, string> = {};
  for (const { variable, find } of NEEDS) {
    const place = find();
    if (variable !== undefined && place !== undefined) environment[variable] = place;
  }
  const missing = NEEDS.flatMap(({ name, without, find }) => (without === undefined || find() !== undefined ? [] : [{ name, without }]));
  return { environment, missing };
}

/** One after the other: not every distribution has every package. */
function install(wanted: string[][]): void {
  console.log(`Installing ${wanted.flat().join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ...wanted.map((packages) => ["install", "--yes", "--no-install-recommends", ...packages])]) {
    const { status, stdout, stderr } = spawnSync("apt-get", ["--quiet", ...args], { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    if (status === 0) continue;
    console.error(`apt-get ${args.join(" ")} failed:\n${stdout}${stderr}`);
  }
}

function program(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin", "/usr/local/bin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
