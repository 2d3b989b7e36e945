import { defineConfig } from "vitest/config";
import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Takes minutes more: `LIMBECK_EXTENDED=1 npm test`.
    exclude: process.env["LIMBECK_EXTENDED"] === "1" ? [] : ["test/**/*.extended.test.ts"],
    globalSetup: "./test/support/globalSetup.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});

export default config;
