import { condition, fits } from "../expressions.ts";
import type { Expectation, RandomKind } from "../kind.ts";
import { same, type RandomExpression, type RandomPolicy, type RandomTable } from "../model.ts";
import { freshName } from "../names.ts";
import { spelled, type Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";

const COMMANDS = ["all", "select", "insert", "update", "delete"] as const;
const ROLES = [["public"], ["current_user"], ["pg_monitor"], ["pg_monitor", "pg_read_all_data"]];

function draw(random: Random, table: RandomTable): RandomPolicy {
  const said = (): RandomExpression | null =>
    random.chance(0.7) ? (condition(random, table) ?? null) : null;
  return allowed({
    name: freshName(random, "p"),
    restrictive: random.chance(0.3),
    command: random.pick(COMMANDS),
    roles: random.pick(ROLES),
    using: said(),
    withCheck: said(),
  });
}

/** Without the expression that Postgres does not take for the command. */
function allowed(policy: RandomPolicy): RandomPolicy {
  const { command, using, withCheck } = policy;
  return {
    ...policy,
    using: command === "insert" ? null : using,
    withCheck: command === "select" || command === "delete" ? null : withCheck,
  };
}

/** The policy's roles in other words: who makes the database is the one who is asked later. */
export function rolesOf({ name, roles }: RandomPolicy, seed: number): readonly string[] {
  const said = roles.map((role) =>
    role === "current_user" ? spelled(seed, name, [role, "session_user"]) : role,
  );
  return spelled(seed, `${name} roles`, [said, said.toReversed()]);
}

function stands({ using, withCheck }: RandomPolicy, table: RandomTable): boolean {
  return [using, withCheck].every((expression) => expression === null || fits(expression, table));
}

function changed(
  policy: RandomPolicy,
  attribute: string,
  action: Expectation["action"],
): { readonly part: RandomPolicy; readonly expected: Expectation } {
  return { part: policy, expected: { action, label: "policy", name: policy.name, attribute } };
}

/** Policies of tables with row-level security. */
export const policyKind: RandomKind = {
  draw: (random, model) =>
    mapTables(model, (table) => ({
      ...table,
      policies: Array.from({ length: random.below(3) }, () => draw(random, table)),
    })),
  prune: (model) =>
    mapTables(model, (table) => ({
      ...table,
      policies: table.rowSecurity ? table.policies.filter((policy) => stands(policy, table)) : [],
    })),
  edits: [
    onTable((random, table) => {
      const policy = draw(random, table);
      const policies = [...table.policies, policy];
      return {
        table: { ...table, policies },
        expected: { action: "create", label: "policy", name: policy.name },
      };
    }),
    dropPart("policies", "policy"),
    onPart("policies", (random, policy) => {
      const roles = random.pick(ROLES);
      return same(roles, policy.roles) ? undefined : changed({ ...policy, roles }, "roles", "alter");
    }),
    onPart("policies", (_random, policy) =>
      changed({ ...policy, restrictive: !policy.restrictive }, "permissive", "recreate"),
    ),
    onPart("policies", (random, policy) => {
      const command = random.pick(COMMANDS);
      const part = allowed({ ...policy, command });
      if (command === policy.command) return undefined;
      return same({ ...policy, command }, part) ? changed(part, "command", "recreate") : { part };
    }),
    ...(["using", "withCheck"] as const).map((which) =>
      onPart("policies", (random, policy, table) => {
        const expression = random.chance(0.2) ? null : (condition(random, table) ?? null);
        const part = { ...policy, [which]: expression };
        if (same(part, policy) || !same(part, allowed(part))) return undefined;
        const action = expression === null ? "recreate" : "alter";
        return changed(part, which === "using" ? "using" : "with check", action);
      }),
    ),
  ],
  smaller: (model) => smallerParts(model, "policies"),
};
