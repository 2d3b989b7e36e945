import type { ColumnDefinition, IdentityDefinition, IdentityOptions } from "./definitions.ts";
import { chosenName } from "../implicitName.ts";
import { optionsOf } from "../sequence/options.ts";
import type { ColumnShape, IdentityShape } from "./shape.ts";

/** A column as `createTable` and `addColumn` take it. */
export function columnPart(column: ColumnShape): ColumnDefinition {
  return {
    name: column.name,
    type: column.type,
    ...(column.collation === undefined ? {} : { collation: column.collation }),
    ...(column.notNull ? { notNull: true } : {}),
    ...(column.default === null ? {} : { default: column.default }),
    ...(column.generated === null ? {} : { generated: column.generated }),
    ...(column.generated !== null && column.virtual === true ? { virtual: true } : {}),
    ...(column.identity === null ? {} : { identity: identityPart(column, column.identity) }),
  };
}

/** An identity, as briefly as it can be said. */
export function identityPart(column: ColumnShape, identity: IdentityShape): IdentityDefinition {
  const { sequenceName } = identity;
  const named = sequenceName !== undefined && sequenceName !== chosenName(column.table, column.name, "seq");
  const options: IdentityOptions = {
    generation: identity.generation,
    ...(named ? { sequenceName } : {}),
    ...withoutOwner(optionsOf(identity, integerType(column.type))),
  };
  return Object.keys(options).length === 1 ? options.generation : options;
}

function withoutOwner(options: ReturnType<typeof optionsOf>): Omit<IdentityOptions, "generation"> {
  const { ownedBy: _ownedBy, type: _type, ...rest } = options;
  return rest;
}

/** The type of an identity's sequence is the column's. */
function integerType(type: string): string {
  const name = type.trim().toLowerCase();
  if (name === "int2" || name === "smallint") return "smallint";
  return name === "int8" || name === "bigint" ? "bigint" : "integer";
}
