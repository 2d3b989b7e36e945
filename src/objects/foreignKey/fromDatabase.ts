import { commentSql } from "../comment.ts";
import { columnNames, deferrable } from "../catalogSql.ts";
import { InternalError } from "../../errors.ts";
import { deferrableFromRow } from "../primaryKey/fromDatabase.ts";
import { flag, rowOrNull, said, text, textOrNull, texts, textsOrNull, type CatalogRow } from "../row.ts";
import type { ForeignKeyShape, ReferentialAction } from "./shape.ts";

const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  a: "no action",
  r: "restrict",
  c: "cascade",
  n: "set null",
  d: "set default",
};

/**
 * Foreign keys of the catalog's tables. A key that references a partitioned table has clones for the partitions
 * (conparentid), and with PERIOD (18) it is another constraint that only shares the type: both stay out. A column that
 * the server's major lacks is found in `missing`, since a name is looked up in the inner query first. What backs a key
 * is looked for by its table, since pg_constraint has no index on conindid.
 */
export const foreignKeyQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", k.conname AS name,
    ${columnNames("k.conrelid", "k.conkey")} AS columns,
    rn.nspname AS "referencedSchema", r.relname AS "referencedTable",
    ${columnNames("k.confrelid", "k.confkey")} AS "referencedColumns",
    k.confdeltype AS "onDelete", k.confupdtype AS "onUpdate", NOT k.convalidated AS "notValid",
    ${commentSql("pg_constraint", "k.oid")} AS comment,
    NOT k.enforced AS "notEnforced",
    k.confmatchtype = 'f' AS "matchFull", ${deferrable} AS deferrable,
    (SELECT json_build_object('type', b.contype, 'name', ic.relname) FROM pg_class ic
      LEFT JOIN pg_constraint b ON b.conrelid = k.confrelid AND b.conindid = ic.oid AND b.contype IN ('p', 'u')
      WHERE ic.oid = k.conindid) AS "backedBy",
    CASE WHEN k.set_columns IS NOT NULL THEN ${columnNames("k.conrelid", "k.set_columns")} END AS "onDeleteColumns"
  FROM (SELECT false AS conperiod, NULL::int2[] AS confdelsetcols, true AS conenforced) missing, tables t
  CROSS JOIN LATERAL (SELECT f.*, conperiod AS period, confdelsetcols AS set_columns, conenforced AS enforced
    FROM pg_constraint f WHERE f.conrelid = t.oid AND f.contype = 'f' AND f.conparentid = 0) k
  JOIN pg_class r ON r.oid = k.confrelid
  JOIN pg_namespace rn ON rn.oid = r.relnamespace
  WHERE NOT k.period
  ORDER BY t.place, k.conname`;

/** A foreign key from a row of `foreignKeyQuery`. */
export function foreignKeyFromRow(row: CatalogRow): ForeignKeyShape {
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    nameIsExplicit: true,
    columns: texts(row, "columns"),
    references: {
      schema: text(row, "referencedSchema"),
      name: text(row, "referencedTable"),
      columns: texts(row, "referencedColumns"),
    },
    onDelete: action(text(row, "onDelete")),
    onUpdate: action(text(row, "onUpdate")),
    notValid: flag(row, "notValid"),
    ...said("comment", textOrNull(row, "comment")),
    ...said("notEnforced", flag(row, "notEnforced")),
    ...said("matchFull", flag(row, "matchFull")),
    ...said("onDeleteColumns", textsOrNull(row, "onDeleteColumns")),
    ...said("deferrable", deferrableFromRow(row)),
    ...said("backedBy", backingFromRow(rowOrNull(row, "backedBy"))),
  };
}

function backingFromRow(row: CatalogRow | null): ForeignKeyShape["backedBy"] {
  if (row === null) return undefined;
  const type = textOrNull(row, "type");
  const kind = type === null ? "index" : type === "p" ? "primaryKey" : "unique";
  return { kind, name: text(row, "name") };
}

function action(letter: string): ReferentialAction {
  const known = ACTIONS[letter];
  if (known === undefined) throw new InternalError(`Postgres knows a referential action ${letter}.`);
  return known;
}
