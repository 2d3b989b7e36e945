import { fits, keyExpression, predicate } from "../expressions.ts";
import type { RandomKind } from "../kind.ts";
import { columnOf, same, type RandomIndex, type RandomIndexKey, type RandomTable } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";
import { familyOf, isOrdered } from "../types.ts";
import { impliedName, withoutClashes } from "./keys.ts";

const PLAIN = { order: "asc", nulls: "last" } as const;

/** Access methods other than btree: the families they take, and an operator class where there is no default. */
const METHODS: Readonly<Record<string, Readonly<Record<string, readonly (string | undefined)[]>>>> = {
  hash: { integer: [undefined], text: [undefined], uuid: [undefined], boolean: [undefined] },
  gin: { jsonb: [undefined, "jsonb_path_ops"], array: [undefined], tsvector: [undefined] },
  gist: { inet: ["inet_ops"], point: [undefined], range: [undefined], tsvector: [undefined] },
  brin: { integer: [undefined], time: [undefined], date: [undefined] },
};
const OPCLASSES: Readonly<Record<string, string>> = {
  text: "text_pattern_ops",
  varchar: "varchar_pattern_ops",
};
const PARAMETERS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  btree: [{ fillfactor: "70" }, { fillfactor: "90" }, { fillfactor: "80", deduplicate_items: "off" }],
  hash: [{ fillfactor: "60" }],
  gin: [{ fastupdate: "off" }],
  gist: [{ fillfactor: "75" }],
  brin: [{ pages_per_range: "32" }],
};

function btreeKey(random: Random, table: RandomTable): RandomIndexKey | undefined {
  const order = random.pick(["asc", "asc", "desc"] as const);
  const nulls = random.pick(["first", "last", order === "asc" ? "last" : "first"] as const);
  const expression = random.chance(0.25) ? keyExpression(random, table) : undefined;
  if (expression !== undefined) return { expression, order, nulls };
  const columns = table.columns.filter(({ type }) => isOrdered(type));
  if (columns.length === 0) return undefined;
  const column = random.pick(columns);
  const opclass = random.chance(0.2) ? OPCLASSES[familyOf(column.type)] : undefined;
  return { column: column.name, ...(opclass === undefined ? {} : { opclass }), order, nulls };
}

function otherKey(random: Random, table: RandomTable, method: string): RandomIndexKey | undefined {
  const families = METHODS[method] ?? {};
  const fitting = table.columns.filter(
    (column) => familyOf(column.type) in families && ginHolds(column.type),
  );
  if (fitting.length === 0) return undefined;
  const column = random.pick(fitting);
  const opclass = random.pick(families[familyOf(column.type)] ?? [undefined]);
  return { column: column.name, ...(opclass === undefined ? {} : { opclass }), ...PLAIN };
}

/** Arrays of what has no order have no operator class of gin's. */
function ginHolds(type: RandomTable["columns"][number]["type"]): boolean {
  return type.dimensions === 0 || isOrdered(type);
}

function draw(random: Random, table: RandomTable): RandomIndex | undefined {
  const method = random.chance(0.3) ? random.pick(Object.keys(METHODS)) : "btree";
  const other = method === "btree" ? undefined : otherKey(random, table, method);
  const first = other ?? btreeKey(random, table);
  if (first === undefined) return undefined;
  const second = other === undefined && random.chance(0.3) ? btreeKey(random, table) : undefined;
  const keys = second === undefined || second.column === first.column ? [first] : [first, second];
  const where = random.chance(0.25) ? (predicate(random, table) ?? null) : null;
  const parameters = random.chance(0.15)
    ? random.pick(PARAMETERS[other === undefined ? "btree" : method] ?? [{}])
    : {};
  const nameless = keys.every(({ expression }) => expression === undefined) && random.chance(0.3);
  return {
    ...(nameless ? {} : { name: freshName(random, "i") }),
    unique: other === undefined && random.chance(0.2),
    method: other === undefined ? "btree" : method,
    keys,
    where,
    with: parameters,
  };
}

function stands({ name, method, keys, where }: RandomIndex, table: RandomTable): boolean {
  const standing = keys.every((key) => {
    // Drizzle has no name for an index on an expression.
    if (key.expression !== undefined) return name !== undefined && fits(key.expression, table);
    const column = columnOf(table, key.column ?? "");
    if (column === undefined) return false;
    const family = familyOf(column.type);
    if (method === "btree") {
      return isOrdered(column.type) && (key.opclass === undefined || OPCLASSES[family] === key.opclass);
    }
    return METHODS[method]?.[family]?.includes(key.opclass) === true && ginHolds(column.type);
  });
  return standing && (where === null || fits(where, table));
}

function withIndex(table: RandomTable, index: RandomIndex | undefined): RandomTable {
  return index === undefined ? table : { ...table, indexes: [...table.indexes, index] };
}

/** Changes one thing about a random index. What has no name of its own is another index then. */
function change(
  attribute: string,
  next: (random: Random, index: RandomIndex, table: RandomTable) => Partial<RandomIndex> | undefined,
): RandomKind["edits"][number] {
  return onPart("indexes", (random, index, table) => {
    const changes = next(random, index, table);
    const part = { ...index, ...changes };
    if (changes === undefined || same(part, index)) return undefined;
    if (index.name === undefined) return { part };
    return { part, expected: { action: "recreate", label: "index", name: index.name, attribute } };
  });
}

/** Indexes: of every method, with every option that Drizzle can say. */
export const indexKind: RandomKind = {
  draw: (random, model) =>
    mapTables(model, (table) => {
      const one = random.chance(0.6) ? withIndex(table, draw(random, table)) : table;
      return random.chance(0.2) ? withIndex(one, draw(random, one)) : one;
    }),
  prune: (model) =>
    mapTables(model, (table) => ({
      ...table,
      indexes: withoutClashes(
        table.indexes.filter((index) => stands(index, table)),
        ({ keys }) =>
          impliedName(
            table,
            keys.map(({ column }) => column ?? ""),
            "index",
          ),
      ),
    })),
  edits: [
    onTable((random, table) => {
      const index = draw(random, table);
      if (index === undefined) return undefined;
      return { table: withIndex(table, index), expected: { action: "create", label: "index" } };
    }),
    dropPart("indexes", "index"),
    change("keys", (random, { method, keys }, table) => {
      const key = method === "btree" ? btreeKey(random, table) : undefined;
      return key === undefined || same([key], keys) ? undefined : { keys: [key] };
    }),
    change("unique", (_random, { method, unique }) => (method === "btree" ? { unique: !unique } : undefined)),
    change("where", (random, { where }, table) => {
      const other = predicate(random, table) ?? null;
      return other === null || other.spellings[0] === where?.spellings[0]
        ? { where: null }
        : { where: other };
    }),
    change("with", (random, { method }) => ({ with: random.pick([{}, ...(PARAMETERS[method] ?? [])]) })),
    onPart("indexes", (random, index) => {
      const name = freshName(random, "i");
      return {
        part: { ...index, name },
        expected: { action: "alter", label: "index", name, attribute: "name" },
      };
    }),
  ],
  smaller: (model) => smallerParts(model, "indexes"),
};
