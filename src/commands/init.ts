import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { findConfig, type ConfigFiles } from "../config/find.ts";
import { loadProject } from "../config/project.ts";
import { writeNew } from "../emit/write.ts";
import { ConfigError } from "../errors.ts";
import type { CommandOptions } from "./workspace.ts";

export interface InitOptions extends CommandOptions {
  /** Where the revisions are to live, from the working directory. */
  readonly folder?: string | undefined;
}

export interface InitResult {
  /** Paths from the working directory. */
  readonly created: readonly string[];
  readonly kept: readonly string[];
  /** What to do next. */
  readonly next: string;
}

const DRIZZLE_CONFIG = `import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./schema",
  out: "./migrations",
});
`;

const PLAIN_CONFIG = DRIZZLE_CONFIG.replace(/import .*\n\n/, "").replace("defineConfig({", "{").replace("});", "};");

/**
 * Sets a project up: a drizzle.config where there is none, a limbeck.config where the revisions need a folder of
 * their own, and that folder. Never overwrites anything.
 */
export async function init(options: InitOptions): Promise<InitResult> {
  const { cwd } = options;
  const existing = existingConfig(options);
  const created: string[] = [];
  if (existing === null) created.push(await writeConfig(cwd));
  const project = await loadIfPossible(options, existing === null);
  const root = existing?.root ?? cwd;
  const folder = options.folder === undefined ? (project?.folder ?? join(root, "migrations")) : resolve(cwd, options.folder);
  if (needsOwnConfig(folder, project, options.folder)) created.push(await writeOwnConfig(root, folder));
  if (!existsSync(folder)) {
    await mkdir(folder, { recursive: true });
    created.push(`${folder}${sep}`);
  }
  const kept = [existing?.drizzle, existing?.limbeck].flatMap((file) => file ?? []);
  const local = (file: string): string => relative(cwd, file) + (file.endsWith(sep) ? sep : "");
  return { created: created.map(local), kept: kept.map(local), next: NEXT };
}

const NEXT = 'Now run: limbeck revision --autogenerate -m "first"';

function existingConfig({ cwd, config }: InitOptions): ConfigFiles | null {
  try {
    return findConfig(cwd, config);
  } catch (error) {
    if (error instanceof ConfigError && error.code === "config-missing" && config === undefined) return null;
    throw error;
  }
}

async function writeConfig(folder: string): Promise<string> {
  const file = join(folder, "drizzle.config.ts");
  await writeNew(file, existsSync(join(folder, "node_modules", "drizzle-kit")) ? DRIZZLE_CONFIG : PLAIN_CONFIG);
  return file;
}

interface KnownFolder {
  readonly folder: string;
  readonly own: boolean;
}

/** A fresh configuration names a schema folder that need not exist yet. */
async function loadIfPossible({ cwd, config }: InitOptions, fresh: boolean): Promise<KnownFolder | null> {
  if (fresh) return null;
  const project = await loadProject({ cwd, config });
  return { folder: project.migrationsDir, own: project.migrationsDirIsOwn };
}

/** drizzle-kit's own files in the folder (`meta/_journal.json`, or a folder per migration) are not revisions. */
function needsOwnConfig(folder: string, project: KnownFolder | null, asked: string | undefined): boolean {
  return asked !== undefined && folder !== project?.folder;
}

async function writeOwnConfig(root: string, folder: string): Promise<string> {
  const file = join(root, "limbeck.config.ts");
  const path = `./${relative(root, folder).split(sep).join("/")}`;
  const text = `import { defineConfig } from "limbeck";\n\nexport default defineConfig({ migrations: ${JSON.stringify(path)} });\n`;
  await writeNew(file, text);
  return file;
}
