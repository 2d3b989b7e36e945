import { quoteIdentifier, quoteLiteral } from "../../operations/sql.ts";
import { isSerial, plainType, serialSequenceOf } from "./serial.ts";
import type { ColumnShape } from "./shape.ts";

/**
 * Makes a database's column and a model's comparable: a model that spells out serial's default is compared with
 * the column taken apart, and a model that leaves the name of an identity's sequence open takes the database's.
 */
export function reconcile(from: ColumnShape, to: ColumnShape): readonly [ColumnShape, ColumnShape] {
  if (isSerial(from.type) && !isSerial(to.type) && readsSequence(to)) return [unfold(from), to];
  if (from.identity === null || to.identity === null || to.identity.sequenceName !== undefined)
    return [from, to];
  return [from, { ...to, identity: { ...to.identity, sequenceName: from.identity.sequenceName } }];
}

function readsSequence(column: ColumnShape): boolean {
  return column.default !== null && /\bnextval\s*\(/i.test(column.default);
}

function unfold(column: ColumnShape): ColumnShape {
  const { schema, name } = serialSequenceOf(column);
  const literal = quoteLiteral(`${quoteIdentifier(schema)}.${quoteIdentifier(name)}`);
  return { ...column, type: plainType(column.type), default: `nextval(${literal}::regclass)` };
}
