import type { Catalog } from "../catalog/catalog.ts";
import { leaveUnclaimed } from "../diff/claim.ts";
import { diff, noDifference, reverse, type Difference } from "../diff/diff.ts";
import type { Judge } from "../diff/judgement.ts";
import { withoutTables } from "../diff/modelMistakes.ts";
import { withoutHeld } from "../diff/scope.ts";
import { assertDefaults, tablesLeftAlone } from "./modelMistakes.ts";
import type { Side } from "./sides.ts";
import { refuseTaken, withoutUnread } from "./taken.ts";

/**
 * What takes one side to the other. Models have no names and spellings to insist on, so they are the side compared.
 * Throws DatabaseStateError where a name that models need is taken.
 */
export async function differenceBetween(from: Side, to: Side): Promise<Difference> {
  if (from.judge !== null && to.judge === null) {
    const difference = await differenceFromModels(from, to);
    refuseTaken(difference, from.unread?.() ?? []);
    return difference;
  }
  if (from.judge === null && to.judge !== null) return reverse(await differenceFromModels(to, from));
  const hooks = { ...(from.hooks ?? to.hooks), bothReflected: from.judge !== null };
  return diff(...comparedParts(from, to), from.judge ?? literally, hooks);
}

async function differenceFromModels(database: Side, declared: Side): Promise<Difference> {
  const { models: catalog, warnings } = withoutUnread(declared.catalog, database.unread?.() ?? []);
  for (const warning of warnings) declared.models?.warn?.(warning);
  const models = warnings.length === 0 ? declared : { ...declared, catalog };
  const { agreement, judge, answers, hooks = models.hooks } = database;
  const left =
    models.models === undefined ? [] : await tablesLeftAlone(database, declared.catalog, models.models);
  if ((await agreement?.known(models.catalog)) === true) return noDifference(models.catalog);
  const [before, after] = comparedParts(database, models);
  const from = left.length === 0 ? before : withoutTables(before, left);
  const difference = await diff(from, after, judge ?? literally, { ...hooks, bothReflected: false });
  await assertDefaults(difference.operations, models.catalog, answers);
  if (difference.operations.length === 0) await agreement?.remember(models.catalog);
  return difference;
}

function comparedParts(from: Side, to: Side): readonly [from: Catalog, to: Catalog] {
  const before = withoutHeld(from.catalog, from.held, to.catalog);
  const after = withoutHeld(to.catalog, to.held, from.catalog);
  return [claimedPart(before, from.made, after), claimedPart(after, to.made, before)];
}

/** Models leave alone what only the database has and nobody has a claim to. */
function claimedPart(side: Catalog, made: Side["made"], other: Catalog): Catalog {
  return made === undefined ? side : leaveUnclaimed(other, side, made);
}

/** Between models and models there is no Postgres to ask, and none is needed. */
const literally: Judge = async (questions) =>
  questions.map(({ model, database }) => ({ equal: model === database }));
