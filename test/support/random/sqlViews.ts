import { rolesOf } from "./kinds/policy.ts";
import type { RandomPolicy, RandomTable, RandomView } from "./model.ts";
import { spelled } from "./random.ts";
import { expressionSql, name, qualified } from "./sqlNames.ts";

/** Row-level security and the policies of a table. */
export function securitySql(table: RandomTable, seed: number): readonly string[] {
  if (!table.rowSecurity) return [];
  const id = qualified(table, seed);
  return [
    `ALTER TABLE ${id} ENABLE ROW LEVEL SECURITY`,
    ...table.policies.map((policy) => policySql(policy, id, seed)),
  ];
}

function policySql(policy: RandomPolicy, table: string, seed: number): string {
  const { restrictive, command, using, withCheck } = policy;
  const saysAll = spelled(seed, `${policy.name} all in SQL`, [true, false]);
  const roles = rolesOf(policy, seed);
  return [
    `CREATE POLICY ${name(policy.name, seed)} ON ${table}`,
    restrictive ? " AS RESTRICTIVE" : saysAll ? " AS PERMISSIVE" : "",
    command === "all" && !saysAll ? "" : ` FOR ${command.toUpperCase()}`,
    roles.join() === "public" && !saysAll ? "" : ` TO ${roles.join(", ")}`,
    using === null ? "" : ` USING (${expressionSql(using, `${policy.name} using`, seed)})`,
    withCheck === null ? "" : ` WITH CHECK (${expressionSql(withCheck, `${policy.name} check`, seed)})`,
  ].join("");
}

/** A view; its options stand before the query, or behind it. */
export function viewSql(view: RandomView, seed: number): string {
  const { materialized, where, columns, source } = view;
  const { checkOption, securityBarrier, securityInvoker, fillfactor } = view.options;
  const behind = spelled(seed, `${view.name} behind`, [true, false]);
  const flag = (key: string): string =>
    `${key}${spelled(seed, `${view.name} ${key}`, ["", "=true", " = on", "=1"])}`;
  const parameters = [
    securityBarrier === true ? flag("security_barrier") : "",
    securityInvoker === true ? flag("security_invoker") : "",
    checkOption !== undefined && !behind ? `check_option=${checkOption}` : "",
    fillfactor === undefined ? "" : `fillfactor=${fillfactor}`,
  ].filter((text) => text !== "");
  return [
    `CREATE ${materialized ? "MATERIALIZED " : ""}VIEW ${qualified(view, seed)}`,
    parameters.length === 0 ? "" : ` WITH (${parameters.join(", ")})`,
    ` AS SELECT ${columns.map((column) => name(column, seed)).join(", ")} FROM ${qualified(source, seed)}`,
    where === null ? "" : ` WHERE ${expressionSql(where, `${view.name} where`, seed)}`,
    checkOption !== undefined && behind ? ` WITH ${checkOption.toUpperCase()} CHECK OPTION` : "",
  ].join("");
}
