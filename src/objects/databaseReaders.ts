import type { ObjectKind } from "../catalog/object.ts";
import { checkFromRow, checkQuery } from "./check/fromDatabase.ts";
import { columnFromRow, columnQuery } from "./column/fromDatabase.ts";
import { enumFromRow, enumQuery } from "./enum/fromDatabase.ts";
import { foreignKeyFromRow, foreignKeyQuery } from "./foreignKey/fromDatabase.ts";
import { indexFromRow, indexQuery } from "./index/fromDatabase.ts";
import { policyFromRow, policyQuery } from "./policy/fromDatabase.ts";
import { materializedViewFromRow, materializedViewQuery } from "./materializedView/fromDatabase.ts";
import { primaryKeyFromRow, primaryKeyQuery } from "./primaryKey/fromDatabase.ts";
import { roleFromRow, roleQuery } from "./role/fromDatabase.ts";
import type { CatalogRow } from "./row.ts";
import { rowSecurityFromRow, rowSecurityQuery } from "./rowSecurity/fromDatabase.ts";
import { schemaFromRow, schemaQuery } from "./schema/fromDatabase.ts";
import { sequenceFromRow, sequenceQuery } from "./sequence/fromDatabase.ts";
import type { ObjectShapes } from "./shapes.ts";
import { tableFromRow, tableQuery } from "./table/fromDatabase.ts";
import { uniqueFromRow, uniqueQuery } from "./unique/fromDatabase.ts";
import { viewFromRow, viewQuery } from "./view/fromDatabase.ts";

/** How objects of one kind are read: a query over the CTEs of `catalogSql.ts`, in the order of the catalog, and its rows. */
export interface DatabaseReader<K extends ObjectKind> {
  readonly query: string;
  fromRow(row: CatalogRow): ObjectShapes[K];
}

/** The readers of every kind, in the order of the catalog; a kind without one does not compile. */
export const databaseReaders: { readonly [K in ObjectKind]: DatabaseReader<K> } = {
  role: { query: roleQuery, fromRow: roleFromRow },
  schema: { query: schemaQuery, fromRow: schemaFromRow },
  enum: { query: enumQuery, fromRow: enumFromRow },
  sequence: { query: sequenceQuery, fromRow: sequenceFromRow },
  table: { query: tableQuery, fromRow: tableFromRow },
  column: { query: columnQuery, fromRow: columnFromRow },
  primaryKey: { query: primaryKeyQuery, fromRow: primaryKeyFromRow },
  unique: { query: uniqueQuery, fromRow: uniqueFromRow },
  check: { query: checkQuery, fromRow: checkFromRow },
  index: { query: indexQuery, fromRow: indexFromRow },
  foreignKey: { query: foreignKeyQuery, fromRow: foreignKeyFromRow },
  policy: { query: policyQuery, fromRow: policyFromRow },
  rowSecurity: { query: rowSecurityQuery, fromRow: rowSecurityFromRow },
  view: { query: viewQuery, fromRow: viewFromRow },
  materializedView: { query: materializedViewQuery, fromRow: materializedViewFromRow },
};
