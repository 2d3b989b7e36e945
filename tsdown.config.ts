import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: { index: "src/index.ts", op: "src/op.ts", "cli/main": "src/cli/main.ts" },
  format: "esm",
  platform: "node",
  tsconfig: "src/tsconfig.json",
  target: "node20.19",
  // Declarations for what others import; the command is not imported.
  dts: { entry: ["src/index.ts", "src/op.ts"] },
  fixedExtension: false,
  // Lazy imports become chunks of their own, so that ts-morph and PGlite load only where they are used.
  outputOptions: { chunkFileNames: "chunks/[name]-[hash].js" },
  clean: true,
  sourcemap: false,
  report: false,
});

export default config;
