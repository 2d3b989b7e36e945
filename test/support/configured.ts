import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  check,
  downgrade,
  revision,
  upgrade,
  type CheckResult,
  type RevisionResult,
} from "../../src/index.ts";
import { majors, type TestDatabase } from "./database.ts";
import { makeProject, type Line, type TestProject } from "./project.ts";

const SOURCE = JSON.stringify(resolve(import.meta.dirname, "../../src/index.ts"));

/** A project with these models and settings, and commands on a database. */
export interface Configured extends TestProject {
  /** On another way to the database where one is named. */
  check(url?: string): Promise<CheckResult>;
  autogenerate(message?: string): Promise<RevisionResult>;
  upgrade(): Promise<unknown>;
  /** Undoes everything. */
  downgrade(): Promise<unknown>;
  /** Writes another configuration. */
  configure(config: string): void;
  read(path: string): string;
  exists(path: string): boolean;
  /** The text of the newest revision file. */
  newest(): string;
}

/** The objects of the differences: `+ table t`. */
export function told({ differences }: Pick<CheckResult, "differences">): readonly string[] {
  const signs = { create: "+", drop: "-", alter: "~", recreate: "~" };
  return differences.map(({ action, object, changes }) => [signs[action], object, ...changes].join(" "));
}

interface ProjectSaid {
  readonly models: string;
  readonly config?: string;
  /** More of drizzle.config.ts. */
  readonly drizzle?: string;
  readonly proof?: boolean;
}

/** Makes a project whose `limbeck.config.ts` is `config`: a body for `defineConfig`, or a whole file. */
export function configured(
  line: Line,
  database: Pick<TestDatabase, "url" | "major">,
  // The proof runs on the embedded Postgres, whatever the server.
  { models, config, drizzle = "", proof = database.major === majors().at(-1) }: ProjectSaid,
): Configured {
  const project = makeProject(line, {
    "drizzle.config.ts": `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations", ${drizzle} };\n`,
    "schema.ts": `import { sql } from "drizzle-orm";\nimport * as pg from "drizzle-orm/pg-core";\n
      const { pgTable, pgSchema, pgTableCreator, integer, bigint, text, varchar, index, pgEnum } = pg;\n${models}\n`,
    ...(config === undefined ? {} : { "limbeck.config.ts": wholeFile(config) }),
  });
  const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
  return {
    ...project,
    check: (url = database.url) => check({ ...options, env: { DATABASE_URL: url } }),
    autogenerate: (message = "next") => revision({ ...options, message, autogenerate: true, proof }),
    upgrade: () => upgrade({ ...options, target: "head" }),
    downgrade: () => downgrade({ ...options, target: "base" }),
    configure: (text) => project.write("limbeck.config.ts", wholeFile(text)),
    read: (path) => readFileSync(project.path(path), "utf8"),
    exists: (path) => existsSync(project.path(path)),
    newest: () => readFileSync(project.path(`migrations/${newestIn(project.path("migrations"))}`), "utf8"),
  };
}

/** A configuration file as the tests run it: on the sources, not on what was built of them. */
function wholeFile(config: string): string {
  const file = config.includes("export default")
    ? config
    : `import { defineConfig } from "limbeck";\nexport default defineConfig({ ${config} });\n`;
  return file.replaceAll('"limbeck"', SOURCE);
}

function newestIn(folder: string): string {
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .toSorted()
      .at(-1) ?? ""
  );
}
