import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Whole services, queues and browsers: what takes longest, so that none of it runs alone at the end. */
const LONG = /\/test\/(?:journeys|jobs|web)\//;

/** Of the long and of the rest, the longest first: known from the last run, or guessed by size in a fresh copy. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- no array's
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => LONG.test(moduleId)), ...sorted.filter(({ moduleId }) => !LONG.test(moduleId))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Real servers and browsers: a process each, and no more at once than a small machine carries. Three at once would keep
    // its cores busier, and some bars in milliseconds would be missed beside them.
    pool: "forks",
    maxWorkers: 2,
    // As `npm start` runs the service.
    execArgv: ["--no-regexp-tier-up"],
    sequence: { sequencer: LongFirst },
    // The service's modules take seconds to load: a process loads them once for all its files.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Modules as Node itself loads them, types stripped: what is tested is what runs.
    experimental: { viteModuleRunner: false },
    // As long as a busy machine may take; vitest's own is a second.
    expect: { poll: { timeout: 20_000 } },
  },
});
