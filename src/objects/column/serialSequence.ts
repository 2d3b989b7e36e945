import { objectsOf, type Catalog } from "../../catalog/catalog.ts";
import { objectId, type ObjectId, type QualifiedName } from "../../catalog/name.ts";
import { quoteLiteral, sqlName, toName } from "../../operations/sql.ts";
import type { ChangeContext } from "../definition.ts";
import { chosenName } from "../implicitName.ts";
import { fillSequence } from "../sequence/defaults.ts";
import type { SequenceOptions } from "../sequence/operations.ts";
import { optionsOf } from "../sequence/options.ts";
import type { SequenceShape } from "../sequence/shape.ts";
import { isSerial, plainType } from "./serial.ts";
import type { ColumnShape } from "./shape.ts";

/** The sequence behind a serial column: the database's, else one of a name that is free on both sides. */
export function serialSequenceOf(column: ColumnShape, context: ChangeContext): QualifiedName {
  return column.serialSequence ?? namesOf(context).get(columnId(column)) ?? usualSequence(column);
}

/** The sequence of a serial column, where that will not have the name that serial gives it. */
export function chosenSequence(
  column: ColumnShape,
  context: ChangeContext,
): Pick<ColumnShape, "serialSequence"> {
  if (!isSerial(column.type) || column.serialSequence !== undefined) return {};
  const { schema, name } = serialSequenceOf(column, context);
  return name === usualSequence(column).name ? {} : { serialSequence: { schema, name } };
}

/** The default of a column that counts with a sequence. */
export function nextValue(sequence: QualifiedName): string {
  return `nextval(${quoteLiteral(sqlName(toName(sequence)))})`;
}

/** The sequence of a database's serial column as an object of its own. */
export function serialShape(column: ColumnShape, { schema, name }: QualifiedName): SequenceShape {
  const type = column.serialSequence?.type ?? plainType(column.type);
  const ownedBy = { schema: column.schema, name: column.table, column: column.name };
  return { schema, name, type, ...(column.serialSequence?.numbers ?? fillSequence(type)), ownedBy };
}

/** What CREATE SEQUENCE must say for the sequence of a serial column. */
export function serialOptions(column: ColumnShape): SequenceOptions {
  const { type = "bigint", ...numbers } = serialShape(column, usualSequence(column));
  return { ...(type === "bigint" ? {} : { type }), ...optionsOf(numbers, type) };
}

/** Whether the type serial alone would not give the column back: its sequence or its NULLs are not what serial makes. */
export function isUnusualSerial(column: ColumnShape): boolean {
  const { serialSequence } = column;
  if (!isSerial(column.type) || serialSequence === undefined) return false;
  const { name, type, numbers } = serialSequence;
  return (
    !column.notNull || name !== usualSequence(column).name || type !== undefined || numbers !== undefined
  );
}

function usualSequence({ schema, table, name }: ColumnShape): QualifiedName {
  return { schema, name: chosenName(table, name, "seq") };
}

// Asked for every column of a plan, and the same for the way there and the way back, whose catalogs are those turned.
const known = new WeakMap<ChangeContext, ReadonlyMap<ObjectId, QualifiedName>>();

function namesOf(context: ChangeContext): ReadonlyMap<ObjectId, QualifiedName> {
  const names = known.get(context) ?? chooseNames(context);
  known.set(context, names);
  return names;
}

/**
 * Names for the sequences that nobody has named, as Postgres chooses them: with a number where a relation has the name.
 * Those that Postgres itself will choose, for columns that are created, come first.
 */
function chooseNames({ from, to }: ChangeContext): ReadonlyMap<ObjectId, QualifiedName> {
  const taken = new Set([...namesIn(from), ...namesIn(to)]);
  const open = [...unnamed(from, to), ...unnamed(to, from)];
  const created = open.filter(({ other }) => other === undefined);
  const altered = open.filter(({ other }) => other !== undefined);
  const names = new Map<ObjectId, QualifiedName>();
  for (const { column, other } of [...created, ...altered]) {
    const { schema } = column;
    // The column's own identity gives its name up first.
    const own = other?.identity?.sequenceName;
    let name = usualSequence(column).name;
    for (let n = 1; name !== own && taken.has(key(schema, name)); n += 1) {
      name = chosenName(column.table, column.name, `seq${n}`);
    }
    taken.add(key(schema, name));
    names.set(columnId(column), { schema, name });
  }
  return names;
}

/** The serial columns of one side whose sequence no database has, in the order of their ids. */
function unnamed(
  side: Catalog,
  opposite: Catalog,
): readonly { readonly column: ColumnShape; readonly other: ColumnShape | undefined }[] {
  const columns = objectsOf(side, "column").filter(
    (column) => isSerial(column.type) && column.serialSequence === undefined,
  );
  return columns
    .map((column) => {
      const other = opposite.objects.get(columnId(column));
      return { column, other: other?.kind === "column" ? other : undefined, id: columnId(column) };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The names that Postgres keeps together with those of sequences. */
function namesIn(catalog: Catalog): readonly string[] {
  return [...catalog.objects.values()].flatMap((object) => {
    switch (object.kind) {
      case "table":
      case "view":
      case "materializedView":
      case "sequence":
      case "index":
      case "primaryKey":
      case "unique":
        return [key(object.schema, object.name)];
      case "column": {
        const sequence = object.serialSequence?.name ?? object.identity?.sequenceName;
        return sequence === undefined ? [] : [key(object.schema, sequence)];
      }
      default:
        return [];
    }
  });
}

function key(schema: string, name: string): string {
  return JSON.stringify([schema, name]);
}

function columnId({ schema, table, name }: ColumnShape): ObjectId {
  return objectId("column", schema, table, name);
}
