import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdtemp, mkdir, readFile, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import { once } from "../../../src/commands/workspace.ts";

/** The repository. */
export const REPOSITORY: string = resolve(import.meta.dirname, "../../..");

/** What npm would publish, unpacked where projects can link to it. */
export interface Packed {
  readonly tarball: string;
  /** Paths inside the tarball, sorted. */
  readonly files: readonly string[];
  /** A node_modules folder with limbeck unpacked (no link) beside what it depends on. */
  readonly modules: string;
}

const run = promisify(execFile);
const folders: string[] = [];

// Vitest ends its workers without an exit event.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * Builds the sources as they are and packs them, once for each test file, without touching the repository's dist:
 * what is tested can neither be stale nor be somebody else's build.
 */
export const packed: () => Promise<Packed> = once(async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "limbeck-packed-")));
  folders.push(folder);
  const stage = await stagePackage(folder);
  const tarball = join(folder, await pack(stage, folder));
  const files = (await run("tar", ["-tzf", tarball])).stdout.trim().split("\n");
  return {
    tarball,
    files: files.map((file) => file.replace(/^package\//, "")).sort(),
    modules: await unpack(tarball, folder),
  };
});

async function stagePackage(folder: string): Promise<string> {
  const stage = join(folder, "stage");
  const tsdown = join(REPOSITORY, "node_modules", "tsdown", "dist", "run.mjs");
  await run(process.execPath, [tsdown, "--out-dir", join(stage, "dist")], { cwd: REPOSITORY });
  // Whole folders that must not get into the package, too.
  for (const name of [
    "package.json",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "templates",
    "schema",
    "docs",
    "src",
  ]) {
    if (existsSync(join(REPOSITORY, name)))
      await cp(join(REPOSITORY, name), join(stage, name), { recursive: true });
  }
  return stage;
}

async function pack(stage: string, destination: string): Promise<string> {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", destination];
  const { stdout } = await run("npm", args, { cwd: stage });
  const [report] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  if (report === undefined) throw new TypeError("npm packed nothing");
  return report.filename;
}

async function unpack(tarball: string, folder: string): Promise<string> {
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "limbeck"), { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", join(modules, "limbeck"), "--strip-components=1"]);
  const manifest: unknown = JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8"));
  const { dependencies } = manifest as { readonly dependencies: Readonly<Record<string, string>> };
  for (const name of [
    ...Object.keys(dependencies),
    "drizzle-orm",
    "drizzle-kit",
    "@types/node",
    "@types/pg",
  ]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(REPOSITORY, "node_modules", name), join(modules, name), "junction");
  }
  return modules;
}
