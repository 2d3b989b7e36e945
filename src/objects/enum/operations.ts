import { defaultSql } from "../../operations/defaultSql.ts";
import { quoteIdentifier, quoteLiteral, sqlName, toQualified, type Name } from "../../operations/sql.ts";
import { storageParts } from "../column/alterSql.ts";
import type { ColumnStorage } from "../column/shape.ts";
import { inheritFrom } from "./inherit.ts";
import { statement, type Implementation, type Statement } from "../../operations/statement.ts";

/** Where a new label goes; at the end when neither is said. */
export interface EnumValuePosition {
  readonly before?: string;
  readonly after?: string;
}

/** A column that a rebuilt enum type is used by. */
export interface EnumColumn {
  readonly table: Name;
  readonly column: string;
  /** The column holds an array of the type. */
  readonly array?: boolean;
  /** Where values of the array too large for a page go, which a change of type sets back. */
  readonly storage?: ColumnStorage;
  readonly compression?: string;
  /** The column's DEFAULT once it has the new type; null takes the former one off and sets none. */
  readonly default?: string | null;
  /** The column leaves the type: it becomes text, from which what follows takes it to its new type. */
  readonly leaves?: boolean;
}

/** What a revision can do to enum types. */
export interface EnumOperations {
  /** CREATE TYPE ... AS ENUM. */
  createEnum(name: Name, labels: readonly string[]): void;
  /** DROP TYPE; refused by Postgres while a column uses it. */
  dropEnum(name: Name): void;
  /** ALTER TYPE ... ADD VALUE. The label cannot be used before it is committed: call it in `op.autocommit`. */
  addEnumValue(name: Name, label: string, position?: EnumValuePosition): void;
  /**
   * Gives the type a new list of labels by building it anew: the columns named are cast through text,
   * so a row that still holds a removed label makes the revision fail, and nothing is lost. Columns that leave the
   * type in the same revision are named too, for the former type cannot be dropped under them.
   */
  rebuildEnum(name: Name, labels: readonly string[], columns: readonly EnumColumn[]): void;
}

export const enumOperations: Implementation<EnumOperations> = {
  createEnum: (name, labels) => statement(createType(sqlName(name), labels)),
  dropEnum: (name) => statement(`DROP TYPE ${sqlName(name)}`),
  addEnumValue: (name, label, position = {}) => [
    {
      sql: `ALTER TYPE ${sqlName(name)} ADD VALUE ${quoteLiteral(label)}${positionOf(position)}`,
      autocommit: true,
    },
  ],
  rebuildEnum: (name, labels, columns) => {
    const type = sqlName(name);
    const { schema, name: local } = toQualified(name);
    const former = { schema, name: `${local.slice(0, 40)}__former` };
    return [
      { sql: `ALTER TYPE ${type} RENAME TO ${quoteIdentifier(former.name)}` },
      { sql: createType(type, labels) },
      ...columns.flatMap((column) => castColumn(column, type)),
      { sql: inheritFrom(sqlName(former), type) },
      { sql: `DROP TYPE ${sqlName(former)}` },
    ];
  },
};

function createType(type: string, labels: readonly string[]): string {
  return `CREATE TYPE ${type} AS ENUM (${labels.map(quoteLiteral).join(", ")})`;
}

function positionOf({ before, after }: EnumValuePosition): string {
  if (before !== undefined) return ` BEFORE ${quoteLiteral(before)}`;
  return after === undefined ? "" : ` AFTER ${quoteLiteral(after)}`;
}

/** A default does not follow a cast between two enum types (42804), so it is taken off and put back. */
function castColumn(
  { table, column, array, storage, compression, default: value, leaves }: EnumColumn,
  type: string,
): readonly Statement[] {
  const target = `ALTER COLUMN ${quoteIdentifier(column)}`;
  const alter = (...parts: readonly string[]): Statement => ({
    sql: `ALTER TABLE ${sqlName(table)} ${parts.map((part) => `${target} ${part}`).join(", ")}`,
  });
  const suffix = array === true ? "[]" : "";
  const text = `${quoteIdentifier(column)}::text${suffix}`;
  const retyped =
    leaves === true
      ? `TYPE text${suffix} USING ${text}`
      : `TYPE ${type}${suffix} USING ${text}::${type}${suffix}`;
  const kept = storageParts({
    ...(storage && { storage }),
    ...(compression === undefined ? {} : { compression }),
  });
  return [
    ...(value === undefined ? [] : [alter("DROP DEFAULT")]),
    alter(retyped, ...kept),
    ...(typeof value === "string" ? [alter(`SET DEFAULT ${defaultSql(value)}`)] : []),
  ];
}
