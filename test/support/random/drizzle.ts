import {
  casingOf,
  columnsOf,
  quote,
  sqlSource,
  unnamedKey,
  within,
  type Casing,
  type ColumnSource,
  type Context,
} from "./drizzleText.ts";
import { viewSource } from "./drizzleViews.ts";
import { rolesOf } from "./kinds/policy.ts";
import {
  sameName,
  type RandomColumn,
  type RandomForeignKey,
  type RandomIndex,
  type RandomIndexKey,
  type RandomModel,
  type RandomPolicy,
  type RandomTable,
  type SequenceOptions,
} from "./model.ts";
import { spelled } from "./random.ts";
import { specOf } from "./types.ts";

const HEAD = `import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";

const custom = (type) => pg.customType({ dataType: () => type });
`;

/** 1.0 has casing in what makes tables; 0.45, which does not know of these, in its configuration. */
const CASED: Readonly<Record<NonNullable<Casing>, string>> = {
  snake_case: "const cased = pg.snakeCase ?? { table: pg.pgTable, schema: pg.pgSchema };\n",
  camelCase: "const cased = pg.camelCase ?? { table: pg.pgTable, schema: pg.pgSchema };\n",
};

/** The model as a Drizzle schema file; the seed decides between spellings that mean the same. */
export function drizzleSource(model: RandomModel, seed: number): string {
  const context = { model, seed };
  const casing = casingOf(seed);
  const schema = casing === undefined ? "pg.pgSchema" : "cased.schema";
  const schemas = model.schemas.map((name, i) => `export const s${i} = ${schema}(${quote(name)});\n`);
  const enums = model.enums.map(
    (type, i) =>
      `export const e${i} = ${within(context, type.schema, "pg.pgEnum", "enum")}(${quote(type.name)}, ${quote(type.labels)});\n`,
  );
  const sequences = model.sequences.map(
    ({ schema, name, options }, i) =>
      `export const q${i} = ${within(context, schema, "pg.pgSequence", "sequence")}(${quote(name)}, ${optionsText(options)});\n`,
  );
  const tables = model.tables.map((table, i) => tableSource(table, i, context));
  const views = model.views.map((view, i) => viewSource(view, i, context));
  const head = casing === undefined ? HEAD : HEAD + CASED[casing];
  return [head, ...schemas, ...enums, ...sequences, ...tables, ...views].join("");
}

function optionsText(options: SequenceOptions): string {
  return `{ ${Object.entries(options)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ")} }`;
}

function tableSource(table: RandomTable, place: number, context: Context): string {
  const columns = table.columns.map((column) => `  ${columnSource(column, table, place, context)},\n`);
  const entries = tableEntries(table, context).map((entry) => `  ${entry},\n`);
  const inPublic = casingOf(context.seed) === undefined ? "pg.pgTable" : "cased.table";
  const callee = within(context, table.schema, inPublic, "table");
  const extra = entries.length === 0 ? "" : `, (t) => [\n${entries.join("")}]`;
  const secured = saysRowSecurity(table, context) ? ".enableRLS()" : "";
  return `export const t${place} = ${callee}(${quote(table.name)}, {\n${columns.join("")}}${extra})${secured};\n`;
}

/** Policies say it as well. */
function saysRowSecurity({ name, rowSecurity, policies }: RandomTable, { seed }: Context): boolean {
  return rowSecurity && (policies.length === 0 || spelled(seed, `${name} secured`, [true, false]));
}

/** Whether something on one column is said there; decided by what it is, and so alike in every version of a model. */
function isInline(table: RandomTable, what: string, columns: readonly string[], { seed }: Context): boolean {
  return columns.length === 1 && spelled(seed, `${table.name} ${what} ${columns.join()}`, [true, false]);
}

function columnSource(column: RandomColumn, table: RandomTable, place: number, context: Context): string {
  const key = unnamedKey(table, column.name, context.seed);
  const [builder, options] = builderOf(column, table, context);
  const args = [...(key === undefined ? [quote(column.name)] : []), ...(options === "" ? [] : [options])];
  const chain = [
    column.type.dimensions > 0 ? ".array()" : "",
    ...valueSource(column, table, place, context),
    column.notNull ? ".notNull()" : "",
    ...inlineConstraints(column, table, context),
  ];
  return `${quote(key ?? column.name)}: ${builder}(${args.join(", ")})${chain.join("")}`;
}

