import type { Catalog } from "../../catalog/catalog.ts";
import { objectId } from "../../catalog/name.ts";
import type { CatalogObject } from "../../catalog/object.ts";
import { quoteIdentifier, quoteLiteral } from "../../operations/sql.ts";
import { sequencesNamed } from "../references.ts";
import { sameNumber } from "./numberDefault.ts";
import { isSerial, plainType } from "./serial.ts";
import { serialShape } from "./serialSequence.ts";
import type { ColumnShape, SerialSequence } from "./shape.ts";

/**
 * Makes a database's column and a model's comparable: a model that spells out serial's default is compared with
 * the column taken apart; a model that leaves the name of an identity's sequence open, or says the same number for a
 * default, takes what the database has.
 */
export function reconcile(from: ColumnShape, to: ColumnShape): readonly [ColumnShape, ColumnShape] {
  if (from.default !== to.default && sameNumber(from, to)) return [from, { ...to, default: from.default }];
  const { serialSequence } = from;
  if (serialSequence !== undefined && !isSerial(to.type) && reads(to, serialSequence))
    return [unfold(from, serialSequence), to];
  if (from.identity === null || to.identity === null || to.identity.sequenceName !== undefined)
    return [from, to];
  return [from, { ...to, identity: { ...to.identity, sequenceName: from.identity.sequenceName } }];
}

/**
 * A serial column and its sequence as two objects, where the other side has the sequence as an object of its own;
 * null where it has not.
 */
export function takenApart(column: ColumnShape, other: Catalog): readonly CatalogObject[] | null {
  const { schema, table, name, serialSequence } = column;
  if (serialSequence === undefined) return null;
  const sequence = objectId("sequence", serialSequence.schema, serialSequence.name);
  if (!other.objects.has(sequence) || !other.objects.has(objectId("column", schema, table, name)))
    return null;
  return [
    { kind: "column", ...unfold(column, serialSequence) },
    { kind: "sequence", ...serialShape(column, serialSequence), ofSerial: true },
  ];
}

function reads(column: ColumnShape, { schema, name }: SerialSequence): boolean {
  if (column.default === null || !/\bnextval\s*\(/i.test(column.default)) return false;
  return sequencesNamed(column.default).some(
    (said) => said.name === name && (said.schema === undefined || said.schema === schema),
  );
}

function unfold(column: ColumnShape, { schema, name }: SerialSequence): ColumnShape {
  const literal = quoteLiteral(`${quoteIdentifier(schema)}.${quoteIdentifier(name)}`);
  const { serialSequence: _sequence, ...rest } = column;
  return { ...rest, type: plainType(column.type), default: `nextval(${literal}::regclass)` };
}
