import { describe, expect, test } from "vitest";
import type { Catalog } from "../../../src/catalog/catalog.ts";
import type { CatalogObject } from "../../../src/catalog/object.ts";
import { EMPTY_CATALOG } from "../../../src/catalog/catalog.ts";
import { diff, reverse } from "../../../src/diff/diff.ts";
import type { Call } from "../../../src/objects/methods.ts";
import { plan } from "../../../src/plan/plan.ts";
import {
  catalog,
  check,
  column,
  enumType,
  foreignKey,
  index,
  literalJudge,
  policy,
  primaryKey,
  rowSecurity,
  table,
  unique,
} from "../../support/shapes.ts";

async function planned(
  from: Catalog,
  to: Catalog,
): Promise<{ up: readonly string[]; down: readonly string[] }> {
  const there = await diff(from, to, literalJudge);
  const { up, down } = plan(there, reverse(there));
  return { up: up.map(brief), down: down.map(brief) };
}

function brief({ method, args }: Call): string {
  const words = args.filter((arg) => typeof arg === "string").slice(0, 2);
  return [method, ...words].join(" ");
}

const users = [
  table("users"),
  column("users", "id", "integer", { notNull: true }),
  primaryKey("users", "id"),
];
const orders = [
  table("orders"),
  column("orders", "id", "integer", { notNull: true }),
  column("orders", "user_id", "integer"),
  primaryKey("orders", "id"),
];

describe("creating and dropping tables", () => {
  test("a referenced table is created first and dropped last", async () => {
    const models = catalog(...orders, ...users, foreignKey("orders", "user_id", "users"));
    const { up, down } = await planned(EMPTY_CATALOG, models);
    expect(up).toEqual(["createTable users", "createTable orders"]);
    expect(down).toEqual(["dropTable orders", "dropTable users"]);
  });

  test("an index follows its table and goes with it", async () => {
    const { up, down } = await planned(
      EMPTY_CATALOG,
      catalog(...users, index("users", "users_id_idx", "id")),
    );
    expect(up).toEqual(["createTable users", "createIndex users_id_idx users"]);
    expect(down).toEqual(["dropTable users"]);
  });

  test("a foreign-key cycle is closed after the tables and opened before they go", async () => {
    const cycle = [...users, column("users", "order_id", "integer"), ...orders];
    const keys = [foreignKey("orders", "user_id", "users"), foreignKey("users", "order_id", "orders")];
    const { up, down } = await planned(EMPTY_CATALOG, catalog(...cycle, ...keys));
    expect(up.slice(0, 2)).toEqual(["createTable users", "createTable orders"]);
    expect(up.slice(2)).toEqual([
      "createForeignKey orders_user_id_fk orders",
      "createForeignKey users_order_id_fk users",
    ]);
    expect(down).toEqual([
      "dropConstraint users_order_id_fk users",
      "dropConstraint orders_user_id_fk orders",
      "dropTable orders",
      "dropTable users",
    ]);
  });

  test("a key to a table that goes is dropped before the table", async () => {
    const from = catalog(...users, ...orders, foreignKey("orders", "user_id", "users"));
    const { up, down } = await planned(from, catalog(...orders));
    expect(up).toEqual(["dropConstraint orders_user_id_fk orders", "dropTable users"]);
    expect(down).toEqual(["createTable users", "createForeignKey orders_user_id_fk orders"]);
  });

  test("a type is there before the table that uses it, and stays until it is gone", async () => {
    const models = catalog(...users, column("users", "state", "public.state"), enumType("state", "on"));
    const { up, down } = await planned(EMPTY_CATALOG, models);
    expect(up).toEqual(["createEnum state", "createTable users"]);
    expect(down).toEqual(["dropTable users", "dropEnum state"]);
  });
});