function builderOf(
  { name, type, identity }: RandomColumn,
  table: RandomTable,
  { model, seed }: Context,
): readonly [string, string] {
  if ("enum" in type) return [`e${model.enums.findIndex((other) => sameName(other, type.enum))}`, ""];
  const { builders } = specOf(type.name);
  // Only Drizzle's own integers can be identity columns.
  const own = identity === null ? builders : builders.slice(0, 1);
  return spelled(seed, `${table.name} ${name} ${type.name}`, own);
}

function valueSource(
  column: RandomColumn,
  table: RandomTable,
  place: number,
  context: Context,
): readonly string[] {
  const { name, default: value, generated, identity } = column;
  const id = `${table.name} ${name}`;
  if (value !== null) return [`.default(${spelled(context.seed, `${id} default`, value.drizzle)})`];
  if (identity !== null) {
    const method =
      identity.generation === "always" ? "generatedAlwaysAsIdentity" : "generatedByDefaultAsIdentity";
    return [`.${method}(${Object.keys(identity.options).length === 0 ? "" : optionsText(identity.options)})`];
  }
  if (generated === null) return [];
  const text = sqlSource(generated, id, columnsOf(`t${place}`, table, context), context);
  return [`.generatedAlwaysAs(() => ${text})`];
}

function inlineConstraints(column: RandomColumn, table: RandomTable, context: Context): readonly string[] {
  const { primaryKey, uniques, foreignKeys } = table;
  const own = [column.name];
  const isOn = (columns: readonly string[]): boolean => columns.length === 1 && columns[0] === column.name;
  const unique = inlineUnique(uniques.filter((other) => isOn(other.columns)));
  const key = foreignKeys.find((other) => other.name === undefined && isOn(other.columns));
  return [
    primaryKey !== null &&
    primaryKey.name === undefined &&
    isOn(primaryKey.columns) &&
    isInline(table, "pk", own, context)
      ? ".primaryKey()"
      : "",
    unique !== undefined && isInline(table, "unique", own, context)
      ? `.unique(${[unique.name === undefined ? "undefined" : quote(unique.name), ...(unique.nullsNotDistinct ? ['{ nulls: "not distinct" }'] : [])].join(", ")})`
      : "",
    key !== undefined && isInline(table, "fk", own, context) ? referencesSource(key, context) : "",
  ];
}

/** A column can say one unique constraint. */
function inlineUnique(uniques: RandomTable["uniques"]): RandomTable["uniques"][number] | undefined {
  return uniques.length === 1 ? uniques[0] : undefined;
}

function referencesSource(key: RandomForeignKey, context: Context): string {
  const { onDelete, onUpdate } = key;
  const said = {
    ...(onDelete === "no action" ? {} : { onDelete }),
    ...(onUpdate === "no action" ? {} : { onUpdate }),
  };
  return `.references(() => ${targetColumns(key, context).join()}, ${quote(said)})`;
}

function targetColumns({ target }: RandomForeignKey, context: Context): readonly string[] {
  const place = context.model.tables.findIndex((table) => sameName(table, target));
  return target.columns.map(columnsOf(`t${place}`, target, context));
}

/** What is said of the table beside its columns. A new kind that hangs on tables adds its entries here. */
function tableEntries(table: RandomTable, context: Context): readonly string[] {
  const { primaryKey, uniques, foreignKeys, checks, indexes, policies } = table;
  const own = columnsOf("t", table, context);
  const on = (columns: readonly string[]): string => columns.map(own).join(", ");
  const isSaid = (what: string, columns: readonly string[]): boolean =>
    isInline(table, what, columns, context);
  const single = (columns: readonly string[]): boolean =>
    uniques.filter((other) => other.columns.join() === columns.join()).length === 1;
  const firstKey = (key: RandomForeignKey): boolean =>
    foreignKeys.find((other) => other.name === undefined && other.columns.join() === key.columns.join()) ===
    key;
  return [
    ...(primaryKey === null || (primaryKey.name === undefined && isSaid("pk", primaryKey.columns))
      ? []
      : [
          `pg.primaryKey({ ${primaryKey.name === undefined ? "" : `name: ${quote(primaryKey.name)}, `}columns: [${on(primaryKey.columns)}] })`,
        ]),
    ...uniques
      .filter(({ columns }) => !(single(columns) && isSaid("unique", columns)))
      .map(
        ({ name, columns, nullsNotDistinct }) =>
          `pg.unique(${name === undefined ? "" : quote(name)}).on(${on(columns)})${nullsNotDistinct ? ".nullsNotDistinct()" : ""}`,
      ),
    ...foreignKeys
      .filter((key) => !(key.name === undefined && firstKey(key) && isSaid("fk", key.columns)))
      .map((key) => foreignKeySource(key, on(key.columns), context)),
    ...checks.map(
      ({ name, expression }) => `pg.check(${quote(name)}, ${sqlSource(expression, name, own, context)})`,
    ),
    ...indexes.map((index) => indexSource(index, table, context)),
    ...policies.map((policy) => policySource(policy, own, context)),
  ];
}

