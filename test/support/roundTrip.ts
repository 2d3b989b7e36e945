import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMPTY_CATALOG, type Catalog } from "../../src/catalog/catalog.ts";
import { judgeOn } from "../../src/database/judge.ts";
import type { Session } from "../../src/database/session.ts";
import { readDatabase } from "../../src/database/toCatalog.ts";
import { diff, reverse, type Difference } from "../../src/diff/diff.ts";
import { describeDifferences } from "../../src/diff/describe.ts";
import { surroundingsOf } from "../../src/diff/scope.ts";
import { renderRevision } from "../../src/emit/source.ts";
import { loadModules } from "../../src/modules/load.ts";
import { statementsOf } from "../../src/objects/implementations.ts";
import type { MigrationBody } from "../../src/op.ts";
import { plan } from "../../src/plan/plan.ts";
import { collectStatements } from "../../src/runtime/recorder.ts";

/** Schemas that belong to others: a platform's. */
type Foreign = readonly string[];

/** Compares what is in a database with models. */
export async function difference(
  session: Session,
  models: Catalog,
  foreign: Foreign = [],
): Promise<Difference> {
  const { tables } = surroundingsOf(models);
  const catalog = await readDatabase(session, { schemas: (name) => !foreign.includes(name), tables });
  return diff(catalog, models, judgeOn(session));
}

/** The differences as commands describe them. */
export async function described(
  session: Session,
  models: Catalog,
  foreign?: Foreign,
): Promise<ReturnType<typeof describeDifferences>> {
  const { operations } = await difference(session, models, foreign);
  return describeDifferences(operations);
}

/** The differences in words, for a test's message. */
export async function differences(
  session: Session,
  models: Catalog,
  foreign?: Foreign,
): Promise<readonly string[]> {
  const found = await described(session, models, foreign);
  return found.map(({ action, object, changes }) => [action, object, ...changes].join(" "));
}

/** Makes an empty database be what the models say. */
export async function createModels(session: Session, models: Catalog): Promise<void> {
  const there = await diff(EMPTY_CATALOG, models, async (questions) =>
    questions.map(() => ({ equal: false })),
  );
  const { up } = plan(there, reverse(there));
  for (const { sql } of up.flatMap(statementsOf)) await session.execute(sql);
}

/** A revision file that was written, loaded again, and can be run. */
export interface Emitted {
  readonly source: string;
  up(session: Session): Promise<void>;
  down(session: Session): Promise<void>;
}

/** Emits the revision that takes the database to the models, and loads it as the runner would. */
export async function emit(
  session: Session,
  models: Catalog,
  message: string,
  foreign?: Foreign,
): Promise<Emitted> {
  const there = await difference(session, models, foreign);
  const source = renderRevision({
    message,
    revision: "0001",
    downRevision: null,
    ...plan(there, reverse(there)),
  });
  const exports = await load(source);
  const run =
    (name: "up" | "down") =>
    async (target: Session): Promise<void> => {
      // What the loader gives is what the file exports; the file was typed by its own import.
      const statements = await collectStatements(exports[name] as MigrationBody);
      for (const { sql } of statements) await target.execute(sql);
    };
  return { source, up: run("up"), down: run("down") };
}

async function load(source: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = await mkdtemp(join(tmpdir(), "limbeck-revision-"));
  try {
    const file = join(folder, "0001_scenario.ts");
    await writeFile(file, source);
    const [loaded] = await loadModules([file], { root: folder, cacheDir: join(folder, "cache") });
    if (loaded === undefined) throw new TypeError("one file was loaded");
    return loaded.exports;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
