import { describe, expect, test } from "vitest";
import { objectsIn } from "../../support/models.ts";
import { LINES } from "../../support/project.ts";

const LONG = "a_table_with_a_name_that_is_as_long_as_postgres_lets_it_be_63_by"; // 64 bytes

describe.each(LINES)("drizzle %s: primary keys", (line) => {
  const old = line === "0.45";

  test("names, explicit and implicit", async () => {
    const text = `
      export const a = pgTable("a", { id: integer().primaryKey() });
      export const b = pgTable("b", { x: integer(), y: integer() }, (t) => [primaryKey({ columns: [t.y, t.x] })]);
      export const c = pgTable("c", { x: integer() }, (t) => [primaryKey({ name: "own", columns: [t.x] })]);
      export const d = pgTable("d", { x: integer().primaryKey() }, (t) => [primaryKey({ name: "mine", columns: [t.x] })]);`;
    const found = await objectsIn("primaryKey", line, text);
    expect(found.map(({ name, nameIsExplicit, columns }) => [name, nameIsExplicit, columns])).toEqual([
      ["a_pkey", false, ["id"]],
      [old ? "b_y_x_pk" : "b_pkey", false, ["y", "x"]],
      ["own", true, ["x"]],
      ["mine", true, ["x"]],
    ]);
  });

  test("the implicit name is never the table's own", async () => {
    const [key] = await objectsIn(
      "primaryKey",
      line,
      `export const a = pgTable("${LONG}", { id: integer().primaryKey() });`,
    );
    expect(key?.table).toBe(LONG.slice(0, 63));
    expect(key?.name).toBe(`${LONG.slice(0, 58)}_pkey`);
  });

  test("two on one table are an error", async () => {
    const text = 'export const a = pgTable("a", { x: integer().primaryKey(), y: integer().primaryKey() });';
    await expect(objectsIn("primaryKey", line, text)).rejects.toMatchObject({
      code: "two-primary-keys",
      message: expect.stringContaining('export "a"'),
    });
  });
});