function foreignKeySource(key: RandomForeignKey, columns: string, context: Context): string {
  const name = key.name === undefined ? "" : `name: ${quote(key.name)}, `;
  const actions = (["onDelete", "onUpdate"] as const)
    .filter((action) => key[action] !== "no action")
    .map((action) => `.${action}(${quote(key[action])})`);
  const targets = targetColumns(key, context).join(", ");
  return `pg.foreignKey({ ${name}columns: [${columns}], foreignColumns: [${targets}] })${actions.join("")}`;
}

function indexSource(index: RandomIndex, table: RandomTable, context: Context): string {
  const { name, unique, method, keys, where, with: parameters } = index;
  const id = `${table.name} ${name ?? quote(keys)}`;
  const own = columnsOf("t", table, context);
  const parts = keys
    .map((key, i) => keySource(key, `${id} ${i}`, name !== undefined, own, context))
    .join(", ");
  const saysMethod = method !== "btree" || spelled(context.seed, `${id} using`, [true, false]);
  const values = Object.entries(parameters).map(
    ([key, value]) => `${key}: ${/^\d+$/.test(value) ? value : quote(value)}`,
  );
  return [
    `pg.${unique ? "uniqueIndex" : "index"}(${name === undefined ? "" : quote(name)})`,
    saysMethod ? `.using(${quote(method)}, ${parts})` : `.on(${parts})`,
    where === null ? "" : `.where(${sqlSource(where, `${id} where`, own, context)})`,
    values.length === 0 ? "" : `.with({ ${values.join(", ")} })`,
  ].join("");
}

function keySource(
  key: RandomIndexKey,
  id: string,
  canBeSql: boolean,
  own: ColumnSource,
  context: Context,
): string {
  const isDefault = key.order === "asc" && key.nulls === "last";
  const suffix = isDefault ? "" : ` ${key.order.toUpperCase()} NULLS ${key.nulls.toUpperCase()}`;
  if (key.expression !== undefined) return sqlSource(key.expression, id, own, context, suffix);
  const column = own(key.column ?? "");
  const opclass = key.opclass === undefined ? "" : ` ${key.opclass}`;
  if (canBeSql && spelled(context.seed, `${id} as sql`, [true, false, false])) {
    return `sql\`\${${column}}${opclass}${suffix}\``;
  }
  const nulls = key.nulls === "first" ? ".nullsFirst()" : ".nullsLast()";
  const method = key.opclass === undefined ? "" : `.op(${quote(key.opclass)})`;
  return `${column}${isDefault ? "" : `.${key.order}()${nulls}`}${method}`;
}

function policySource(policy: RandomPolicy, own: ColumnSource, context: Context): string {
  const { name, restrictive, command, using, withCheck } = policy;
  const roles = rolesOf(policy, context.seed).map(quote);
  const saysAll = spelled(context.seed, `${name} all`, [true, false]);
  const expression = (what: "using" | "withCheck"): string => {
    const said = what === "using" ? using : withCheck;
    return said === null ? "" : `${what}: ${sqlSource(said, `${name} ${what}`, own, context)}`;
  };
  const parts = [
    restrictive ? 'as: "restrictive"' : saysAll ? 'as: "permissive"' : "",
    command !== "all" || saysAll ? `for: ${quote(command)}` : "",
    roles.length > 1
      ? `to: [${roles.join(", ")}]`
      : roles[0] === '"public"' && !saysAll
        ? ""
        : `to: ${roles.join("")}`,
    expression("using"),
    expression("withCheck"),
  ];
  return `pg.pgPolicy(${quote(name)}, { ${parts.filter((part) => part !== "").join(", ")} })`;
}
