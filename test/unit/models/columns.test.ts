import { describe, expect, test } from "vitest";
import { LINES, type Line } from "../../support/project.ts";
import { objectsIn } from "../../support/models.ts";

/** The columns of a table, by name. */
async function columns(line: Line, body: string, before = ""): Promise<Readonly<Record<string, unknown>>> {
  const found = await objectsIn("column", line, `${before}\nexport const t = pgTable("t", { ${body} });`);
  return Object.fromEntries(found.map(({ name, ...column }) => [name, column]));
}

async function types(line: Line, body: string, before = ""): Promise<readonly string[]> {
  const found = await objectsIn("column", line, `${before}\nexport const t = pgTable("t", { ${body} });`);
  return found.map(({ type }) => type);
}

async function defaults(
  line: Line,
  body: string,
  before = "",
): Promise<Readonly<Record<string, string | null>>> {
  const found = await objectsIn("column", line, `${before}\nexport const t = pgTable("t", { ${body} });`);
  return Object.fromEntries(found.map((column) => [column.name, column.default]));
}

describe.each(LINES)("drizzle %s: types", (line) => {
  test("built-in ones as they are written, without stray blanks", async () => {
    const body = `a: integer(), b: varchar({ length: 20 }), c: numeric({ precision: 10, scale: 2 }), d: timestamp({ precision: 3 }),
      e: timestamp({ precision: 3, withTimezone: true }), f: char(), g: char({ length: 3 }), h: interval({ fields: "day to second", precision: 3 }),
      i: time({ precision: 3 }), j: vector({ dimensions: 3 }), k: bit({ dimensions: 3 }), l: doublePrecision(), m: numeric(), n: date({ mode: "date" })`;
    expect(await types(line, body)).toEqual([
      "integer",
      "varchar(20)",
      "numeric(10, 2)",
      "timestamp(3)",
      "timestamp(3) with time zone",
      "char",
      "char(3)",
      "interval day to second(3)",
      "time(3)",
      "vector(3)",
      "bit(3)",
      "double precision",
      "numeric",
      "date",
    ]);
  });

  test("serial ones", async () => {
    expect(
      await columns(line, "a: serial(), b: bigserial({ mode: 'number' }), c: smallserial()"),
    ).toMatchObject({
      a: { type: "serial", notNull: true, default: null },
      b: { type: "bigserial", notNull: true, default: null },
      c: { type: "smallserial", notNull: true, default: null },
    });
  });

  test("arrays", async () => {
    const deep = line === "0.45" ? "text().array().array()" : 'text().array("[][]")';
    expect(await types(line, `a: text().array(), b: ${deep}, c: vector({ dimensions: 1 })`)).toEqual([
      "text[]",
      "text[][]",
      "vector(1)",
    ]);
    if (line === "0.45") expect(await types(line, "a: integer().array(4)")).toEqual(["integer[]"]);
  });

  test("enums, also in arrays, of objects and of other schemas", async () => {
    const before = `export const color = pgEnum("color", ["red"]); export const Mood = pgEnum("Mood", { Sad: "sad" });
      export const s = pgSchema("user"); export const deep = s.enum("deep", ["a"]);`;
    expect(await types(line, "a: color(), b: color().array(), c: Mood(), d: deep()", before)).toEqual([
      "public.color",
      "public.color[]",
      'public."Mood"',
      '"user".deep',
    ]);
  });

  test("custom ones as their author spells them", async () => {
    const before =
      'const citext = customType({ dataType: () => "citext" }); const money = customType({ dataType: () => "numeric (10,2)" });';
    expect(await types(line, "a: citext(), b: money(), c: citext().array()", before)).toEqual([
      "citext",
      "numeric (10,2)",
      "citext[]",
    ]);
  });

  test("geometry", async () => {
    const said = await types(line, 'a: geometry({ type: "point", srid: 4326 })');
    // 0.45 forgets the SRID while it builds the column.
    expect(said).toEqual([line === "0.45" ? "geometry(point)" : "geometry(point,4326)"]);
  });
});

