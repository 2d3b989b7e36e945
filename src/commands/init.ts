import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { findConfig, type ConfigFiles } from "../config/find.ts";
import { loadProject, type Project } from "../config/project.ts";
import { writeNew } from "../emit/write.ts";
import { ConfigError } from "../errors.ts";
import { freeFolder, holdsKitFiles } from "./kitFiles.ts";
import type { CommandOptions } from "./workspace.ts";

export interface InitOptions extends CommandOptions {
  /** Where the revisions are to live, from the working directory. */
  readonly folder?: string | undefined;
}

export interface InitResult {
  /** Paths from the working directory. */
  readonly created: readonly string[];
  readonly kept: readonly string[];
  /** The folder of the revisions, from the working directory. */
  readonly folder: string;
  /** What to do next. */
  readonly next: string;
}

const NEXT = 'Now run: limbeck revision --autogenerate -m "first"';

/**
 * Sets a project up: a drizzle.config where there is none, the folder of the revisions, and a limbeck.config where
 * that folder must be another than drizzle-kit's. Never overwrites anything.
 */
export async function init(options: InitOptions): Promise<InitResult> {
  const { cwd } = options;
  const existing = existingConfig(options);
  const project = existing === null ? null : await loadProject(options);
  const folder = folderFor(project, options);
  const created = existing === null ? [await writeDrizzleConfig(cwd)] : [];
  if (folder !== (project?.migrationsDir ?? join(cwd, "migrations"))) {
    created.push(await writeLimbeckConfig(existing, existing?.root ?? cwd, folder));
  }
  if (!existsSync(folder)) {
    await mkdir(folder, { recursive: true });
    created.push(`${folder}${sep}`);
  }
  const kept = [existing?.drizzle, existing?.limbeck].flatMap((file) => file ?? []);
  const local = (file: string): string => relative(cwd, file) + (file.endsWith(sep) ? sep : "");
  return { created: created.map(local), kept: kept.map(local), folder: local(folder), next: NEXT };
}

function existingConfig({ cwd, config }: InitOptions): ConfigFiles | null {
  try {
    return findConfig(cwd, config);
  } catch (error) {
    if (error instanceof ConfigError && error.code === "config-missing" && config === undefined) return null;
    throw error;
  }
}

function folderFor(project: Project | null, { cwd, folder }: InitOptions): string {
  if (folder !== undefined) return resolve(cwd, folder);
  if (project === null) return join(cwd, "migrations");
  return holdsKitFiles(project.migrationsDir) ? freeFolder(project.root) : project.migrationsDir;
}

async function writeDrizzleConfig(folder: string): Promise<string> {
  const file = join(folder, "drizzle.config.ts");
  const hasKit = existsSync(join(folder, "node_modules", "drizzle-kit"));
  const [before, after] = hasKit
    ? ['import { defineConfig } from "drizzle-kit";\n\nexport default defineConfig({', "});"]
    : ["export default {", "};"];
  const lines = [
    before,
    '  dialect: "postgresql",',
    '  schema: "./schema",',
    '  out: "./migrations",',
    after,
  ];
  await writeNew(file, `${lines.join("\n")}\n`);
  return file;
}

async function writeLimbeckConfig(
  existing: ConfigFiles | null,
  root: string,
  folder: string,
): Promise<string> {
  const path = JSON.stringify(`./${relative(root, folder).split(sep).join("/")}`);
  if (existing?.limbeck !== undefined) {
    const hint = `Write into it: migrations: ${path}.`;
    throw new ConfigError("config-exists", `${existing.limbeck} exists already and is never overwritten.`, {
      hint,
    });
  }
  const file = join(root, "limbeck.config.ts");
  const text = `import { defineConfig } from "limbeck";\n\nexport default defineConfig({ migrations: ${path} });\n`;
  await writeNew(file, text);
  return file;
}
