import { quoteIdentifier, quoteLiteral, sqlName, toName } from "../../operations/sql.ts";
import { call, type Call } from "../methods.ts";
import type { ColumnChanges } from "./definitions.ts";
import { identityChanges } from "./identityChanges.ts";
import { isSerial, plainType, serialSequenceOf } from "./serial.ts";
import type { ColumnShape } from "./shape.ts";
import { needsUsing } from "./using.ts";

/** The calls that turn one column into another; what stands around `alterColumn` concerns serial's sequence. */
export function alterCalls(from: ColumnShape, to: ColumnShape, attributes: readonly string[]): readonly Call[] {
  const changes = columnChanges(from, to, attributes);
  const table = toName({ schema: to.schema, name: to.table });
  const altered = Object.keys(changes).length === 0 ? [] : [call("alterColumn", table, to.name, changes)];
  return [...before(from, to), ...altered, ...after(from, to)];
}

function columnChanges(from: ColumnShape, to: ColumnShape, attributes: readonly string[]): ColumnChanges {
  return {
    ...(attributes.includes("type") ? typeChanges(from, to) : {}),
    ...(attributes.includes("notNull") ? { notNull: to.notNull } : {}),
    ...defaultChanges(from, to, attributes),
    ...identityChanges(from, to),
    ...(from.generated !== null && to.generated === null ? { generated: null } : {}),
  };
}

function typeChanges(from: ColumnShape, to: ColumnShape): ColumnChanges {
  const [before, type] = [plainType(from.type), plainType(to.type)];
  if (before === type) return {};
  return {
    type,
    ...(to.collation === undefined ? {} : { collation: to.collation }),
    ...(needsUsing(before, type) ? { using: `${quoteIdentifier(to.name)}::${type}` } : {}),
  };
}

/** A default is coerced to the column's type, so a new type takes the old default off and sets it again. */
function defaultChanges(from: ColumnShape, to: ColumnShape, attributes: readonly string[]): ColumnChanges {
  if (!attributes.includes("type") && !attributes.includes("default")) return {};
  const [before, now] = [effectiveDefault(from), effectiveDefault(to)];
  const retyped = plainType(from.type) !== plainType(to.type) && attributes.includes("type");
  if (before === now && !(retyped && now !== null)) return {};
  return { default: now };
}

function effectiveDefault(column: ColumnShape): string | null {
  if (!isSerial(column.type)) return column.default;
  return `nextval(${quoteLiteral(sqlName(toName(serialSequenceOf(column))))})`;
}

function before(from: ColumnShape, to: ColumnShape): readonly Call[] {
  if (isSerial(from.type) || !isSerial(to.type)) return [];
  const ownedBy = { table: toName({ schema: to.schema, name: to.table }), column: to.name };
  const type = plainType(to.type);
  return [
    call("createSequence", toName(serialSequenceOf(to)), { ...(type === "bigint" ? {} : { type }), ownedBy }),
  ];
}

function after(from: ColumnShape, to: ColumnShape): readonly Call[] {
  const table = toName({ schema: to.schema, name: to.table });
  const sequence = toName(serialSequenceOf(from));
  const [wasSerial, becomesSerial] = [isSerial(from.type), isSerial(to.type)];
  const retyped = plainType(from.type) !== plainType(to.type);
  const counts = becomesSerial || to.identity !== null;
  const counted = wasSerial || from.identity !== null;
  return [
    ...(wasSerial && becomesSerial && retyped ? [call("alterSequence", sequence, { type: plainType(to.type) })] : []),
    ...(wasSerial && !becomesSerial ? [call("dropSequence", sequence)] : []),
    ...(counts && (!counted || wasSerial !== becomesSerial) ? [call("resetSequence", table, to.name)] : []),
  ];
}
