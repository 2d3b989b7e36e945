import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll } from "vitest";
import { shareEmbeddedBase } from "./embeddedBase.ts";

/** The lines of drizzle-orm that every test of models runs on. */
export const LINES = ["0.45", "1.0"] as const;

/** One of the lines. */
export type Line = (typeof LINES)[number];

/** A user's project in a temporary folder, removed when the file that makes it has run its tests. */
export interface TestProject {
  /** Absolute, and free of symbolic links. */
  readonly dir: string;
  /** Writes a file of the project, over an older one. */
  write(path: string, text: string): void;
  /** The absolute path of a file of the project. */
  path(file: string): string;
}

/** Packages that a project gets beside drizzle-orm, drizzle-kit and limbeck itself. */
export interface ProjectOptions {
  /** Copied from the repository's node_modules, so that they find the project's own drizzle-orm. */
  readonly copies?: readonly string[];
  /** Without the archive that spares the embedded Postgres its initdb. */
  readonly bare?: boolean;
}

const REPOSITORY = resolve(import.meta.dirname, "../..");
const folders: string[] = [];

// Vitest ends its workers without an exit event, but a file that imports this module has run all its tests by then.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a project with these files (by path) whose node_modules hold the given line of drizzle-orm. */
export function makeProject(
  line: Line,
  files: Readonly<Record<string, string>>,
  options: ProjectOptions = {},
): TestProject {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "limbeck-project-")));
  folders.push(dir);
  const project: TestProject = {
    dir,
    path: (file) => join(dir, file),
    write: (path, text) => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
  };
  install(dir, line, options.copies ?? []);
  if (options.bare !== true) shareEmbeddedBase(join(dir, ".limbeck/cache"));
  for (const [path, text] of Object.entries({ "package.json": '{ "type": "module" }\n', ...files }))
    project.write(path, text);
  return project;
}

function install(dir: string, line: Line, copies: readonly string[]): void {
  const modules = join(dir, "node_modules");
  mkdirSync(modules);
  const ofLine =
    line === "0.45" ? join(REPOSITORY, "node_modules") : join(REPOSITORY, "test/lines/rc/node_modules");
  symlinkSync(join(ofLine, "drizzle-orm"), join(modules, "drizzle-orm"), "junction");
  symlinkSync(join(ofLine, "drizzle-kit"), join(modules, "drizzle-kit"), "junction");
  symlinkSync(REPOSITORY, join(modules, "limbeck"), "junction");
  for (const name of copies) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    cpSync(join(REPOSITORY, "node_modules", name), join(modules, name), {
      recursive: true,
      dereference: true,
    });
  }
}
