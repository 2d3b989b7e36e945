import type { ObjectSource } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, truncateIdentifier } from "../catalog/name.ts";
import { modelError, type DrizzleTable } from "../objects/drizzle.ts";
import type { DrizzleModule, RawTableConfig } from "./drizzleModule.ts";
import { entityKinds } from "./otherDialects.ts";

const EXTRA_CONFIG_BUILDER = Symbol.for("drizzle:ExtraConfigBuilder");
const EXTRA_CONFIG_COLUMNS = Symbol.for("drizzle:ExtraConfigColumns");

/** Called with each warning, one sentence. */
export type Warn = (message: string) => void;

/** A table as it is exported. */
export interface ExportedTable {
  readonly table: object;
  readonly source: ObjectSource;
}

/**
 * A table with everything declared on it; a warning for what was never one of Drizzle's declarations, and ModelError
 * for one that Drizzle itself would pass over.
 */
export function readTable(exported: ExportedTable, drizzle: DrizzleModule, warn: Warn): DrizzleTable {
  const { table } = exported;
  const declared = extraConfig(exported, drizzle, warn);
  // `.desc()` and its like change the columns that the callback is given, so it may run only once:
  // Drizzle's own reader gets a view of the table whose callback answers what it has answered already.
  const answered = Object.create(table, { [EXTRA_CONFIG_BUILDER]: { value: () => declared } }) as object;
  const config: RawTableConfig = drizzle.pg.getTableConfig(answered);
  return {
    // The lists have the same items in both lines, which the tests of every kind confirm.
    ...(config as RawTableConfig & DrizzleTable),
    schema: truncateIdentifier(config.schema ?? DEFAULT_SCHEMA),
    name: truncateIdentifier(config.name),
  };
}

interface WithExtraConfig {
  readonly [EXTRA_CONFIG_BUILDER]?: (columns: unknown) => object | null | undefined;
  readonly [EXTRA_CONFIG_COLUMNS]?: unknown;
}

/** The entries of the table's third argument: an array (which may hold arrays) or an object. */
function extraConfig(exported: ExportedTable, drizzle: DrizzleModule, warn: Warn): readonly unknown[] {
  const { [EXTRA_CONFIG_BUILDER]: build, [EXTRA_CONFIG_COLUMNS]: columns } =
    exported.table as WithExtraConfig;
  const said = build?.(columns) ?? [];
  const entries: readonly unknown[] = Array.isArray(said) ? said.flat(1) : Object.values(said);
  // `condition && index(...)` leaves nothing, and means nothing.
  const present = entries.filter((entry) => entry !== undefined && entry !== null && entry !== false);
  return present.filter((entry) => isDeclaration(entry, exported, drizzle, warn));
}

function isDeclaration(entry: unknown, exported: ExportedTable, drizzle: DrizzleModule, warn: Warn): boolean {
  const { orm, pg } = drizzle;
  const kinds = [
    pg.IndexBuilder,
    pg.CheckBuilder,
    pg.UniqueConstraintBuilder,
    pg.PrimaryKeyBuilder,
    pg.ForeignKeyBuilder,
    pg.PgPolicy,
  ];
  if (kinds.some((kind) => orm.is(entry, kind))) return true;
  const { table, source } = exported;
  const place = { subject: `table ${pg.getTableConfig(withoutExtra(table)).name}`, source };
  const problem = `its extra configuration holds ${describe(entry)}, which Drizzle would pass over`;
  const mistake = modelError("unknown-table-entry", place, problem, hintFor(entry));
  if (entityKinds(entry).length > 0) throw mistake;
  // Projects that drizzle-kit is content with have such values: `{ kind: "check", ... }`.
  warn(`${mistake.message}.`);
  return false;
}

function withoutExtra(table: object): object {
  return Object.create(table, { [EXTRA_CONFIG_BUILDER]: { value: undefined } }) as object;
}

function describe(entry: unknown): string {
  const [kind] = entityKinds(entry);
  return kind === undefined ? `a value of type ${typeof entry}` : `an object of Drizzle's kind ${kind}`;
}

function hintFor(entry: unknown): string {
  const [kind] = entityKinds(entry);
  if (kind?.startsWith("Pg") === true && (kind.endsWith("On") || kind.includes("BuilderOn")))
    return "Add .on(columns) to it.";
  return "Import index, unique, check, primaryKey, foreignKey and pgPolicy from drizzle-orm/pg-core.";
}
