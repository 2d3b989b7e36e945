import { createRequire } from "node:module";

/** Limbeck's own version, from its package.json. */
export const version: string = readVersion();

function readVersion(): string {
  const read = createRequire(import.meta.url);
  // The file is ours; it lies two folders above both `src/commands` and the chunks in `dist`.
  return (read("../../package.json") as { version: string }).version;
}
