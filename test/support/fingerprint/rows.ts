import { literal, pinned } from "./session.ts";
import type { Query } from "./session.ts";

export interface RowChecksum {
  readonly count: number;
  readonly md5: string;
}

/**
 * Number and hash of the rows of each table, by "schema.table"; whatever order the rows and the
 * columns are in. Without `tables`: of all the user's tables and materialized views.
 */
export async function rowChecksums(
  query: Query,
  tables?: readonly string[],
): Promise<Record<string, RowChecksum>> {
  return pinned(query, async () => {
    const selects = await query(selectsFor(tables));
    if (selects.length === 0) return {};
    const rows = await query(selects.map((row) => String(row["sql"])).join(" UNION ALL "));
    return Object.fromEntries(
      rows.map((row) => [String(row["name"]), { count: Number(row["count"]), md5: String(row["md5"]) }]),
    );
  });
}

// ONLY keeps the rows of inheriting tables to those tables.
function selectsFor(tables: readonly string[] | undefined): string {
  const wanted = tables?.map(literal).join(", ");
  const condition = tables === undefined ? "true" : `name = ANY (ARRAY[${wanted}]::text[])`;
  return `
    SELECT format(
      'SELECT %L AS name, count(*) AS count, md5(coalesce(string_agg(line, chr(10) ORDER BY line COLLATE "C"), '''')) AS md5 FROM (SELECT ROW(%s)::text AS line FROM %s %I.%I t) lines',
      name,
      (SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY a.attname)
        FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped),
      CASE t.relkind WHEN 'r' THEN 'ONLY' ELSE '' END, nspname, relname) AS sql
    FROM (SELECT c.oid, c.relkind, n.nspname, c.relname, n.nspname || '.' || c.relname AS name
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND c.relispopulated
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%') t
    WHERE ${condition} ORDER BY name`;
}