describe.each(LINES)("drizzle %s: NOT NULL", (line) => {
  test("of primary keys, also composite ones, and identities", async () => {
    const text = `export const t = pgTable("t", { a: integer(), b: integer(), c: integer(), d: integer().generatedAlwaysAsIdentity(), e: integer().notNull() },
        (t) => [primaryKey({ columns: [t.b, t.a] })]);
      export const u = pgTable("u", { id: integer().primaryKey() });`;
    const found = await objectsIn("column", line, text);
    expect(found.map(({ name, notNull }) => [name, notNull])).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
      ["d", true],
      ["e", true],
      ["id", true],
    ]);
  });
});

describe.each(LINES)("drizzle %s: defaults", (line) => {
  test("scalars", async () => {
    const body = `a: integer().default(5), b: integer().default(-5), c: text().default("it's"), d: boolean().default(false),
      e: bigint({ mode: "bigint" }).default(9223372036854775807n), f: numeric({ mode: "number" }).default(1.5), g: numeric().default("10.50"),
      h: doublePrecision().default(Infinity), i: text().default("back\\\\slash"), j: text(), k: integer().default(null as never), l: real().default(1e21)`;
    expect(await defaults(line, body)).toEqual({
      a: "5",
      b: "-5",
      c: "'it''s'",
      d: "false",
      e: "9223372036854775807",
      f: "1.5",
      g: "'10.50'",
      h: "'Infinity'",
      i: "E'back\\\\slash'",
      j: null,
      k: null,
      l: "1e+21",
    });
  });

  test("of run time only are none", async () => {
    const body = `a: text().$defaultFn(() => "x"), b: timestamp().$onUpdate(() => new Date()), c: integer().generatedByDefaultAsIdentity()`;
    expect(await defaults(line, body)).toEqual({ a: null, b: null, c: null });
  });

  test("as SQL, with bound values, and left as they were", async () => {
    const before = 'const now = sql`now() + ${"1 day"}::interval`;';
    const body =
      "a: timestamp().default(now), b: timestamp().defaultNow(), c: uuid().defaultRandom(), d: integer().default(sql`${5}`), e: text().default(sql`NULL`), f: timestamp().default(now)";
    expect(await defaults(line, body, before)).toEqual({
      a: "now() + '1 day'::interval",
      b: "now()",
      c: "gen_random_uuid()",
      d: "5",
      e: null,
      f: "now() + '1 day'::interval",
    });
  });

  test("dates", async () => {
    const day = 'new Date("2020-01-02T03:04:05.000Z")';
    const body = `a: date({ mode: "date" }).default(${day}), b: timestamp().default(${day}), c: timestamp({ withTimezone: true }).default(${day}),
      d: timestamp({ mode: "string" }).default("2020-01-01"), e: timestamp({ precision: 3 }).default(new Date("2020-01-02T03:04:05.678Z")), f: date().default("2020-01-01")`;
    expect(await defaults(line, body)).toEqual({
      a: "'2020-01-02'",
      b: "'2020-01-02 03:04:05'",
      c: "'2020-01-02 03:04:05+00'",
      d: "'2020-01-01'",
      e: "'2020-01-02 03:04:05.678'",
      f: "'2020-01-01'",
    });
  });

  test("JSON", async () => {
    const body = `a: jsonb().default({ it: "isn't" }), b: json().default([]), c: jsonb().default("hello"), d: jsonb().default("{}"), e: jsonb().default(0), f: jsonb().default(false)`;
    expect(await defaults(line, body)).toEqual({
      a: `'{"it":"isn''t"}'`,
      b: "'[]'",
      c: `'"hello"'`,
      e: "'0'",
      f: "'false'",
      // As drizzle-kit of the line has it.
      d: line === "0.45" ? "'{}'" : `'"{}"'`,
    });
  });

  test("arrays", async () => {
    const nested = line === "0.45" ? "integer().array().array()" : 'integer().array("[][]")';
    const body = `a: text().array().default([]), b: text().array().default(["x", "a b", "", "NULL", 'q"q', "b\\\\s", "o'o", null as never]),
      c: ${nested}.default([[1, 2], [3, 4]]), d: boolean().array().default([true]), e: timestamp().array().default([new Date(0)]),
      f: jsonb().array().default([{ a: 1 }]), g: bigint({ mode: "bigint" }).array().default([1n]), h: numeric({ mode: "number" }).array().default([1.5])`;
    expect(await defaults(line, body)).toEqual({
      a: "'{}'",
      b: `E'{x,"a b","","NULL","q\\\\"q","b\\\\\\\\s",o''o,NULL}'`,
      c: "'{{1,2},{3,4}}'",
      d: "'{true}'",
      e: `'{"1970-01-01 00:00:00"}'`,
      f: `E'{"{\\\\"a\\\\":1}"}'`,
      g: "'{1}'",
      h: "'{1.5}'",
    });
  });

  test("points, lines and vectors, also in arrays", async () => {
    const body = `a: point().default([1, 2]), b: point({ mode: "xy" }).default({ x: 1, y: 2 }), c: line().default([1, 2, 3]), d: vector({ dimensions: 2 }).default([1, 2]),
      e: point().array().default([[1, 2]]), f: geometry({ type: "point", srid: 4326 }).default([1, 2])`;
    expect(await defaults(line, body)).toEqual({
      a: "'(1,2)'",
      b: "'(1,2)'",
      c: "'{1,2,3}'",
      d: "'[1,2]'",
      e: `'{"(1,2)"}'`,
      f: line === "0.45" ? "'point(1 2)'" : "'SRID=4326;point(1 2)'",
    });
  });

  test("of custom types go through their driver mapping", async () => {
    const before = `const upper = customType<{ data: string }>({ dataType: () => "text", toDriver: (value) => value.toUpperCase() });
      const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
      const code = customType<{ data: string }>({ dataType: () => "text", toDriver: (value) => sql\`lower(\${value})\` });`;
    const body = `a: upper().default("x"), b: bytes().default(Buffer.from("ab")), c: code().default("X")`;
    expect(await defaults(line, body, before)).toEqual({ a: "'X'", b: "E'\\\\x6162'", c: "lower('X')" });
  });

  test("that cannot be written are errors that name the export", async () => {
    await expect(defaults(line, "a: jsonb().default({ n: 1n })")).rejects.toMatchObject({
      code: "no-json-literal",
      message: expect.stringMatching(
        /^table t, column a \(export "t" in .*schema\.ts\): the default cannot be written as JSON$/,
      ),
    });
    await expect(defaults(line, "a: text().default((() => 1) as never)")).rejects.toMatchObject({
      code: "no-sql-literal",
    });
    await expect(defaults(line, "a: text().default(sql`${sql.placeholder('p')}`)")).rejects.toMatchObject({
      code: "sql-placeholder",
    });
  });
});

