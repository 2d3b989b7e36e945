import { objectsOf } from "../../catalog/catalog.ts";
import { DEFAULT_SCHEMA, objectId } from "../../catalog/name.ts";
import { parseTypeName } from "../../catalog/sqlText.ts";
import { toName } from "../../operations/sql.ts";
import type { ColumnShape } from "../column/shape.ts";
import type { ChangeContext, ObjectDefinition } from "../definition.ts";
import { storageChanges } from "../column/storage.ts";
import { commentCalls } from "../comment.ts";
import { labelsFlaw } from "../flaws.ts";
import { call, type Call } from "../methods.ts";
import { addedLabels } from "./labels.ts";
import type { EnumColumn } from "./operations.ts";
import type { EnumShape } from "./shape.ts";

export const enumDefinition: ObjectDefinition<"enum"> = {
  kind: "enum",
  label: "enum type",
  rules: { schema: "identity", name: "identity", labels: "alter", comment: "unmodelled" },
  address: ({ schema, name }) => [schema, name],
  owner: () => null,
  dependencies: ({ schema }) => [objectId("schema", schema)],
  flaw: labelsFlaw,
  occupies: ({ schema, name }) => [`type ${schema}.${name}`],
  attachment: "none",
  signature: () => null,
  texts: () => ({}),
  withTexts: (type) => type,
  // Added labels disturb nobody; a rebuild changes the type of every column.
  disturbs: (from, to) => addedLabels(from.labels, to.labels) === null,
  yields: () => false,
  create: (type) => [call("createEnum", toName(type), type.labels)],
  finish: (type) => commentCalls({ type: toName(type) }, type.comment),
  drop: (type) => [call("dropEnum", toName(type))],
  alter: (from, to, _attributes, context) => addCalls(from, to) ?? [rebuildCall(to, context)],
};

function addCalls(from: EnumShape, to: EnumShape): readonly Call[] | null {
  const added = addedLabels(from.labels, to.labels);
  if (added === null) return null;
  return added.map(({ label, position }) =>
    position === undefined
      ? call("addEnumValue", toName(to), label)
      : call("addEnumValue", toName(to), label, position),
  );
}

function rebuildCall(type: EnumShape, context: ChangeContext): Call {
  return call("rebuildEnum", toName(type), type.labels, columnsToCast(type, context));
}

/** The columns that have the type before; those that come to have it are created or altered after the rebuild. */
function columnsToCast(type: EnumShape, { from, to }: ChangeContext): readonly EnumColumn[] {
  return objectsOf(to, "column").flatMap((column): EnumColumn[] => {
    const before = from.objects.get(objectId("column", column.schema, column.table, column.name));
    if (before?.kind !== "column" || !isOf(before.type, type) || isMadeAnew(before, column)) return [];
    const [array, leaves] = [isArray(before.type), !isOf(column.type, type)];
    return [
      {
        table: toName({ schema: column.schema, name: column.table }),
        column: column.name,
        ...(array ? { array } : {}),
        ...(leaves ? {} : storageChanges(column)),
        ...defaultOf(before, column, leaves || array !== isArray(column.type)),
        ...(leaves ? { leaves } : {}),
      },
    ];
  });
}

/** The default follows no cast between two enum types, and the one to come may be no label yet. */
function defaultOf(before: ColumnShape, after: ColumnShape, retyped: boolean): Pick<EnumColumn, "default"> {
  if (after.default !== null && !retyped) return { default: after.default };
  return before.default === null ? {} : { default: null };
}

/** A generated column that reads the type gives way to the rebuild, and one that becomes generated is made anew. */
function isMadeAnew(before: ColumnShape, after: ColumnShape): boolean {
  return before.generated !== null || after.generated !== null;
}

function isArray(text: string): boolean {
  return parseTypeName(text)?.array === true;
}

function isOf(text: string, { schema, name }: EnumShape): boolean {
  const type = parseTypeName(text);
  return type !== null && type.name === name && (type.schema ?? DEFAULT_SCHEMA) === schema;
}
