import type { ObjectSource } from "../catalog/catalog.ts";
import type { QualifiedName } from "../catalog/name.ts";
import type { ObjectKind, ObjectOf } from "../catalog/object.ts";
import { ModelError } from "../errors.ts";

// Drizzle's objects as both lines have them. Written down here, and not imported from drizzle-orm, because they
// come from whichever drizzle-orm the user's project has, and because this is all of it that Limbeck relies on.

/** The supported lines of drizzle-orm: 0.45.x, and 1.0 with its release candidates. */
export type DrizzleLine = "0.45" | "1.0";

/** A piece of SQL; only the adapter looks inside. */
export interface DrizzleSql {
  readonly queryChunks: readonly unknown[];
}

/** What names a column: built columns and the columns of an index have it. */
export interface DrizzleColumnName {
  readonly name: string;
  /** The column was declared without a name, which then is the key; in 0.45 the casing applies to it. */
  readonly keyAsName: boolean;
}

/** Options of a sequence, or of the one behind an identity column, as the author wrote them. */
export interface DrizzleSequenceOptions {
  readonly increment?: number | string | bigint | undefined;
  readonly minValue?: number | string | bigint | undefined;
  readonly maxValue?: number | string | bigint | undefined;
  readonly startWith?: number | string | bigint | undefined;
  readonly cache?: number | string | bigint | undefined;
  readonly cycle?: boolean | undefined;
}

export interface DrizzleColumn extends DrizzleColumnName {
  readonly notNull: boolean;
  readonly primary: boolean;
  /** A JavaScript value or a piece of SQL. `hasDefault` is no substitute: it also means `$defaultFn` and identity. */
  readonly default: unknown;
  readonly isUnique: boolean;
  /** In 0.45 set on every column, unique or not. */
  readonly uniqueName: string | undefined;
  readonly uniqueType: string | undefined;
  readonly columnType: string;
  readonly generated: { readonly as: unknown } | undefined;
  readonly generatedIdentity:
    | {
        readonly type: "always" | "byDefault";
        readonly sequenceName?: string | undefined;
        readonly sequenceOptions?: DrizzleSequenceOptions | undefined;
      }
    | undefined;
  getSQLType(): string;
  mapToDriverValue(value: unknown): unknown;
}

/** An enum; Drizzle makes it a function. */
export interface DrizzleEnum {
  readonly enumName: string;
  readonly enumValues: readonly string[];
  readonly schema: string | undefined;
}

export interface DrizzleSchema {
  readonly schemaName: string;
  /** 1.0 only: the schema is not ours to create. */
  readonly isExisting?: boolean | undefined;
}

export interface DrizzleSequence {
  readonly seqName: string | undefined;
  readonly seqOptions: DrizzleSequenceOptions | undefined;
  readonly schema: string | undefined;
}

export interface DrizzleUnique {
  readonly name: string | undefined;
  /** Whether the author chose the name; only 1.0 knows. */
  readonly isNameExplicit?: boolean | undefined;
  readonly columns: readonly DrizzleColumnName[];
  readonly nullsNotDistinct: boolean;
}

export interface DrizzlePrimaryKey {
  readonly name: string | undefined;
  readonly columns: readonly DrizzleColumnName[];
}

export interface DrizzleCheck {
  readonly name: string;
  readonly value: DrizzleSql;
}

/** One key of an index that is a column. */
export interface DrizzleIndexedColumn extends DrizzleColumnName {
  readonly indexConfig?:
    | {
        readonly order?: "asc" | "desc" | undefined;
        readonly nulls?: "first" | "last" | undefined;
        readonly opClass?: string | undefined;
      }
    | undefined;
}

export interface DrizzleIndex {
  readonly config: {
    readonly name?: string | undefined;
    readonly columns: readonly (DrizzleSql | DrizzleIndexedColumn)[];
    readonly unique: boolean;
    readonly method?: string | undefined;
    readonly with?: Readonly<Record<string, unknown>> | undefined;
    readonly where?: DrizzleSql | undefined;
  };
}

export interface DrizzleForeignKey {
  readonly onDelete: string | undefined;
  readonly onUpdate: string | undefined;
  /** Throws where the column it points at is undefined, as happens in an import cycle. */
  reference(): {
    readonly name?: string | undefined;
    readonly columns: readonly DrizzleColumnName[];
    readonly foreignTable: object;
    readonly foreignColumns: readonly DrizzleColumnName[];
  };
}

export interface DrizzleRole {
  readonly name: string;
  readonly createDb?: boolean | undefined;
  readonly createRole?: boolean | undefined;
  readonly inherit?: boolean | undefined;
  /** The role is not ours to create. */
  readonly _existing?: boolean | undefined;
}

