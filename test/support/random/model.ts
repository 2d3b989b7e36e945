/** A type of a column: one of the catalogue's, or an enum of the model's. */
export type RandomType =
  | { readonly name: string; readonly dimensions: 0 | 1 }
  | { readonly enum: Named; readonly dimensions: 0 | 1 };

export interface Named {
  readonly schema: string;
  readonly name: string;
}

export interface RandomEnum extends Named {
  readonly labels: readonly string[];
}

export interface SequenceOptions {
  readonly increment?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly startWith?: number;
  readonly cache?: number;
  readonly cycle?: boolean;
}

export interface RandomSequence extends Named {
  readonly options: SequenceOptions;
}

/** A default in words that mean the same: as Drizzle takes it, and as SQL. */
export interface RandomDefault {
  readonly drizzle: readonly string[];
  readonly sql: readonly string[];
  readonly sequence?: Named;
  readonly label?: string;
}

/** SQL in words that mean the same; `{0}` stands for the first of the columns. */
export interface RandomExpression {
  readonly columns: readonly string[];
  /** What the columns must be for the text to make sense, one family for each. */
  readonly families: readonly string[];
  readonly spellings: readonly string[];
}

export interface RandomIdentity {
  readonly generation: "always" | "byDefault";
  readonly options: SequenceOptions;
}

export interface RandomColumn {
  readonly name: string;
  readonly type: RandomType;
  readonly notNull: boolean;
  readonly default: RandomDefault | null;
  readonly generated: RandomExpression | null;
  readonly identity: RandomIdentity | null;
}

/** A constraint or index without a name has the one that Drizzle gives it. */
export interface RandomKey {
  readonly name?: string;
  readonly columns: readonly string[];
}

export interface RandomUnique extends RandomKey {
  readonly nullsNotDistinct: boolean;
}

export interface RandomForeignKey extends RandomKey {
  readonly target: Named & { readonly columns: readonly string[] };
  readonly onDelete: string;
  readonly onUpdate: string;
}

export interface RandomCheck {
  readonly name: string;
  readonly expression: RandomExpression;
}

export interface RandomIndexKey {
  readonly column?: string;
  readonly expression?: RandomExpression;
  readonly opclass?: string;
  readonly order: "asc" | "desc";
  readonly nulls: "first" | "last";
}

export interface RandomIndex {
  readonly name?: string;
  readonly unique: boolean;
  readonly method: string;
  readonly keys: readonly RandomIndexKey[];
  readonly where: RandomExpression | null;
  readonly with: Readonly<Record<string, string>>;
}

export interface RandomPolicy {
  readonly name: string;
  readonly restrictive: boolean;
  readonly command: "all" | "select" | "insert" | "update" | "delete";
  /** Roles that every server has; `current_user` may be spelled otherwise. */
  readonly roles: readonly string[];
  readonly using: RandomExpression | null;
  readonly withCheck: RandomExpression | null;
}

export interface RandomTable extends Named {
  readonly columns: readonly RandomColumn[];
  readonly primaryKey: RandomKey | null;
  readonly uniques: readonly RandomUnique[];
  readonly foreignKeys: readonly RandomForeignKey[];
  readonly checks: readonly RandomCheck[];
  readonly indexes: readonly RandomIndex[];
  readonly rowSecurity: boolean;
  /** Only with row-level security. */
  readonly policies: readonly RandomPolicy[];
}

export interface RandomViewOptions {
  readonly checkOption?: "local" | "cascaded";
  readonly securityBarrier?: true;
  readonly securityInvoker?: true;
  /** Of a materialized view. */
  readonly fillfactor?: number;
}

export interface RandomView extends Named {
  readonly materialized: boolean;
  /** A table, or a view before this one. */
  readonly source: Named;
  /** Some of the source's. */
  readonly columns: readonly string[];
  readonly where: RandomExpression | null;
  readonly options: RandomViewOptions;
}

/** What models say, as plain data: written as Drizzle or as SQL. A new kind adds its list here. */
export interface RandomModel {
  /** Beside public. */
  readonly schemas: readonly string[];
  readonly enums: readonly RandomEnum[];
  readonly sequences: readonly RandomSequence[];
  readonly tables: readonly RandomTable[];
  readonly views: readonly RandomView[];
}

export const EMPTY_MODEL: RandomModel = { schemas: [], enums: [], sequences: [], tables: [], views: [] };

/** A table of which no more is known than its columns. */
export function bareTable({ schema, name }: Named, columns: readonly RandomColumn[]): RandomTable {
  const nothing = { primaryKey: null, uniques: [], foreignKeys: [], checks: [], indexes: [], policies: [] };
  return { schema, name, columns, ...nothing, rowSecurity: false };
}

/** Whether two names are one. */
export function sameName(a: Named, b: Named): boolean {
  return a.schema === b.schema && a.name === b.name;
}

/** The model with another version of a table. */
export function withTable(model: RandomModel, table: RandomTable): RandomModel {
  return { ...model, tables: model.tables.map((other) => (sameName(other, table) ? table : other)) };
}

/** The table of a name. */
export function tableOf(model: RandomModel, name: Named): RandomTable | undefined {
  return model.tables.find((table) => sameName(table, name));
}

/** The column of a name. */
export function columnOf(table: RandomTable | undefined, name: string): RandomColumn | undefined {
  return table?.columns.find((column) => column.name === name);
}

/** Plain data that says the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