describe.each(LINES)("drizzle %s: generated and identity columns", (line) => {
  test("generated ones: SQL, a thunk, a literal", async () => {
    const text = `export const t = pgTable("t", { name: text(), a: text().generatedAlwaysAs(sql\`lower(name)\`),
      b: text().generatedAlwaysAs((): pg.SQL => sql\`upper(\${t.name})\`), c: text().generatedAlwaysAs("x" as never) });`;
    const found = await objectsIn("column", line, text);
    expect(found.map(({ generated }) => generated)).toEqual([null, "lower(name)", 'upper("name")', "'x'"]);
    expect(found.every((column) => column.default === null)).toBe(true);
  });

  test("identity with the numbers of its type", async () => {
    const body = `a: integer().generatedAlwaysAsIdentity(), b: bigint({ mode: "number" }).generatedByDefaultAsIdentity({ name: "seq", increment: -1 }),
      c: smallint().generatedAlwaysAsIdentity({ startWith: 10, cache: 5, cycle: true }), d: bigint({ mode: "bigint" }).generatedAlwaysAsIdentity({ maxValue: 9223372036854775807 })`;
    const common = { cache: "1", cycle: false };
    expect(await columns(line, body)).toMatchObject({
      a: {
        identity: {
          generation: "always",
          startWith: "1",
          incrementBy: "1",
          minValue: "1",
          maxValue: "2147483647",
          ...common,
        },
      },
      b: {
        identity: {
          generation: "byDefault",
          sequenceName: "seq",
          startWith: "-1",
          incrementBy: "-1",
          minValue: "-9223372036854775808",
          maxValue: "-1",
          ...common,
        },
      },
      c: { identity: { startWith: "10", maxValue: "32767", cache: "5", cycle: true } },
      d: { identity: { maxValue: "9223372036854775807" } },
    });
    expect(JSON.stringify(await columns(line, "a: integer().generatedAlwaysAsIdentity()"))).not.toContain(
      "sequenceName",
    );
  });
});
