import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/**
 * A registry that serves only some platforms leaves the others' optional packages out of package-lock.json, and `npm ci`
 * then refuses the file. This adds them back by name, version and platform, as npm itself writes them (without a checksum,
 * which only that registry could tell). Part of `npm run lock`, after each change of the dependencies.
 */
// Loose all through: what is written back is what was read, in its order.
const lockSchema = z.record(z.string(), z.unknown());
const packagesSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const optionalSchema = z.record(z.string(), z.string()).optional();

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const lock = lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const packages = packagesSchema.parse(lock.packages);
const added: Record<string, object> = {};
for (const parent of Object.values(packages)) {
  for (const [name, version] of Object.entries(optionalSchema.parse(parent.optionalDependencies) ?? {})) {
    if (!isLocked(name))
      added[`node_modules/${name}`] = { version, ...platformOf(name), ...(parent.dev === true ? { dev: true } : {}), optional: true };
  }
}
const sorted = Object.entries({ ...packages, ...added }).toSorted(([one], [other]) => one.localeCompare(other, "en"));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(added).length} packages of other platforms added`);

function isLocked(name: string): boolean {
  return Object.keys(packages).some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));
}

/** From names like `@oxfmt/binding-linux-arm-musleabihf`. */
function platformOf(name: string): { os?: string[]; cpu?: string[] } {
  const parts = name.split(/[^a-z0-9]+/);
  const [os, cpu] = [parts.filter((part) => SYSTEMS.includes(part)), parts.filter((part) => PROCESSORS.includes(part))];
  if (os.length + cpu.length === 0) throw new Error(`${name}: for which platform is it?`);
  return { ...(os.length > 0 ? { os } : {}), ...(cpu.length > 0 ? { cpu } : {}) };
}
