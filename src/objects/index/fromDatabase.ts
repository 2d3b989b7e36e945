import { commentSql } from "../comment.ts";
import { includedColumns } from "../catalogSql.ts";
import { printedExpression } from "../printedText.ts";
import { flag, rows, said, text, textOrNull, texts, textsOrNull, type CatalogRow } from "../row.ts";
import type { IndexKey, IndexShape } from "./shape.ts";

// opcdefault alone is not enough: text_ops is a default class, yet not that of a char(n) column.
const IS_DEFAULT_OPCLASS = `(o.opcdefault AND x.attoptions IS NULL AND (o.opcintype = coalesce(a.atttypid, x.atttypid)
    OR NOT EXISTS (SELECT FROM pg_opclass better WHERE better.opcmethod = o.opcmethod AND better.opcdefault
      AND better.opcintype = coalesce(a.atttypid, x.atttypid))))`;
const OPCLASS = `CASE WHEN NOT ${IS_DEFAULT_OPCLASS}
  THEN CASE WHEN o.opcnamespace = 'pg_catalog'::regnamespace THEN quote_ident(o.opcname)
      ELSE format('%s.%I', o.opcnamespace::regnamespace, o.opcname) END
    || CASE WHEN x.attoptions IS NULL THEN '' ELSE (SELECT format('(%s)', string_agg(
      format('%I=%L', split_part(p, '=', 1), substr(p, strpos(p, '=') + 1)), ', ')) FROM unnest(x.attoptions) p) END
  END`;

// The collation that an expression has by itself is not in the catalog; the whole definition shows one that was said.
const COLLATION = `(SELECT format('%s.%I', c.collnamespace::regnamespace, c.collname) FROM pg_collation c
  WHERE c.oid = i.indcollation[u.place - 1] AND CASE WHEN a.attnum IS NOT NULL THEN c.oid <> a.attcollation
    ELSE strpos(pg_get_indexdef(i.indexrelid), format('%s COLLATE %s%I', pg_get_indexdef(i.indexrelid, u.place::int, false),
      CASE WHEN c.collnamespace <> 'pg_catalog'::regnamespace THEN c.collnamespace::regnamespace || '.' END,
      c.collname)) > 0 END)`;

const KEYS = `(SELECT json_agg(json_build_object(
      'column', a.attname,
      'expression', CASE WHEN a.attnum IS NULL THEN pg_get_indexdef(i.indexrelid, u.place::int, false) END,
      'opclass', ${OPCLASS},
      'defaultOpclass', CASE WHEN ${IS_DEFAULT_OPCLASS} THEN quote_ident(o.opcname) END,
      'collation', ${COLLATION},
      'actualCollation', (SELECT format('%s.%I', c.collnamespace::regnamespace, c.collname) FROM pg_collation c
        WHERE c.oid = i.indcollation[u.place - 1] AND c.oid <> 'pg_catalog.default'::regcollation),
      'descending', i.indoption[u.place - 1] & 1 = 1,
      'nullsFirst', i.indoption[u.place - 1] & 2 = 2) ORDER BY u.place)
    FROM unnest(i.indkey) WITH ORDINALITY u(attnum, place)
    JOIN pg_attribute x ON x.attrelid = i.indexrelid AND x.attnum = u.place
    JOIN pg_opclass o ON o.oid = i.indclass[u.place - 1]
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.attnum AND u.attnum <> 0
    WHERE u.place <= i.indnkeyatts)`;

/**
 * Indexes of the catalog's tables that back no constraint; one that a failed build left invalid is marked.
 * NULLS NOT DISTINCT came with 15: before, the name is found in `missing`.
 */
export const indexQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", c.relname AS name,
    i.indisunique AS "unique", NOT i.indisvalid AS invalid, am.amname AS method, ${KEYS} AS keys, pg_get_expr(i.indpred, i.indrelid) AS "where",
    coalesce(c.reloptions, '{}') AS options, ${includedColumns} AS include,
    i.not_distinct AS "nullsNotDistinct", ${commentSql("pg_class", "c.oid")} AS comment
  FROM (SELECT false AS indnullsnotdistinct) missing, tables t
  CROSS JOIN LATERAL (SELECT x.*, indnullsnotdistinct AS not_distinct
    FROM pg_index x WHERE x.indrelid = t.oid AND x.indislive) i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_am am ON am.oid = c.relam
  WHERE NOT EXISTS (SELECT FROM pg_constraint k
    WHERE k.conrelid = t.oid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  ORDER BY t.nspname, c.relname`;

/** An index from a row of `indexQuery`. */
export function indexFromRow(row: CatalogRow): IndexShape {
  const where = textOrNull(row, "where");
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    nameIsExplicit: true,
    unique: flag(row, "unique"),
    method: text(row, "method"),
    keys: rows(row, "keys").map(keyFromRow),
    where: where === null ? null : printedExpression(where),
    with: texts(row, "options").map(parameter),
    ...said("comment", textOrNull(row, "comment")),
    ...said("invalid", flag(row, "invalid")),
    ...said("nullsNotDistinct", flag(row, "nullsNotDistinct")),
    ...said("include", textsOrNull(row, "include")),
  };
}

function keyFromRow(row: CatalogRow): IndexKey {
  const expression = textOrNull(row, "expression");
  const collation = textOrNull(row, "collation");
  return {
    ...said("column", textOrNull(row, "column")),
    ...said("expression", expression === null ? null : printedExpression(expression)),
    ...said("opclass", textOrNull(row, "opclass")),
    ...said("defaultOpclass", textOrNull(row, "defaultOpclass")),
    ...said("collation", collation),
    ...said("defaultCollation", collation === null && textOrNull(row, "actualCollation")),
    order: flag(row, "descending") ? "desc" : "asc",
    nulls: flag(row, "nullsFirst") ? "first" : "last",
  };
}

function parameter(option: string): readonly [name: string, value: string] {
  const at = option.indexOf("=");
  return [option.slice(0, at), option.slice(at + 1)];
}
