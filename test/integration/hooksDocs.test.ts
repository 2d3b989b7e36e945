import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { configured, told, type Configured } from "../support/configured.ts";
import { createDatabase, eachMajor, type TestDatabase } from "../support/database.ts";
import { LINES } from "../support/project.ts";

const DOCS = readFileSync(join(resolve(import.meta.dirname, "../.."), "docs/hooks.md"), "utf8");

/** The example of a hook in the document. */
function example(hook: string): string {
  const [, section = ""] = DOCS.split(`\n## ${hook}\n`);
  const found = /^```ts\n(.*?)^```$/ms.exec(section)?.[1];
  if (found === undefined) throw new Error(`docs/hooks.md has no example of ${hook}`);
  return found;
}

const MODELS = `export const t = pgTable("t", { id: integer("id").primaryKey(), region: text("region").default("x") });`;
const TABLE = "CREATE TABLE t (id int PRIMARY KEY, region text DEFAULT 'x')";

eachMajor("the examples of docs/hooks.md", (major) => {
  const line = LINES[major % 2] ?? "0.45";
  const withExample = async (
    hook: string,
    setUp: string,
    body: (project: Configured, database: TestDatabase) => Promise<void>,
  ): Promise<void> => {
    await using database = await createDatabase(major);
    await database.query(setUp);
    await body(configured(line, database, { models: MODELS, config: example(hook) }), database);
  };

  test("includeName", () =>
    withExample(
      "includeName",
      `${TABLE}; CREATE TABLE backup_1 (id int); CREATE TABLE more (id int)`,
      async (project) => {
        expect(told(await project.check())).toEqual(["- table more"]);
      },
    ));

  test("includeObject", () =>
    withExample(
      "includeObject",
      `${TABLE}; CREATE TABLE more (id int); ALTER TABLE t ADD extra int`,
      async (project) => {
        expect(told(await project.check())).toEqual(["- column t.extra"]);
      },
    ));

  test("compareType", () =>
    withExample(
      "compareType",
      "CREATE TABLE t (id bigint PRIMARY KEY, region varchar(9) DEFAULT 'x')",
      async (project) => {
        expect(told(await project.check())).toEqual(["~ column t.id type bigint → integer"]);
      },
    ));

  test("compareServerDefault", () =>
    withExample(
      "compareServerDefault",
      TABLE.replace("'x'", "'y'").replace("id int", "id int DEFAULT 1"),
      async (project) => {
        expect(told(await project.check())).toEqual(["~ column t.id default 1 → none"]);
      },
    ));

  test("processRevisionDirectives", () =>
    withExample("processRevisionDirectives", "CREATE TABLE more (id int)", async (project, database) => {
      await project.autogenerate();
      expect(project.newest()).not.toMatch(/up[^]*dropTable\("more"[^]*down/);
      await project.upgrade();
      expect(await database.query("SELECT 1 FROM pg_class WHERE relname = 'more'")).toHaveLength(1);
      expect(await project.autogenerate()).toMatchObject({ withdrawn: true, file: null });
    }));

  test("renderItem", () =>
    withExample("renderItem", "SELECT 1", async (project, database) => {
      project.write(
        "migrations/lib/audited.ts",
        "export const createAudited = (op: any, name: any, definition: any): void => op.createTable(name, definition);",
      );
      await project.autogenerate();
      expect(project.newest()).toMatch(/import \{ createAudited \} from ".\/lib\/audited.ts";/);
      expect(project.newest()).toMatch(/ {2}createAudited\(op, "t", \{/);
      await project.upgrade();
      expect(await project.check()).toMatchObject({ matches: true });
      expect(await database.query("SELECT 1 FROM pg_class WHERE relname = 't'")).toHaveLength(1);
    }));
});
