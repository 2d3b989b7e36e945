import { defaultSql } from "../../operations/defaultSql.ts";
import { embedded, quoteIdentifier, sqlName, type Name } from "../../operations/sql.ts";
import type { Statement } from "../../operations/statement.ts";
import { sequenceClauses } from "../sequence/operations.ts";
import { generationSql, identitySql } from "./columnSql.ts";
import type { ColumnChanges, IdentityOptions } from "./definitions.ts";

/**
 * ALTER TABLE with one ALTER COLUMN for each change. Postgres sorts the parts of one ALTER TABLE into passes
 * (drops, then types, then NOT NULL, then defaults), so that a rewrite happens once.
 */
export function alterColumn(table: Name, column: string, changes: ColumnChanges): readonly Statement[] {
  // Which types an identity column may have is looked at before anything is dropped (ATPrepAlterColumnType).
  if (changes.identity === null && changes.type !== undefined) {
    const { identity, ...rest } = changes;
    return [...alterColumn(table, column, { identity }), ...alterColumn(table, column, rest)];
  }
  const target = `ALTER COLUMN ${quoteIdentifier(column)}`;
  const parts = [
    ...dropParts(changes),
    ...typeParts(changes),
    ...nullParts(changes),
    ...defaultParts(changes),
    ...identityParts(changes),
    ...storageParts(changes),
  ].map((part) => `${target} ${part}`);
  if (parts.length === 0) return [];
  return [{ sql: `ALTER TABLE ${sqlName(table)} ${parts.join(", ")}` }];
}

function dropParts({ type, default: value, identity, generated }: ColumnChanges): string[] {
  const detachesDefault = value === null || (type !== undefined && value !== undefined);
  return [
    ...(detachesDefault ? ["DROP DEFAULT"] : []),
    ...(identity === null ? ["DROP IDENTITY"] : []),
    ...(generated === null ? ["DROP EXPRESSION"] : []),
  ];
}

function typeParts({ type, using, collation }: ColumnChanges): string[] {
  if (type === undefined) return [];
  const collate = collation === undefined ? "" : ` COLLATE ${collation}`;
  return [`TYPE ${type}${collate}${using === undefined ? "" : ` USING ${embedded(using)}`}`];
}

function nullParts({ notNull }: ColumnChanges): string[] {
  if (notNull === undefined) return [];
  return [notNull ? "SET NOT NULL" : "DROP NOT NULL"];
}

function defaultParts({ default: value }: ColumnChanges): string[] {
  return typeof value === "string" ? [`SET DEFAULT ${defaultSql(value)}`] : [];
}

function identityParts({ identity, alterIdentity }: ColumnChanges): string[] {
  if (identity !== undefined && identity !== null) return [`ADD ${identitySql(identity)}`];
  return alterIdentity === undefined ? [] : [alterIdentitySql(alterIdentity)];
}

/** SET STORAGE and its like. Postgres does these after it has changed the type, which sets storage and compression back. */
export function storageParts({ storage, compression, statistics }: ColumnChanges): string[] {
  return [
    ...(storage === undefined ? [] : [`SET STORAGE ${storage.toUpperCase()}`]),
    ...(compression === undefined ? [] : [`SET COMPRESSION ${quoteIdentifier(compression)}`]),
    ...(statistics === undefined ? [] : [`SET STATISTICS ${Math.trunc(statistics)}`]),
  ];
}

/** ALTER COLUMN takes each option of the sequence with a SET of its own, but RESTART without. */
function alterIdentitySql({ generation, restart, ...options }: Partial<IdentityOptions>): string {
  const clauses = Object.entries(options)
    .map(([key, value]) => sequenceClauses({ [key]: value }))
    .filter((text) => text !== "")
    .map((text) => `SET${text}`);
  const kind = generation === undefined ? [] : [`SET GENERATED ${generationSql(generation)}`];
  return [...kind, ...clauses, ...(restart === true ? ["RESTART"] : [])].join(" ");
}
