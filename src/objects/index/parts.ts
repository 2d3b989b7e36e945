import type { IndexKeyDefinition, IndexOptions } from "./operations.ts";
import type { IndexKey, IndexShape } from "./shape.ts";

/** A key as `createIndex` takes it: only the column's name where there is no more to say. */
export function indexKeyPart({
  column,
  expression,
  opclass,
  collation,
  order,
  nulls,
}: IndexKey): IndexKeyDefinition {
  const usual = order === "asc" ? "last" : "first";
  const details = {
    ...(opclass === undefined ? {} : { opclass }),
    ...(collation === undefined ? {} : { collation }),
    ...(order === "desc" ? { order } : {}),
    ...(nulls === usual ? {} : { nulls }),
  };
  if (column === undefined) return { expression: expression ?? "", ...details };
  return Object.keys(details).length === 0 ? column : { column, ...details };
}

/** What `createIndex` takes beside the keys. */
export function indexOptions(index: IndexShape): IndexOptions {
  return {
    ...(index.unique ? { unique: true } : {}),
    ...(index.method === "btree" ? {} : { method: index.method }),
    ...(index.include === undefined ? {} : { include: index.include }),
    ...(index.nullsNotDistinct === true ? { nullsNotDistinct: true } : {}),
    ...(index.with.length === 0 ? {} : { with: Object.fromEntries(index.with) }),
    ...(index.where === null ? {} : { where: index.where }),
  };
}
