import type {
  RandomColumn,
  RandomIndex,
  RandomIndexKey,
  RandomModel,
  RandomSequence,
  RandomTable,
} from "./model.ts";
import { spelled } from "./random.ts";
import { constraintSql } from "./sqlConstraints.ts";
import { expressionSql, name, optionsSql, qualified, quoted } from "./sqlNames.ts";
import { securitySql, viewSql } from "./sqlViews.ts";
import { isSerial, plain, specOf } from "./types.ts";

/** The model as somebody would write it in SQL by hand; the seed decides between spellings that mean the same. */
export function modelSql(model: RandomModel, seed: number): readonly string[] {
  const tables = model.tables.map((table) => tableSql(table, seed));
  return [
    ...model.schemas.map((schema) => `CREATE SCHEMA ${name(schema, seed)}`),
    ...model.enums.map(
      (type) => `CREATE TYPE ${qualified(type, seed)} AS ENUM (${type.labels.map(literal).join(", ")})`,
    ),
    ...model.sequences.map((sequence) => sequenceSql(sequence, seed)),
    ...tables.flatMap(({ create }) => create),
    ...tables.flatMap(({ after }) => after),
    ...model.tables.flatMap((table) => table.indexes.map((index) => indexSql(index, table, seed))),
    ...tables.flatMap(({ last }) => last),
    ...model.tables.flatMap((table) => securitySql(table, seed)),
    ...model.views.map((view) => viewSql(view, seed)),
  ];
}

interface TableSql {
  readonly create: readonly string[];
  readonly after: readonly string[];
  /** What needs every other table's keys: foreign keys. */
  readonly last: readonly string[];
}

function tableSql(table: RandomTable, seed: number): TableSql {
  const id = qualified(table, seed);
  const columns = table.columns.map((column) => columnSql(column, table, seed));
  const constraints = constraintSql(table, seed);
  const items = [...columns.map(({ text }) => text), ...constraints.inTable];
  return {
    create: [...columns.flatMap(({ before }) => before), `CREATE TABLE ${id} (${items.join(", ")})`],
    after: [
      ...columns.flatMap(({ after }) => after),
      ...constraints.after.map((text) => `ALTER TABLE ${id} ADD ${text}`),
    ],
    last: constraints.last.map((text) => `ALTER TABLE ONLY ${id} ADD ${text}`),
  };
}

interface ColumnSql {
  readonly before: readonly string[];
  readonly text: string;
  readonly after: readonly string[];
}

function columnSql(column: RandomColumn, table: RandomTable, seed: number): ColumnSql {
  const id = `${table.name} ${column.name}`;
  if (isSerial(column.type) && spelled(seed, `${id} serial`, [true, false]))
    return takenApart(column, table, seed);
  const text = [name(column.name, seed), typeSql(column, id, seed), ...clauses(column, id, seed)].join(" ");
  const later = column.default !== null && spelled(seed, `${id} later`, [true, false, false]);
  if (!later || column.default === null)
    return { before: [], text: text + defaultSql(column, id, seed), after: [] };
  const alter = `ALTER TABLE ${qualified(table, seed)} ALTER ${name(column.name, seed)} SET`;
  return { before: [], text, after: [`${alter}${defaultSql(column, id, seed)}`] };
}

/** A serial column as pg_dump writes it. */
function takenApart(column: RandomColumn, table: RandomTable, seed: number): ColumnSql {
  const sequence = {
    schema: table.schema,
    name: `${column.name.slice(0, 20)}_of_${table.name.slice(0, 20)}`,
  };
  const named = qualified(sequence, seed);
  const type = plain(column.type);
  const base = "name" in type ? type.name : "";
  const owner = `${qualified(table, seed)}.${name(column.name, seed)}`;
  return {
    before: [`CREATE SEQUENCE ${named} AS ${base}`],
    text: `${name(column.name, seed)} ${base} DEFAULT nextval(${literal(`${quoted(sequence.schema)}.${quoted(sequence.name)}`)}) NOT NULL`,
    after: [`ALTER SEQUENCE ${named} OWNED BY ${owner}`],
  };
}

