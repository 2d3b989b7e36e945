import type { Implementation, Statement } from "../operations/statement.ts";
import { checkOperations } from "./check/operations.ts";
import { columnOperations } from "./column/operations.ts";
import { commentOperations } from "./comment.ts";
import { enumOperations } from "./enum/operations.ts";
import { executeOperations } from "./execute.ts";
import { foreignKeyOperations } from "./foreignKey/operations.ts";
import { indexOperations } from "./index/operations.ts";
import type { Call, CallName, CallOf, SchemaChanges } from "./methods.ts";
import { policyOperations } from "./policy/operations.ts";
import { materializedViewOperations } from "./materializedView/operations.ts";
import { primaryKeyOperations } from "./primaryKey/operations.ts";
import { roleOperations } from "./role/operations.ts";
import { rowSecurityOperations } from "./rowSecurity/operations.ts";
import { schemaOperations } from "./schema/operations.ts";
import { sequenceOperations } from "./sequence/operations.ts";
import { tableOperations } from "./table/operations.ts";
import { uniqueOperations } from "./unique/operations.ts";
import { viewOperations } from "./view/operations.ts";

/** The SQL of every method of a revision file's `op` that changes the schema. */
export const implementations: Implementation<SchemaChanges> = {
  ...schemaOperations,
  ...enumOperations,
  ...sequenceOperations,
  ...tableOperations,
  ...columnOperations,
  ...commentOperations,
  ...primaryKeyOperations,
  ...uniqueOperations,
  ...checkOperations,
  ...indexOperations,
  ...foreignKeyOperations,
  ...policyOperations,
  ...rowSecurityOperations,
  ...roleOperations,
  ...viewOperations,
  ...materializedViewOperations,
  ...executeOperations,
};

/** The statements of one call. */
export function statementsOf<N extends CallName>(call: CallOf<N> | Call): readonly Statement[] {
  // TypeScript cannot relate a union's method to its own arguments; `Implementation` has checked each pair.
  const implementation = implementations[call.method] as (
    ...args: readonly unknown[]
  ) => readonly Statement[];
  return implementation(...call.args);
}
