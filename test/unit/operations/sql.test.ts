import { describe, expect, test } from "vitest";
import { inheritFrom } from "../../../src/objects/enum/inherit.ts";
import { statementsOf } from "../../../src/objects/implementations.ts";
import { call, type Call } from "../../../src/objects/methods.ts";

const sqlOf = (made: Call): readonly string[] => statementsOf(made).map((statement) => statement.sql);

/** A call, and the statements that it becomes. */
const table: readonly [Call, ...string[]][] = [
  [call("createSchema", "billing"), 'CREATE SCHEMA "billing"'],
  [call("dropSchema", 'a"b'), 'DROP SCHEMA "a""b"'],
  [
    call("createEnum", "status", ["new", "it's", "back\\slash"]),
    `CREATE TYPE "public"."status" AS ENUM ('new', 'it''s', E'back\\\\slash')`,
  ],
  [call("dropEnum", { schema: "app", name: "s" }), 'DROP TYPE "app"."s"'],
  [
    call("addEnumValue", "status", "b", { after: "a" }),
    `ALTER TYPE "public"."status" ADD VALUE 'b' AFTER 'a'`,
  ],
  [
    call("addEnumValue", "status", "a", { before: "b" }),
    `ALTER TYPE "public"."status" ADD VALUE 'a' BEFORE 'b'`,
  ],
  [call("addEnumValue", "status", "z"), `ALTER TYPE "public"."status" ADD VALUE 'z'`],
  [call("createSequence", "n"), 'CREATE SEQUENCE "public"."n"'],
  [
    call("createSequence", "n", {
      type: "integer",
      startWith: 5,
      incrementBy: -1,
      minValue: "-9",
      maxValue: 9,
      cache: 2,
      cycle: true,
    }),
    'CREATE SEQUENCE "public"."n" AS integer INCREMENT BY -1 MINVALUE -9 MAXVALUE 9 START WITH 5 CACHE 2 CYCLE',
  ],
  [
    call("alterSequence", "n", { ownedBy: { table: "t", column: "id" } }),
    'ALTER SEQUENCE "public"."n" OWNED BY "public"."t"."id"',
  ],
  [
    call("alterSequence", "n", { cycle: false, ownedBy: null }),
    'ALTER SEQUENCE "public"."n" NO CYCLE OWNED BY NONE',
  ],
  [call("dropSequence", "n"), 'DROP SEQUENCE "public"."n"'],
  [call("renameSequence", "n", "m"), 'ALTER SEQUENCE "public"."n" RENAME TO "m"'],
  [
    call("resetSequence", "t", "id"),
    `SELECT setval(s.seqrelid, CASE WHEN s.seqincrement > 0 THEN greatest(max(t."id") + 1, s.seqstart) ELSE least(min(t."id") - 1, s.seqstart) END, false) FROM pg_catalog.pg_sequence s LEFT JOIN "public"."t" t ON true WHERE s.seqrelid = pg_get_serial_sequence('"public"."t"', 'id')::regclass GROUP BY s.seqrelid, s.seqincrement, s.seqstart`,
  ],
  [
    call("createPolicy", "p", "t", {
      as: "restrictive",
      for: "update",
      to: ["Admin", "current_user", "session_user", "current_role", "public"],
      using: "a > 0",
      withCheck: "true",
    }),
    `CREATE POLICY "p" ON "public"."t" AS RESTRICTIVE FOR UPDATE TO "Admin", CURRENT_USER, SESSION_USER, CURRENT_ROLE, PUBLIC USING (a > 0) WITH CHECK (true)`,
  ],
  [call("createPolicy", 'a"b', { schema: "s", name: "t" }), 'CREATE POLICY "a""b" ON "s"."t"'],
  [
    call("alterPolicy", "p", "t", { to: ["public"], using: "a > 0" }),
    'ALTER POLICY "p" ON "public"."t" TO PUBLIC USING (a > 0)',
  ],
  [call("alterPolicy", "p", "t", { withCheck: "b" }), 'ALTER POLICY "p" ON "public"."t" WITH CHECK (b)'],
  [call("dropPolicy", "p", "t"), 'DROP POLICY "p" ON "public"."t"'],
  [call("enableRowLevelSecurity", "t"), 'ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY'],
  [
    call("enableRowLevelSecurity", "t", { force: true }),
    'ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
  ],
  [call("disableRowLevelSecurity", "t"), 'ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY'],
  [
    call("disableRowLevelSecurity", "t", { force: true }),
    'ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY',
  ],
  [call("createRole", 'my "role"'), 'CREATE ROLE "my ""role"""'],
  [
    call("createRole", "r", {
      createDb: true,
      createRole: true,
      inherit: false,
      login: true,
      replication: false,
      bypassRls: true,
      connectionLimit: 3,
      validUntil: "infinity",
    }),
    `CREATE ROLE "r" CREATEDB CREATEROLE NOINHERIT LOGIN NOREPLICATION BYPASSRLS CONNECTION LIMIT 3 VALID UNTIL 'infinity'`,
  ],
  [call("alterRole", "r", { createDb: false, inherit: true }), 'ALTER ROLE "r" NOCREATEDB INHERIT'],
  [call("dropRole", "r"), 'DROP ROLE "r"'],
  [call("dropTable", "t"), 'DROP TABLE "public"."t"'],
  [call("validateConstraint", "c", "t"), 'ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c"'],
  [
    call("createCheckConstraint", "c", "t", "a > 0", { noInherit: true, notEnforced: true }),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK (a > 0) NO INHERIT NOT ENFORCED',
  ],
  [
    call("alterColumn", "t", "a", { type: "text", storage: "external", compression: "lz4", statistics: 9 }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text, ALTER COLUMN "a" SET STORAGE EXTERNAL, ALTER COLUMN "a" SET COMPRESSION "lz4", ALTER COLUMN "a" SET STATISTICS 9',
  ],
  [
    call("addNotValidNotNull", "n", "t", "a"),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "n" NOT NULL "a" NOT VALID',
  ],
  [call("comment", { schema: "s" }, "it's"), `COMMENT ON SCHEMA "s" IS 'it''s'`],
  [call("comment", { type: "e" }, "x"), `COMMENT ON TYPE "public"."e" IS 'x'`],
  [call("comment", { sequence: "n" }, "x"), `COMMENT ON SEQUENCE "public"."n" IS 'x'`],
  [call("comment", { index: { schema: "s", name: "i" } }, "x"), `COMMENT ON INDEX "s"."i" IS 'x'`],
  [call("comment", { table: "t" }, "x"), `COMMENT ON TABLE "public"."t" IS 'x'`],
  [call("comment", { table: "t", column: "c" }, "x"), `COMMENT ON COLUMN "public"."t"."c" IS 'x'`],
  [call("comment", { table: "t", constraint: "c" }, "x"), `COMMENT ON CONSTRAINT "c" ON "public"."t" IS 'x'`],
  [
    call("addColumn", "t", {
      name: "a",
      type: "text",
      collation: 'pg_catalog."C"',
      notNull: true,
      default: "'x'",
    }),
    `ALTER TABLE "public"."t" ADD COLUMN "a" text COLLATE pg_catalog."C" NOT NULL DEFAULT 'x'`,
  ],
  [
    call("addColumn", "t", {
      name: "a",
      type: "int",
      identity: { generation: "byDefault", sequenceName: "s", startWith: 3 },
    }),
    'ALTER TABLE "public"."t" ADD COLUMN "a" int GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME "s" START WITH 3)',
  ],
  [
    call("addColumn", "t", { name: "a", type: "int", generated: "b + 1" }),
    'ALTER TABLE "public"."t" ADD COLUMN "a" int GENERATED ALWAYS AS (b + 1) STORED',
  ],
  [call("dropColumn", "t", "a"), 'ALTER TABLE "public"."t" DROP COLUMN "a"'],
  [
    call("alterColumn", "t", "a", { type: "bigint", using: "a::bigint", default: "0", notNull: true }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" TYPE bigint USING a::bigint, ALTER COLUMN "a" SET NOT NULL, ALTER COLUMN "a" SET DEFAULT 0',
  ],
  [
    call("alterColumn", "t", "a", { default: null, notNull: false }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT, ALTER COLUMN "a" DROP NOT NULL',
  ],
  [
    call("alterColumn", "t", "a", { identity: "always" }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" ADD GENERATED ALWAYS AS IDENTITY',
  ],
  [
    call("alterColumn", "t", "a", { identity: null }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" DROP IDENTITY',
  ],
  [
    call("alterColumn", "t", "a", { alterIdentity: { generation: "byDefault", cache: 5, cycle: true } }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" SET GENERATED BY DEFAULT SET CACHE 5 SET CYCLE',
  ],
  [
    call("alterColumn", "t", "a", { generated: null }),
    'ALTER TABLE "public"."t" ALTER COLUMN "a" DROP EXPRESSION',
  ],
  [call("alterColumn", "t", "a", {})],
  [
    call("createPrimaryKey", "k", "t", ["a", "b"]),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "k" PRIMARY KEY ("a", "b")',
  ],
  [call("dropConstraint", "k", "t"), 'ALTER TABLE "public"."t" DROP CONSTRAINT "k"'],
  [call("renameConstraint", "k", "t", "l"), 'ALTER TABLE "public"."t" RENAME CONSTRAINT "k" TO "l"'],
  [
    call("createUniqueConstraint", "u", "t", ["a"], {
      nullsNotDistinct: true,
      include: ["b"],
      deferrable: "initially deferred",
    }),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE NULLS NOT DISTINCT ("a") INCLUDE ("b") DEFERRABLE INITIALLY DEFERRED',
  ],
  [
    call("createCheckConstraint", "c", "t", "a > 0", { noInherit: true, notValid: true }),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK (a > 0) NO INHERIT NOT VALID',
  ],
  [
    call(
      "createForeignKey",
      "f",
      "t",
      ["a"],
      { table: { schema: "x", name: "p" }, columns: ["id"] },
      { onDelete: "set null", onDeleteColumns: ["a"], onUpdate: "cascade", matchFull: true },
    ),
    'ALTER TABLE "public"."t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "x"."p" ("id") MATCH FULL ON DELETE SET NULL ("a") ON UPDATE CASCADE',
  ],
  [
    call(
      "createIndex",
      "i",
      "t",
      ["a", { expression: "lower(b)", opclass: "text_pattern_ops", order: "desc", nulls: "last" }],
      {
        unique: true,
        include: ["c"],
        with: { fillfactor: "70" },
        where: "a > 0",
      },
    ),
    `CREATE UNIQUE INDEX "i" ON "public"."t" USING "btree" ("a", (lower(b)) text_pattern_ops DESC NULLS LAST) INCLUDE ("c") WITH (fillfactor = '70') WHERE a > 0`,
  ],
  [call("dropIndex", { schema: "x", name: "i" }), 'DROP INDEX "x"."i"'],
  [call("renameIndex", "i", "j"), 'ALTER INDEX "public"."i" RENAME TO "j"'],
];

describe("the SQL of every call", () => {
  test.each(table)("%j", (made, ...expected) => {
    expect(sqlOf(made)).toEqual(expected);
  });

  test("createTable holds its columns and constraints", () => {
    const made = call("createTable", "t", {
      columns: [{ name: "id", type: "integer" }],
      primaryKey: { name: "pk", columns: ["id"] },
      uniques: [{ name: "u", columns: ["id"] }],
      checks: [{ name: "c", expression: "id > 0" }],
      foreignKeys: [{ name: "f", columns: ["id"], references: { table: "p", columns: ["id"] } }],
      unlogged: true,
      options: ["fillfactor=70"],
    });
    expect(sqlOf(made)).toEqual([
      [
        'CREATE UNLOGGED TABLE "public"."t" (',
        '  "id" integer,',
        '  CONSTRAINT "pk" PRIMARY KEY ("id"),',
        '  CONSTRAINT "u" UNIQUE ("id"),',
        '  CONSTRAINT "c" CHECK (id > 0),',
        '  CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "public"."p" ("id")',
        ") WITH (fillfactor=70)",
      ].join("\n"),
    ]);
  });

  test("rebuildEnum takes defaults off, casts through text and puts them back", () => {
    const made = call(
      "rebuildEnum",
      "s",
      ["a"],
      [
        { table: "t", column: "c", default: "'a'" },
        { table: "t", column: "d", array: true },
      ],
    );
    expect(sqlOf(made)).toEqual([
      'ALTER TYPE "public"."s" RENAME TO "s__former"',
      `CREATE TYPE "public"."s" AS ENUM ('a')`,
      'ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT',
      'ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE "public"."s" USING "c"::text::"public"."s"',
      `ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT 'a'`,
      'ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE "public"."s"[] USING "d"::text[]::"public"."s"[]',
      inheritFrom('"public"."s__former"', '"public"."s"'),
      'DROP TYPE "public"."s__former"',
    ]);
  });

  test("what loses data says so", () => {
    const hazards = [call("dropTable", "t"), call("dropColumn", "t", "a"), call("dropSequence", "n")].map(
      (made) => statementsOf(made).flatMap((statement) => statement.hazards ?? []),
    );
    expect(hazards.map((found) => found.map((hazard) => hazard.code))).toEqual([
      ["data-loss"],
      ["data-loss"],
      ["data-loss"],
    ]);
  });

  test("what changes who may see rows says so", () => {
    const made = [call("disableRowLevelSecurity", "t"), call("dropPolicy", "p", "t"), call("dropRole", "r")];
    const hazards = made.flatMap(statementsOf).flatMap((statement) => statement.hazards ?? []);
    expect(hazards.map(({ code }) => code)).toEqual(["authorization", "authorization", "authorization"]);
  });
});