function typeSql({ type }: RandomColumn, id: string, seed: number): string {
  const base =
    "enum" in type ? qualified(type.enum, seed) : spelled(seed, `${id} type`, specOf(type.name).sql);
  if (type.dimensions === 0) return base;
  const fixed = spelled(seed, `${id} array`, ["[]", "[]", "[3]", " ARRAY"]);
  // ARRAY stands after the name of a type, but not after everything that can follow the name.
  return base + (fixed === " ARRAY" && !/^[a-z0-9]+$/.test(base) ? "[]" : fixed);
}

function clauses(column: RandomColumn, id: string, seed: number): readonly string[] {
  const { notNull, identity, generated, type } = column;
  const saysNull =
    !notNull && identity === null && !isSerial(type) && spelled(seed, `${id} null`, [true, false, false]);
  return [
    ...(identity === null
      ? []
      : [
          `GENERATED ${identity.generation === "always" ? "ALWAYS" : "BY DEFAULT"} AS IDENTITY${parenthesised(optionsSql(identity.options, `${id} identity`, seed))}`,
        ]),
    ...(generated === null
      ? []
      : [`GENERATED ALWAYS AS (${expressionSql(generated, `${id} generated`, seed)}) STORED`]),
    ...(notNull ? ["NOT NULL"] : saysNull ? ["NULL"] : []),
  ];
}

function parenthesised(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function defaultSql(column: RandomColumn, id: string, seed: number): string {
  return column.default === null ? "" : ` DEFAULT ${spelled(seed, `${id} default`, column.default.sql)}`;
}

function sequenceSql(sequence: RandomSequence, seed: number): string {
  const options = optionsSql(sequence.options, sequence.name, seed);
  const type = spelled(seed, `${sequence.name} type`, ["", " AS bigint"]);
  return `CREATE SEQUENCE ${qualified(sequence, seed)}${type} ${options}`;
}

function indexSql(index: RandomIndex, table: RandomTable, seed: number): string {
  const { unique, method, keys, where, with: parameters } = index;
  const id = `${table.name} ${index.name ?? JSON.stringify(keys)}`;
  const saysMethod = method !== "btree" || spelled(seed, `${id} method`, [true, false]);
  const values = Object.entries(parameters).map(
    ([key, value]) => `${key}=${spelled(seed, `${id} ${key}`, [value, `'${value}'`])}`,
  );
  return [
    `CREATE ${unique ? "UNIQUE " : ""}INDEX ${name(indexName(index, table, seed), seed)} ON ${qualified(table, seed)}`,
    saysMethod ? ` USING ${spelled(seed, `${id} case`, [method, method.toUpperCase()])}` : "",
    ` (${keys.map((key, i) => keySql(key, method, `${id} ${i}`, seed)).join(", ")})`,
    values.length === 0 ? "" : ` WITH (${values.join(", ")})`,
    where === null ? "" : ` WHERE ${expressionSql(where, `${id} where`, seed)}`,
  ].join("");
}

/** What the models leave unnamed may have any name, if its structure says enough to find it. */
function indexName({ name: said, keys, where }: RandomIndex, table: RandomTable, seed: number): string {
  if (said !== undefined) return said;
  const drizzle = `${table.name}_${keys.map(({ column }) => column ?? "").join("_")}_index`;
  return where === null ? spelled(seed, `${drizzle} name`, [drizzle, `any_${drizzle}`]) : drizzle;
}

function keySql(key: RandomIndexKey, method: string, id: string, seed: number): string {
  const text =
    key.expression === undefined ? name(key.column ?? "", seed) : expressionSql(key.expression, id, seed);
  const head = key.opclass === undefined ? text : `${text} ${key.opclass}`;
  if (method !== "btree") return head;
  const isDefault = key.nulls === (key.order === "asc" ? "last" : "first");
  const [order, nulls] = [key.order.toUpperCase(), ` NULLS ${key.nulls.toUpperCase()}`];
  const orders = key.order === "asc" ? ["", " ASC"] : [` ${order}`];
  return `${head}${spelled(seed, `${id} order`, orders)}${isDefault ? spelled(seed, `${id} nulls`, ["", nulls]) : nulls}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
