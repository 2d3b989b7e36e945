// Node 20 runs no TypeScript: bundles the benchmark beside the packages that it uses, and runs it.
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const outfile = resolve(root, `node_modules/.cache/limbeck/bench-${process.pid}.mjs`);
await build({
  entryPoints: [resolve(import.meta.dirname, "check.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
try {
  const { main } = await import(pathToFileURL(outfile).href);
  await main(root, process.argv.slice(2));
} finally {
  await rm(outfile, { force: true });
}
