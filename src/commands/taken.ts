import type { Catalog } from "../catalog/catalog.ts";
import { displayName, objectId, type ObjectId } from "../catalog/name.ts";
import type { Difference } from "../diff/diff.ts";
import { withoutTables } from "../diff/modelMistakes.ts";
import { DatabaseStateError } from "../errors.ts";
import { definitionOf, describe, idOf } from "../objects/dispatch.ts";
import { relationSlot } from "../objects/references.ts";
import type { UnreadRelation } from "../objects/unread.ts";

/** What is left of the models where some of their tables are none that Limbeck can compare. */
export interface Comparable {
  readonly models: Catalog;
  /** One sentence for each table that is left out. */
  readonly warnings: readonly string[];
}

/**
 * Leaves tables out of the models that are partitioned, partitions or inheritance children in the database: Drizzle
 * cannot say any of it, so that they were made by SQL, and to that they are left. The columns must be the same by name.
 */
export function withoutUnread(models: Catalog, unread: readonly UnreadRelation[]): Comparable {
  const left = unread.filter((relation) => relation.isTable && isDeclared(models, relation));
  if (left.length === 0) return { models, warnings: [] };
  return {
    models: withoutTables(models, left),
    warnings: left.map(
      ({ schema, name, what }) =>
        `The table ${displayName(schema, name)} is ${what} in the database and is not compared: change it by SQL.`,
    ),
  };
}

function isDeclared(models: Catalog, { schema, name, columns }: UnreadRelation): boolean {
  const table = objectId("table", schema, name);
  if (!models.objects.has(table)) return false;
  const declared = [...models.objects].flatMap(([id, object]) =>
    object.kind === "column" && definitionOf(object).owner(object) === table ? [[id, object] as const] : [],
  );
  const known = new Set<ObjectId>(columns.map((column) => objectId("column", schema, name, column)));
  return declared.length === known.size && declared.every(([id]) => known.has(id));
}

/** Throws DatabaseStateError where something is to be created whose name a relation has that stays. */
export function refuseTaken({ operations }: Difference, unread: readonly UnreadRelation[]): void {
  if (unread.length === 0) return;
  const freed = new Set(
    operations.flatMap((one) => (one.action === "drop" ? definitionOf(one.from).occupies(one.from) : [])),
  );
  const taken = new Map(
    unread
      .map((relation) => [relationSlot(relation.schema, relation.name), relation] as const)
      .filter(([slot]) => !freed.has(slot)),
  );
  for (const operation of operations) {
    if (operation.action !== "create") continue;
    const slots = definitionOf(operation.to).occupies(operation.to);
    const relation = slots.flatMap((slot) => taken.get(slot) ?? [])[0];
    if (relation !== undefined) throw nameTaken(describe(operation.to), idOf(operation.to), relation);
  }
}

function nameTaken(
  declared: string,
  id: ObjectId,
  { schema, name, what, isTable }: UnreadRelation,
): DatabaseStateError {
  const there = displayName(schema, name);
  const same = isTable ? "declare the same columns as it has, which leaves it to SQL, or " : "";
  return new DatabaseStateError(
    "name-taken",
    `The models declare the ${declared}, but ${there} is ${what} in the database: Limbeck leaves those alone.`,
    {
      hint: `Give one of them another name, ${same}leave it out with tablesFilter: "!${name}".`,
      data: { object: id, relation: there, what },
    },
  );
}
