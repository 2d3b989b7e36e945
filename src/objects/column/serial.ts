import type { QualifiedName } from "../../catalog/name.ts";
import { chosenName } from "../implicitName.ts";
import type { ColumnShape } from "./shape.ts";

const PLAIN: Readonly<Record<string, string>> = {
  smallserial: "smallint",
  serial2: "smallint",
  serial: "integer",
  serial4: "integer",
  bigserial: "bigint",
  serial8: "bigint",
};

/** Whether a type is one of the serial pseudo-types. */
export function isSerial(type: string): boolean {
  return Object.hasOwn(PLAIN, type.trim().toLowerCase());
}

/** The type that a column has in the catalog: serial's is integer. */
export function plainType(type: string): string {
  return PLAIN[type.trim().toLowerCase()] ?? type;
}

/** The sequence behind a serial column: the database's, else the name that Postgres would choose. */
export function serialSequenceOf({ schema, table, name, serialSequence }: ColumnShape): QualifiedName {
  return serialSequence ?? { schema, name: chosenName(table, name, "seq") };
}
