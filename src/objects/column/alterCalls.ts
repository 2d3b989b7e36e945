import type { QualifiedName } from "../../catalog/name.ts";
import { quoteIdentifier, toName } from "../../operations/sql.ts";
import { commentCalls } from "../comment.ts";
import type { ChangeContext } from "../definition.ts";
import { changedOptions } from "../sequence/options.ts";
import { call, type Call } from "../methods.ts";
import type { ColumnChanges } from "./definitions.ts";
import { identityChanges } from "./identityChanges.ts";
import { isSerial, plainType } from "./serial.ts";
import { nextValue, serialOptions, serialSequenceOf } from "./serialSequence.ts";
import { storageChanges } from "./storage.ts";
import type { ColumnShape } from "./shape.ts";
import { castOf } from "./using.ts";

/** The calls that turn one column into another. A sequence that ends gives its name up before another begins. */
export function alterCalls(
  before: ColumnShape,
  after: ColumnShape,
  attributes: readonly string[],
  context: ChangeContext,
): readonly Call[] {
  const [from, to] = [named(before, context), named(after, context)];
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
    ...skipCalls(from, to),
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

/** A column as the calls need it: a serial one knows its sequence. */
type Named = ColumnShape & { readonly sequence: QualifiedName | null };

function named(column: ColumnShape, context: ChangeContext): Named {
  return { ...column, sequence: isSerial(column.type) ? serialSequenceOf(column, context) : null };
}

/** Where a column's values come from when none is given. */
function counting(column: ColumnShape): "serial" | "identity" | "none" {
  if (isSerial(column.type)) return "serial";
  return column.identity === null ? "none" : "identity";
}

function columnChanges(from: Named, to: Named, attributes: readonly string[]): ColumnChanges {
  return {
    ...(attributes.includes("type") ? typeChanges(from, to) : {}),
    ...(attributes.includes("notNull") ? { notNull: to.notNull } : {}),
    ...defaultChanges(from, to, attributes),
    // Taken off before the sequence of a serial column was made.
    ...(from.identity !== null && isSerial(to.type) ? {} : identityChanges(from, to)),
    ...(from.generated !== null && to.generated === null ? { generated: null } : {}),
  };
}

function typeChanges(from: Named, to: Named): ColumnChanges {
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
function defaultChanges(from: Named, to: Named, attributes: readonly string[]): ColumnChanges {
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

function effectiveDefault(column: Named): string | null {
  return column.sequence === null ? column.default : nextValue(column.sequence);
}

function beginningOfSerial(from: Named, to: Named): readonly Call[] {
  if (from.sequence !== null || to.sequence === null) return [];
  const ownedBy = { table: toName({ schema: to.schema, name: to.table }), column: to.name };
  return [call("createSequence", toName(to.sequence), { ...serialOptions(to), ownedBy })];
}

function endOfSerial(from: Named, to: Named): readonly Call[] {
  return from.sequence !== null && to.sequence === null ? [call("dropSequence", toName(from.sequence))] : [];
}

/** Moves an identity's sequence to where its new bounds begin, which ALTER COLUMN cannot do where need be. */
function skipCalls({ schema, identity: before }: Named, { identity: now }: Named): readonly Call[] {
  if (before?.sequenceName === undefined || now === null) return [];
  const { skipTo } = changedOptions(before, now);
  const sequence = toName({ schema, name: before.sequenceName });
  return skipTo === undefined ? [] : [call("alterSequence", sequence, { skipTo })];
}

/** Changes of the sequence itself that no ALTER COLUMN makes. */
function sequenceCalls(from: Named, to: Named): readonly Call[] {
  const [former, name] = [from.identity?.sequenceName, to.identity?.sequenceName];
  const renamed = former !== undefined && name !== undefined && former !== name;
  const retyped = to.sequence !== null && plainType(from.type) !== plainType(to.type);
  const type = to.serialSequence?.type ?? plainType(to.type);
  return [
    ...(renamed ? [call("renameSequence", toName({ schema: to.schema, name: former }), name)] : []),
    ...(retyped && from.sequence !== null ? [call("alterSequence", toName(from.sequence), { type })] : []),
  ];
}
