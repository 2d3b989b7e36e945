import { quoteIdentifier, quoteLiteral, sqlName, toName } from "../../operations/sql.ts";
import { commentCalls } from "../comment.ts";
import { call, type Call } from "../methods.ts";
import type { ColumnChanges } from "./definitions.ts";
import { identityChanges } from "./identityChanges.ts";
import { isSerial, plainType, serialSequenceOf } from "./serial.ts";
import { storageChanges } from "./storage.ts";
import type { ColumnShape } from "./shape.ts";
import { castOf } from "./using.ts";

/** The calls that turn one column into another. A sequence that ends gives its name up before another begins. */
export function alterCalls(
  from: ColumnShape,
  to: ColumnShape,
  attributes: readonly string[],
): readonly Call[] {
  const table = toName({ schema: to.schema, name: to.table });
  const alter = (changes: ColumnChanges): readonly Call[] =>
    Object.keys(changes).length === 0 ? [] : [call("alterColumn", table, to.name, changes)];
  const changes = columnChanges(from, to, attributes);
  const [wasCounted, isCounted] = [counting(from), counting(to)];
  const detaches = wasCounted !== "none" && isCounted !== "none" && wasCounted !== isCounted;
  const first: ColumnChanges = wasCounted === "serial" ? { default: null } : { identity: null };
  return [
    ...(detaches ? alter(first) : []),
    ...(detaches ? endOfSerial(from, to) : []),
    ...beginningOfSerial(from, to),
    ...alter(changes),
    ...(changes.notNull === false ? notValidCalls(to) : []),
    ...(detaches ? [] : endOfSerial(from, to)),
    ...sequenceCalls(from, to),
    ...(isCounted !== "none" && wasCounted !== isCounted ? [call("resetSequence", table, to.name)] : []),
  ];
}

/** SET NOT NULL validates a constraint that is NOT VALID; the way back is to add it again. */
function notValidCalls({ schema, table, name, notNull, notValidNotNull }: ColumnShape): readonly Call[] {
  if (notNull || notValidNotNull === undefined) return [];
  return [call("addNotValidNotNull", notValidNotNull, toName({ schema, name: table }), name)];
}

/** What CREATE TABLE and ADD COLUMN cannot say of a column on every major. */
export function finishCalls(column: ColumnShape): readonly Call[] {
  const table = toName({ schema: column.schema, name: column.table });
  const changes: ColumnChanges = {
    ...storageChanges(column),
    ...(column.statistics === undefined ? {} : { statistics: column.statistics }),
  };
  return [
    ...notValidCalls(column),
    ...(Object.keys(changes).length === 0 ? [] : [call("alterColumn", table, column.name, changes)]),
    ...commentCalls({ table, column: column.name }, column.comment),
  ];
}

/** Where a column's values come from when none is given. */
function counting(column: ColumnShape): "serial" | "identity" | "none" {
  if (isSerial(column.type)) return "serial";
  return column.identity === null ? "none" : "identity";
}

function columnChanges(from: ColumnShape, to: ColumnShape, attributes: readonly string[]): ColumnChanges {
  return {
    ...(attributes.includes("type") ? typeChanges(from, to) : {}),
    ...(attributes.includes("notNull") ? { notNull: to.notNull } : {}),
    ...defaultChanges(from, to, attributes),
    // Taken off before the sequence of a serial column was made.
    ...(from.identity !== null && isSerial(to.type) ? {} : identityChanges(from, to)),
    ...(from.generated !== null && to.generated === null ? { generated: null } : {}),
  };
}

function typeChanges(from: ColumnShape, to: ColumnShape): ColumnChanges {
  const [before, type] = [plainType(from.type), plainType(to.type)];
  // The very same type is only ever an attribute that has changed where a hook says so.
  if (before === type && from.type !== to.type) return {};
  const using = castOf(quoteIdentifier(to.name), before, type);
  return {
    type,
    ...(to.collation === undefined ? {} : { collation: to.collation }),
    ...(using === null ? {} : { using }),
    ...storageChanges(to),
  };
}

/** A default is coerced to the column's type, so a new type takes the old default off and sets it again. */
function defaultChanges(from: ColumnShape, to: ColumnShape, attributes: readonly string[]): ColumnChanges {
  if (!attributes.includes("type") && !attributes.includes("default")) return {};
  const [before, now] = [effectiveDefault(from), effectiveDefault(to)];
  const retyped = plainType(from.type) !== plainType(to.type) && attributes.includes("type");
  // Likewise.
  const decreed = attributes.includes("default") && from.default === to.default;
  if (before === now && !(retyped && now !== null) && !decreed) return {};
  // Taken off before the identity was added.
  if (now === null && isSerial(from.type) && to.identity !== null) return {};
  return { default: now };
}

function effectiveDefault(column: ColumnShape): string | null {
  if (!isSerial(column.type)) return column.default;
  return `nextval(${quoteLiteral(sqlName(toName(serialSequenceOf(column))))})`;
}

function beginningOfSerial(from: ColumnShape, to: ColumnShape): readonly Call[] {
  if (isSerial(from.type) || !isSerial(to.type)) return [];
  const ownedBy = { table: toName({ schema: to.schema, name: to.table }), column: to.name };
  const type = plainType(to.type);
  return [
    call("createSequence", toName(serialSequenceOf(to)), { ...(type === "bigint" ? {} : { type }), ownedBy }),
  ];
}

function endOfSerial(from: ColumnShape, to: ColumnShape): readonly Call[] {
  return isSerial(from.type) && !isSerial(to.type)
    ? [call("dropSequence", toName(serialSequenceOf(from)))]
    : [];
}

/** Changes of the sequence itself that no ALTER COLUMN makes. */
function sequenceCalls(from: ColumnShape, to: ColumnShape): readonly Call[] {
  const [former, name] = [from.identity?.sequenceName, to.identity?.sequenceName];
  const renamed = former !== undefined && name !== undefined && former !== name;
  const retyped = isSerial(from.type) && isSerial(to.type) && plainType(from.type) !== plainType(to.type);
  return [
    ...(renamed ? [call("renameSequence", toName({ schema: to.schema, name: former }), name)] : []),
    ...(retyped ? [call("alterSequence", toName(serialSequenceOf(from)), { type: plainType(to.type) })] : []),
  ];
}
