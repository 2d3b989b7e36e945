import { expect, test } from "vitest";
import { check, downgrade, revision, upgrade } from "../../src/index.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { LINES, makeProject } from "../support/project.ts";

const PLATFORM = `CREATE SCHEMA realtime;
  CREATE TABLE realtime.messages (id bigint, topic text NOT NULL, extension text NOT NULL);
  ALTER TABLE realtime.messages ENABLE ROW LEVEL SECURITY;
  CREATE TABLE realtime.subscription (id bigint);`;

const TABLE = `import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable } from "drizzle-orm/pg-core";
import { realtimeMessages } from "drizzle-orm/supabase";
export const rooms = pgTable("rooms", { id: integer() });
export const messages = realtimeMessages.topic;
`;
const linked = (text: string): string =>
  `${TABLE}export const own = pgPolicy("own", { using: sql\`\${realtimeMessages.topic} = '${text}'\` }).link(realtimeMessages);`;

eachMajor("a policy on a platform's table", (major) => {
  test.each(LINES)("comes, changes and goes, and nothing else there, drizzle %s", async (line) => {
    await using database = await createDatabase(major);
    await database.query(PLATFORM);
    const project = makeProject(line, {
      "drizzle.config.ts":
        'export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };',
      "schema.ts": TABLE,
    });
    const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
    const step = async (models: string): Promise<readonly string[]> => {
      project.write("schema.ts", models);
      const { sql } = await revision({ ...options, message: "step", autogenerate: true });
      await upgrade({ ...options, target: "head" });
      expect(await check(options)).toMatchObject({ matches: true });
      return sql;
    };
    expect(await step(TABLE)).toHaveLength(1);
    const name = '"own" ON "realtime"."messages"';
    expect(await step(linked("a"))).toEqual([
      `CREATE POLICY ${name} USING ("realtime"."messages"."topic" = 'a')`,
    ]);
    expect(await step(linked("b"))).toEqual([
      `ALTER POLICY ${name} USING ("realtime"."messages"."topic" = 'b')`,
    ]);
    expect(await step(TABLE)).toEqual([`DROP POLICY ${name}`]);
    const policies = async (): Promise<unknown> => database.query("SELECT polname FROM pg_policy");
    await downgrade({ ...options, target: "-1" });
    expect(await policies()).toEqual([{ polname: "own" }]);
    await downgrade({ ...options, target: "base" });
    expect(await policies()).toEqual([]);
    expect(
      await database.query(
        "SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'realtime'::regnamespace",
      ),
    ).toEqual([{ n: 2 }]);
  });
});