export interface DrizzlePolicy {
  readonly name: string;
  readonly as?: "permissive" | "restrictive" | undefined;
  readonly for?: "all" | "select" | "insert" | "update" | "delete" | undefined;
  /** A name, a role, or a list of both; everybody unless said. */
  readonly to?: unknown;
  readonly using?: unknown;
  readonly withCheck?: unknown;
  readonly _linkedTable?: object | undefined;
}

/** A table with everything declared on it; schema and name as Postgres will have them. */
export interface DrizzleTable extends QualifiedName {
  readonly columns: readonly DrizzleColumn[];
  readonly indexes: readonly DrizzleIndex[];
  readonly foreignKeys: readonly DrizzleForeignKey[];
  readonly checks: readonly DrizzleCheck[];
  readonly primaryKeys: readonly DrizzlePrimaryKey[];
  readonly uniqueConstraints: readonly DrizzleUnique[];
  readonly policies: readonly DrizzlePolicy[];
  readonly enableRLS?: boolean | undefined;
}

/** A view, materialized or not; schema and name as Postgres will have them. */
export interface DrizzleView extends QualifiedName {
  /** Undefined where the view is declared as existing. */
  readonly query: DrizzleSql | undefined;
  /** Of a view `checkOption` and the like, of a materialized one storage parameters in camel case. */
  readonly with?: Readonly<Record<string, unknown>> | undefined;
  readonly using?: string | undefined;
  readonly tablespace?: string | undefined;
  readonly withNoData?: boolean | undefined;
}

/** An exported object of the models, with the place it is exported from. */
export interface Entity<T> {
  readonly value: T;
  readonly source: ObjectSource;
}

/** What the user's modules export, each object once, in the order of the files and exports. */
export interface ModelEntities {
  readonly schemas: readonly Entity<DrizzleSchema>[];
  readonly enums: readonly Entity<DrizzleEnum>[];
  readonly sequences: readonly Entity<DrizzleSequence>[];
  readonly tables: readonly Entity<DrizzleTable>[];
  readonly policies: readonly Entity<DrizzlePolicy>[];
  readonly roles: readonly Entity<DrizzleRole>[];
  readonly views: readonly Entity<DrizzleView>[];
  readonly materializedViews: readonly Entity<DrizzleView>[];
}

/** A part of the models that a message can name. */
export interface ModelPlace {
  /** What it is: `table orders, check total_positive`. */
  readonly subject: string;
  readonly source: ObjectSource;
}

/** The user's drizzle-orm, of either line. */
export interface DrizzleAdapter {
  readonly line: DrizzleLine;
  /** The column's name in the database, casing applied and cut to what Postgres keeps. */
  columnName(column: DrizzleColumnName): string;
  /** Schema and name of any table, exported or not. */
  tableName(table: object): QualifiedName;
  isSql(value: unknown): value is DrizzleSql;
  /** SQL as it stands in DDL: columns without their table, bound values as literals. The chunk is left as it was. */
  sqlText(chunk: DrizzleSql, place: ModelPlace): string;
  /** SQL as it stands in a query: like `sqlText`, but columns stand with their table. */
  queryText(chunk: DrizzleSql, place: ModelPlace): string;
  /** The column's type as `ColumnShape.type` has it. */
  columnType(column: DrizzleColumn): string;
  /** The enum behind a column, also behind an array of it. */
  enumOf(column: DrizzleColumn): DrizzleEnum | null;
  /** DEFAULT as SQL text, null for none. */
  defaultText(column: DrizzleColumn, place: ModelPlace): string | null;
  /** A JavaScript value as an SQL literal. */
  valueText(value: unknown, place: ModelPlace): string;
}

/** An object of the models with its place. */
export interface ModelObject<K extends ObjectKind> {
  readonly object: ObjectOf<K>;
  readonly source: ObjectSource;
  /** The models use it and leave it to others: it is neither made nor compared nor dropped. */
  readonly existing?: boolean;
}

/** Reads the objects of one kind. */
export type ModelReader<K extends ObjectKind> = (
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
) => readonly ModelObject<K>[];

/** The place of a table, or of a part of it. */
export function placeOf({ value, source }: Entity<QualifiedName>, part?: string): ModelPlace {
  const table = value.schema === "public" ? value.name : `${value.schema}.${value.name}`;
  return { subject: part === undefined ? `table ${table}` : `table ${table}, ${part}`, source };
}

/** An error that names the place: subject, export and file. */
export function modelError(
  code: string,
  place: ModelPlace,
  problem: string,
  hint?: string,
  cause?: unknown,
): ModelError {
  return new ModelError(code, `${describePlace(place)}: ${problem}`, {
    hint,
    cause,
    data: { subject: place.subject, export: place.source.export, file: place.source.file },
  });
}

function describePlace({ subject, source }: ModelPlace): string {
  const from = [source.export === undefined ? [] : [`export "${source.export}"`], source.file ?? []].flat();
  return from.length === 0 ? subject : `${subject} (${from.join(" in ")})`;
}
