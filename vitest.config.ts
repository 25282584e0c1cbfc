import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Real servers and browsers: a process each, and no more at once than a small machine carries.
    pool: "forks",
    maxWorkers: 2,
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
