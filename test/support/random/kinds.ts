import type { RandomKind } from "./kind.ts";
import { checkKind } from "./kinds/check.ts";
import { columnKind } from "./kinds/column.ts";
import { enumKind } from "./kinds/enum.ts";
import { foreignKeyKind } from "./kinds/foreignKey.ts";
import { indexKind } from "./kinds/index.ts";
import { policyKind } from "./kinds/policy.ts";
import { primaryKeyKind } from "./kinds/primaryKey.ts";
import { rowSecurityKind } from "./kinds/rowSecurity.ts";
import { schemaKind } from "./kinds/schema.ts";
import { sequenceKind } from "./kinds/sequence.ts";
import { tableKind } from "./kinds/table.ts";
import { uniqueKind } from "./kinds/unique.ts";
import { viewKind } from "./kinds/view.ts";
import { EMPTY_MODEL, same, type RandomModel } from "./model.ts";
import type { Random } from "./random.ts";

/**
 * Every kind that random models have, in the order in which they are drawn: what others depend on comes first.
 * A new kind adds its list to `RandomModel`, a file to `kinds`, its line here, and its words
 * to the two writers, `drizzle.ts` and `sql.ts`.
 */
export const KINDS: readonly RandomKind[] = [
  schemaKind,
  enumKind,
  sequenceKind,
  tableKind,
  columnKind,
  primaryKeyKind,
  uniqueKind,
  foreignKeyKind,
  checkKind,
  indexKind,
  rowSecurityKind,
  policyKind,
  viewKind,
];

/** A model with some of everything. */
export function drawModel(random: Random): RandomModel {
  return prune(KINDS.reduce((model, kind) => kind.draw(random, model), EMPTY_MODEL));
}

/** What of a model can stand: leaving one thing out may take others along. */
export function prune(model: RandomModel): RandomModel {
  const pruned = KINDS.reduce((rest, kind) => kind.prune(rest), model);
  return same(pruned, model) ? model : prune(pruned);
}

/** The models that have a little less. */
export function smallerModels(model: RandomModel): readonly RandomModel[] {
  return KINDS.flatMap((kind) => kind.smaller(model)).map(prune);
}
