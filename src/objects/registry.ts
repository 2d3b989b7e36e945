import type { ObjectKind } from "../catalog/object.ts";
import { checkDefinition } from "./check/definition.ts";
import { columnDefinition } from "./column/definition.ts";
import type { ObjectDefinition } from "./definition.ts";
import { enumDefinition } from "./enum/definition.ts";
import { foreignKeyDefinition } from "./foreignKey/definition.ts";
import { indexDefinition } from "./index/definition.ts";
import { policyDefinition } from "./policy/definition.ts";
import { materializedViewDefinition } from "./materializedView/definition.ts";
import { primaryKeyDefinition } from "./primaryKey/definition.ts";
import { roleDefinition } from "./role/definition.ts";
import { rowSecurityDefinition } from "./rowSecurity/definition.ts";
import { schemaDefinition } from "./schema/definition.ts";
import { sequenceDefinition } from "./sequence/definition.ts";
import { tableDefinition } from "./table/definition.ts";
import { uniqueDefinition } from "./unique/definition.ts";
import { viewDefinition } from "./view/definition.ts";

/** Every kind of object, in the order in which objects are created when nothing else decides. */
export const registry: { readonly [K in ObjectKind]: ObjectDefinition<K> } = {
  role: roleDefinition,
  schema: schemaDefinition,
  enum: enumDefinition,
  sequence: sequenceDefinition,
  table: tableDefinition,
  column: columnDefinition,
  primaryKey: primaryKeyDefinition,
  unique: uniqueDefinition,
  check: checkDefinition,
  index: indexDefinition,
  foreignKey: foreignKeyDefinition,
  policy: policyDefinition,
  rowSecurity: rowSecurityDefinition,
  view: viewDefinition,
  materializedView: materializedViewDefinition,
};