describe("changes that others stand in the way of", () => {
  test("a unique constraint that a foreign key needs is replaced between its drop and creation", async () => {
    const base = [...users, column("users", "code", "integer"), ...orders];
    const key = {
      ...foreignKey("orders", "user_id", "users"),
      references: { schema: "public", name: "users", columns: ["code"] },
    };
    const from = catalog(...base, { ...unique("users", "u", "code"), nullsNotDistinct: true }, key);
    const { up } = await planned(from, catalog(...base, unique("users", "u", "code"), key));
    expect(up).toEqual([
      "dropConstraint orders_user_id_fk orders",
      "dropConstraint u users",
      "createUniqueConstraint u users",
      "createForeignKey orders_user_id_fk orders",
    ]);
  });

  test("a check on a column whose type changes family is taken off and put back", async () => {
    const from = catalog(table("t"), column("t", "a", "text"), check("t", "c", "a <> ''"));
    const to = catalog(table("t"), column("t", "a", "integer"), check("t", "c", "a <> ''"));
    expect((await planned(from, to)).up).toEqual([
      "dropConstraint c t",
      "alterColumn t a",
      "createCheckConstraint c t",
    ]);
  });

  test.each([
    ["varchar(5)", "character varying(9)"],
    ["numeric", "numeric(10,2)"],
    ["char(3)[]", "character(9)[]"],
    ["timestamptz", "timestamp(3) with time zone"],
    ["integer", "serial"],
  ])(
    "a check stays where only the modifier of its column's type differs: %s to %s",
    async (before, after) => {
      const from = catalog(table("t"), column("t", "a", before), check("t", "c", "a > 0"));
      const to = catalog(table("t"), column("t", "a", after), check("t", "c", "a > 0"));
      expect((await planned(from, to)).up).not.toContain("dropConstraint c t");
    },
  );

  test.each([
    ["integer", "bigint"],
    ["text", "varchar(9)"],
    ["date", "timestamp"],
    ["varchar(9)", "varchar(9)[]"],
  ])(
    "a check is made anew where Postgres would keep the casts of the old type: %s to %s",
    async (...types) => {
      const [from, to] = types.map((type) =>
        catalog(table("t"), column("t", "a", type), check("t", "c", "a > 0")),
      );
      const calls = ["dropConstraint c t", "alterColumn t a", "createCheckConstraint c t"];
      const { up, down } = await planned(from ?? EMPTY_CATALOG, to ?? EMPTY_CATALOG);
      expect([up, down]).toEqual([calls, calls]);
    },
  );

  test.each([
    ["primaryKey", "users_pkey", []],
    ["unique", "u", ["dropConstraint orders_user_id_fk orders", "createForeignKey orders_user_id_fk orders"]],
  ] as const)(
    "a foreign key moves only with the key that it was built upon: %s",
    async (kind, name, calls) => {
      const key = { ...foreignKey("orders", "user_id", "users"), backedBy: { kind, name } };
      const from = catalog(...users, unique("users", "u", "id"), ...orders, key);
      const { up } = await planned(
        from,
        catalog(...users, ...orders, foreignKey("orders", "user_id", "users")),
      );
      expect(up.filter((call) => call.includes("orders_user_id_fk"))).toEqual(calls);
    },
  );

  test("an index goes before the column that it is on", async () => {
    const from = catalog(...users, column("users", "a", "text"), index("users", "i", "a"));
    const { up, down } = await planned(from, catalog(...users));
    expect(up).toEqual(["dropIndex i", "dropColumn users a"]);
    expect(down).toEqual(["addColumn users", "createIndex i users"]);
  });

  test("a name is given up before it is taken", async () => {
    const from = catalog(...users, index("users", "same", "id"));
    const to = catalog(...users, ...orders, index("orders", "same", "id"));
    expect((await planned(from, to)).up).toEqual([
      "dropIndex same",
      "createTable orders",
      "createIndex same orders",
    ]);
  });
});

test("the same difference gives the same plan, whatever the order of the catalogs", async () => {
  const objects = [...users, ...orders, foreignKey("orders", "user_id", "users"), index("users", "i", "id")];
  const forwards = await planned(EMPTY_CATALOG, catalog(...objects));
  const again = await planned(EMPTY_CATALOG, catalog(...objects));
  expect(again).toEqual(forwards);
});

/** A table with a policy. */
const secured = (name: string, using: string): readonly CatalogObject[] => [
  table(name),
  column(name, "id", "integer"),
  policy(name, `${name}_p`, using),
  rowSecurity(name),
];

describe("policies", () => {
  test("follow their table, and security them", async () => {
    const { up, down } = await planned(EMPTY_CATALOG, catalog(...secured("a", "id > 0")));
    expect(up).toEqual(["createTable a", "createPolicy a_p a", "enableRowLevelSecurity a"]);
    expect(down).toEqual(["dropTable a"]);
  });

  test("that read one another's tables leave them", async () => {
    const both = catalog(
      ...secured("a", "exists (select from b where b.id = a.id)"),
      ...secured("b", "exists (select from a where a.id = b.id)"),
    );
    const { up, down } = await planned(EMPTY_CATALOG, both);
    expect(up.slice().sort()).toEqual([
      "createPolicy a_p a",
      "createPolicy b_p b",
      "createTable a",
      "createTable b",
      "enableRowLevelSecurity a",
      "enableRowLevelSecurity b",
    ]);
    expect(Math.max(up.indexOf("createTable a"), up.indexOf("createTable b"))).toBeLessThan(
      Math.min(up.indexOf("createPolicy a_p a"), up.indexOf("createPolicy b_p b")),
    );
    expect(down).toEqual(["dropPolicy b_p b", "dropPolicy a_p a", "dropTable b", "dropTable a"]);
  });

  test("step aside while a column that they read changes its type, there and back", async () => {
    const from = [table("a"), column("a", "id", "integer"), policy("a", "p", "id > 0"), rowSecurity("a")];
    const to = from.map((object) => (object.kind === "column" ? { ...object, type: "bigint" } : object));
    const { up, down } = await planned(catalog(...from), catalog(...to));
    expect(up).toEqual(["dropPolicy p a", "alterColumn a id", "createPolicy p a"]);
    expect(down).toEqual(up);
  });
});
