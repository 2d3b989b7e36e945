import { toName } from "../../operations/sql.ts";
import { changesPrint } from "../column/using.ts";
import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { conditionFlaw } from "../flaws.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { constraintSlot, mentionedColumns, tableOf } from "../references.ts";
import { validityRule } from "../validity.ts";
import type { CheckDefinition } from "./operations.ts";
import type { CheckShape } from "./shape.ts";

export const checkDefinition: ObjectDefinition<"check"> = {
  kind: "check",
  label: "check constraint",
  rules: {
    schema: "identity",
    table: "identity",
    name: "identity",
    nameIsExplicit: "ignored",
    expression: "recreate",
    notValid: validityRule,
    notEnforced: "recreate",
    noInherit: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, table, name }) => [schema, table, name],
  owner: tableOf,
  dependencies: (check, catalog) => [tableOf(check), ...mentionedColumns(check, [check.expression], catalog)],
  flaw: conditionFlaw,
  occupies: (check) => [constraintSlot(check, check.name)],
  attachment: "detachable",
  signature: () => null,
  texts: ({ expression }) => ({ expression: { role: "condition", text: expression } }),
  withTexts: (check, { expression }) => (expression === undefined ? check : { ...check, expression }),
  disturbs: () => false,
  // Its condition may compare the column with values of the old type, cast to it.
  yields: (_check, disturbance) => changesPrint(disturbance),
  create: (check) => {
    const { name, expression, ...options } = checkPart(check);
    const table = toName({ schema: check.schema, name: check.table });
    return [call("createCheckConstraint", name, table, expression, ...optional(options))];
  },
  finish: (check) =>
    commentCalls(
      { table: toName({ schema: check.schema, name: check.table }), constraint: check.name },
      check.comment,
    ),
  drop: (check) => [call("dropConstraint", check.name, toName({ schema: check.schema, name: check.table }))],
  alter: (from, to) => [call("validateConstraint", from.name, toName({ schema: to.schema, name: to.table }))],
};

/** A check constraint as `createTable` takes it. */
export function checkPart({
  name,
  expression,
  notValid,
  noInherit,
  notEnforced,
}: CheckShape): CheckDefinition {
  return {
    name,
    expression,
    ...(noInherit === true ? { noInherit } : {}),
    ...(notEnforced === true ? { notEnforced } : {}),
    ...(notValid && notEnforced !== true ? { notValid } : {}),
  };
}