describe.each(LINES)("drizzle %s: uniques", (line) => {
  test("a name that is also the library's own is the author's where the line can tell", async () => {
    const text = `export const t = pgTable("t", { a: text().unique("t_a_unique"), b: text() }, (t) => [
      unique("t_b_unique").on(t.b)]);`;
    const found = await objectsIn("unique", line, text);
    expect(found.map(({ name, nameIsExplicit }) => [name, nameIsExplicit])).toEqual([
      ["t_a_unique", line === "1.0"],
      ["t_b_unique", line === "1.0"],
    ]);
  });

  const old = line === "0.45";

  test("names, nulls, and what counts once", async () => {
    const text = `export const t = pgTable("t", { id: integer().primaryKey().unique(), a: text().unique(), b: text().unique("own"),
        c: text().unique(undefined, { nulls: "not distinct" }), d: text().unique("d_both"), e: text().unique() },
      (t) => [unique().on(t.a, t.b), unique("named").on(t.b, t.a), unique().on(t.c, t.a).nullsNotDistinct(), unique().on(t.d), unique("e_named").on(t.e)]);`;
    const found = await objectsIn("unique", line, text);
    expect(
      found.map(({ name, nameIsExplicit, columns, nullsNotDistinct }) => [
        name,
        nameIsExplicit,
        columns.join(),
        nullsNotDistinct,
      ]),
    ).toEqual(
      [
        [old ? "t_a_unique" : "t_a_key", false, "a", false],
        ["own", true, "b", false],
        [old ? "t_c_unique" : "t_c_key", false, "c", true],
        ["d_both", true, "d", false],
        ["e_named", true, "e", false],
        ["named", true, "b,a", false],
        ["t_a_b_unique", false, "a,b", false],
        ["t_c_a_unique", false, "c,a", true],
      ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  test("names are cut to 63 bytes", async () => {
    const found = await objectsIn(
      "unique",
      line,
      `export const t = pgTable("t", { ${"é".repeat(31)}: text().unique("${"é".repeat(40)}") });`,
    );
    expect(found.map(({ name }) => name)).toEqual(["é".repeat(31)]);
  });
});

describe.each(LINES)("drizzle %s: checks", (line) => {
  test("columns stand without their table, bound values are literals", async () => {
    const text = `const limit = 5; const since = new Date("2020-01-01T00:00:00Z");
      export const t = pgTable("t", { age: integer(), at: timestamp(), tags: text().array() }, (t) => [
        check("adult", sql\`\${t.age} >= \${limit} and \${t.age} < \${10n}\`),
        check("recent", sql\`\${t.at} > \${since}\`),
        check("one_of", sql\`\${t.age} in \${[1, 2]}\`),
        check("tagged", sql\`\${t.tags} <> \${sql.param(["a b", "c"])} and \${sql.param(null)} is null and \${sql.param({ a: 1 })} is not null\`),
        check("inlined", sql\`\${t.age} > \${since}\`.inlineParams()),
      ]);`;
    const found = await objectsIn("check", line, text);
    expect(Object.fromEntries(found.map(({ name, expression }) => [name, expression]))).toEqual({
      adult: '"age" >= 5 and "age" < 10',
      recent: `"at" > '2020-01-01T00:00:00.000Z'`,
      one_of: '"age" in (1, 2)',
      tagged: `"tags" <> '{"a b",c}' and null is null and '{"a":1}' is not null`,
      inlined: `"age" > '2020-01-01T00:00:00.000Z'`,
    });
    expect(found[0]).toMatchObject({ schema: "public", table: "t", nameIsExplicit: true, notValid: false });
  });

  test("operators encode values as the column does", async () => {
    const text = `import { eq, and, gt } from "drizzle-orm";
      export const t = pgTable("t", { at: timestamp(), n: integer(), tags: text().array() }, (t) => [
        check("c", and(gt(t.at, new Date("2020-01-01T00:00:00Z")), eq(t.n, 1), eq(t.tags, ["x", "y z"]))!) ]);`;
    const [found] = await objectsIn("check", line, text);
    const conditions = [`"at" > '2020-01-01T00:00:00.000Z'`, `"n" = 1`, `"tags" = '{x,"y z"}'`];
    expect(found?.expression).toBe(
      `(${conditions.map((text) => (line === "0.45" ? text : `(${text})`)).join(" and ")})`,
    );
  });

  test("a value that is no literal names the check", async () => {
    const text =
      'export const t = pgTable("t", { a: integer() }, (t) => [check("c", sql`${t.a} > ${Symbol("x")}`)]);';
    await expect(objectsIn("check", line, text)).rejects.toMatchObject({
      code: "no-sql-literal",
      message: expect.stringContaining("table t, check c"),
    });
  });
});

describe.each(LINES)("drizzle %s: foreign keys", (line) => {
  const old = line === "0.45";

  test("names, actions, self references, other schemas, unexported tables", async () => {
    const text = `const auth = pgSchema("auth");
      const users = auth.table("users", { id: uuid().primaryKey() });
      export const t = pgTable("t", { id: integer().primaryKey(), parent: integer().references((): pg.AnyPgColumn => t.id, { onDelete: "set null", onUpdate: "cascade" }),
        user: uuid().references(() => users.id, { onDelete: "restrict" }), a: integer(), b: integer() },
        (t) => [foreignKey({ name: "own", columns: [t.a, t.b], foreignColumns: [u.x, u.y] }).onDelete("cascade")]);
      export const u = pgTable("u", { x: integer(), y: integer() }, (t) => [primaryKey({ columns: [t.x, t.y] })]);`;
    const found = await objectsIn("foreignKey", line, text);
    const end = old ? "fk" : "fkey";
    expect(found.map(({ kind: _kind, notValid: _notValid, ...key }) => key)).toEqual([
      {
        schema: "public",
        table: "t",
        name: "own",
        nameIsExplicit: true,
        columns: ["a", "b"],
        references: { schema: "public", name: "u", columns: ["x", "y"] },
        onDelete: "cascade",
        onUpdate: "no action",
      },
      {
        schema: "public",
        table: "t",
        name: `t_parent_t_id_${end}`,
        nameIsExplicit: false,
        columns: ["parent"],
        references: { schema: "public", name: "t", columns: ["id"] },
        onDelete: "set null",
        onUpdate: "cascade",
      },
      {
        schema: "public",
        table: "t",
        name: `t_user_users_id_${end}`,
        nameIsExplicit: false,
        columns: ["user"],
        references: { schema: "auth", name: "users", columns: ["id"] },
        onDelete: "restrict",
        onUpdate: "no action",
      },
    ]);
  });

  test("one that is declared twice counts once", async () => {
    const text = `export const u = pgTable("u", { id: integer().primaryKey() });
      export const t = pgTable("t", { a: integer().references(() => u.id) }, (t) => [foreignKey({ columns: [t.a], foreignColumns: [u.id] })]);`;
    expect(await objectsIn("foreignKey", line, text)).toHaveLength(1);
  });

  test("long names", async () => {
    const text = `export const u = pgTable("users_of_the_shop", { identifier: integer().primaryKey() });
      export const t = pgTable("orders_of_the_shop", { customer_identifier: integer().references(() => u.identifier) });`;
    const [key] = await objectsIn("foreignKey", line, text);
    expect(key?.name).toBe(
      old
        ? "orders_of_the_shop_customer_identifier_users_of_the_shop_identi"
        : "orders_of_the_shop_OFf3XHzslI73_fkey",
    );
  });

  test("an undefined target is an error", async () => {
    const text = 'export const t = pgTable("t", { a: integer().references(() => (undefined as never)) });';
    await expect(objectsIn("foreignKey", line, text)).rejects.toMatchObject({
      code: "undefined-reference",
      hint: expect.stringContaining("circle"),
    });
  });
});

function key(column: string, more: object = {}): object {
  return { column, order: "asc", nulls: "last", ...more };
}

describe.each(LINES)("drizzle %s: indexes", (line) => {
  test("names, methods, order, operator classes, predicates, parameters", async () => {
    const text = `export const t = pgTable("t", { a: text(), b: integer(), v: vector({ dimensions: 3 }) }, (t) => [
      index().on(t.a, t.b), uniqueIndex("u").on(t.b.desc()), index("n").on(t.b.desc().nullsFirst(), t.a.asc().nullsFirst()),
      index("h").using("hnsw", t.v.op("vector_cosine_ops")).with({ m: 16, ef_construction: 64 }),
      index("p").on(t.a).where(sql\`\${t.b} > \${3}\`).concurrently(), index("o").onOnly(t.a.desc()), index("plain").on(t.a),
    ]);`;
    const found = await objectsIn("index", line, text);
    expect(Object.fromEntries(found.map((index) => [index.name, index]))).toMatchObject({
      t_a_b_index: {
        nameIsExplicit: false,
        unique: false,
        method: "btree",
        keys: [key("a"), key("b")],
        where: null,
        with: [],
      },
      u: { nameIsExplicit: true, unique: true, keys: [key("b", { order: "desc" })] },
      n: { keys: [key("b", { order: "desc", nulls: "first" }), key("a", { nulls: "first" })] },
      h: {
        method: "hnsw",
        keys: [key("v", { opclass: "vector_cosine_ops" })],
        with: [
          ["m", "16"],
          ["ef_construction", "64"],
        ],
      },
      p: { where: '"b" > 3' },
      o: { keys: [key("a", { order: "desc" })] },
      plain: { keys: [key("a")] },
    });
  });

  test("expressions", async () => {
    const text = `export const t = pgTable("t", { a: text(), data: jsonb() }, (t) => [
      index("e").on(sql\`lower(\${t.a}) text_pattern_ops desc\`, sql\`\${t.a} gin_trgm_ops\`, sql\`(\${t.data} ->> \${"k"})\`, t.a) ]);`;
    const [found] = await objectsIn("index", line, text);
    expect(found?.keys).toEqual([
      { expression: 'lower("a")', opclass: "text_pattern_ops", order: "desc", nulls: "first" },
      { column: "a", opclass: "gin_trgm_ops", order: "asc", nulls: "last" },
      { expression: `"data" ->> 'k'`, order: "asc", nulls: "last" },
      { column: "a", order: "asc", nulls: "last" },
    ]);
  });

  test("an expression without a name for the index is an error", async () => {
    const text = 'export const t = pgTable("t", { a: text() }, (t) => [index().on(sql`lower(${t.a})`)]);';
    await expect(objectsIn("index", line, text)).rejects.toMatchObject({ code: "index-without-name" });
  });
});
