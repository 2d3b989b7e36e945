import { objectsOf, type Catalog } from "../../catalog/catalog.ts";
import { objectId, type ObjectId } from "../../catalog/name.ts";
import type { ObjectOf } from "../../catalog/object.ts";
import { toName } from "../../operations/sql.ts";
import type { ChangeContext } from "../definition.ts";
import { call, type Call } from "../methods.ts";
import { isUnusualSerial, serialOptions } from "./serialSequence.ts";
import type { ColumnShape } from "./shape.ts";

/** The sequences of columns that are about to be created, which serial alone would make in another form. */
export function sequencesBefore(columns: readonly ColumnShape[]): readonly Call[] {
  return columns.filter(isUnusualSerial).flatMap((column) => {
    const { serialSequence } = column;
    return serialSequence === undefined
      ? []
      : [call("createSequence", toName(serialSequence), serialOptions(column))];
  });
}

/** Gives sequences to the columns that own them, once these are created: their defaults needed the sequences first. */
export function ownedAfter(columns: readonly ColumnShape[], { to }: ChangeContext): readonly Call[] {
  return columns.flatMap((column) => {
    const own = isUnusualSerial(column) && column.serialSequence !== undefined ? [column.serialSequence] : [];
    const ownedBy = { table: toName({ schema: column.schema, name: column.table }), column: column.name };
    return [...own, ...sequencesOf(column, to)].map((sequence) =>
      call("alterSequence", toName(sequence), { ownedBy }),
    );
  });
}

/** Keeps the sequences that outlive the columns that own them, before these are dropped. */
export function disowned(columns: readonly ColumnShape[], { from, to }: ChangeContext): readonly Call[] {
  return columns
    .flatMap((column) => sequencesOf(column, from))
    .filter(({ schema, name }) => to.objects.has(objectId("sequence", schema, name)))
    .map((sequence) => call("alterSequence", toName(sequence), { ownedBy: null }));
}

function sequencesOf(column: ColumnShape, catalog: Catalog): readonly ObjectOf<"sequence">[] {
  return owned(catalog).get(objectId("column", column.schema, column.table, column.name)) ?? [];
}

// A catalog never changes, and has few sequences and many columns.
const known = new WeakMap<Catalog, ReadonlyMap<ObjectId, readonly ObjectOf<"sequence">[]>>();

function owned(catalog: Catalog): ReadonlyMap<ObjectId, readonly ObjectOf<"sequence">[]> {
  const found = known.get(catalog) ?? byOwner(catalog);
  known.set(catalog, found);
  return found;
}

function byOwner(catalog: Catalog): ReadonlyMap<ObjectId, readonly ObjectOf<"sequence">[]> {
  const index = new Map<ObjectId, ObjectOf<"sequence">[]>();
  for (const sequence of objectsOf(catalog, "sequence")) {
    if (sequence.ownedBy === undefined) continue;
    const { schema, name, column } = sequence.ownedBy;
    const id = objectId("column", schema, name, column);
    index.set(id, [...(index.get(id) ?? []), sequence]);
  }
  return index;
}
